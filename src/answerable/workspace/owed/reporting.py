"""The form of a report: saved as a draft, released, dropped."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.actions.models import Action, Report
from answerable.actions.operations.reporting import NewFile, Said, draft_of, drop_report, save_report
from answerable.actions.reports import visible_reports
from answerable.core.actions.reporting import speaks_for, why_not_said
from answerable.intake.uploads import Spool, keep, limits, original_path, problem_with
from answerable.web.address import Asked
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import Here, here
from answerable.workspace.owed.queries import action_at
from answerable.workspace.owed.views import report_page
from answerable.workspace.sent import went_through

TOKEN = "files_token"  # noqa: S105  no secret: it says which files
"""The hidden field that carries files which came with a form that could not be used yet."""

LEAVE = "leave-"  # with the key of a file of the draft: it goes with it no more
SAVED = "Saved as a draft: only your own side sees it."
RELEASED = "Released: the other side can read it now."


@csrf_exempt
def draft(request: HttpRequest, key: int) -> HttpResponse:
    """A draft. How files are received is settled before anything of the form is looked at."""
    request.upload_handlers = [Spool(request, limits())]
    return _sent(request, key, False)


@csrf_exempt
def release(request: HttpRequest, key: int) -> HttpResponse:
    """The draft as it is in the form, and out to the other side."""
    request.upload_handlers = [Spool(request, limits())]
    return _sent(request, key, True)


@csrf_protect
def _sent(request: HttpRequest, key: int, releases: bool) -> HttpResponse:
    at = here(request)
    action = action_at(at, key)
    files, problem = _files(request, at)
    values = Asked(_typed(request, at, action))
    said = _said(values)
    wrong = why_not_said(said.text, said.done_on, given=action.given, today=at.today)
    if problem:
        values.refuse("files", problem.removesuffix("."))
    if wrong and not values.problems:
        values.refuse(*wrong)
    if values.problems:
        return report_page(request, at, action, values)
    went = went_through(
        request, RELEASED if releases else SAVED, save_report, action=action,
        report=said, files=files, leave_out=_left_out(request), release=releases, seen=seen_in(request.POST),
        roles=at.actor.roles,
    )  # fmt: skip
    if not went:
        return report_page(request, at, action_at(at, key), values, status=400)
    return redirect("owed_report", key)


def drop(request: HttpRequest, key: int) -> HttpResponse:
    """A draft that is not wanted any more."""
    at = here(request)
    found = visible_reports(at.actor).filter(pk=key, side=speaks_for(at.actor.roles)).first()
    if found is None:
        raise Http404("There is no such report.")
    do(
        request, "Dropped: your side can still read it.", drop_report, report=found,
        seen=seen_in(request.POST), roles=at.actor.roles,
    )  # fmt: skip
    return redirect("owed_report", found.action_id)


def _typed(request: HttpRequest, at: Here, action: Action) -> dict[str, str]:
    """What was typed; of fields in which the other's words are kept, those of the draft."""
    sent = chosen(request.POST.dict())
    draft = draft_of(action, speaks_for(at.actor.roles) or "", sent.get("owner", "")) or Report()
    held = {"text": draft.text, "done": "yes" if draft.done else "no", "done_on": str(draft.done_on or "")}
    typed = {**held, **sent}
    typed["text"] = typed["text"].replace("\0", "").replace("\r\n", "\n")
    return typed


def _said(values: Asked) -> Said:
    done = values.values["done"] == "yes"
    day = values.date("done_on", "the day") if done else None
    return Said(values.values["text"], done, day, values.text("owner"))


def _left_out(request: HttpRequest) -> list[int]:
    sent = request.POST.dict()
    named = (name.removeprefix(LEAVE) for name, ticked in sent.items() if ticked and name.startswith(LEAVE))
    return [int(key) for key in named if key.isascii() and key.isdigit() and len(key) < 19]


def _files(request: HttpRequest, at: Here) -> tuple[list[NewFile], str]:
    """The files that came, with those of an earlier sending of the same form; and what is wrong with them.

    They are kept as they come, and named in a field that nobody else can write, so that they are not lost
    where something else of the form has to be put right, or two people typed at once.
    """
    files: list[Any] = request.FILES.getlist("files")
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    problem = spool.problem or (problem_with(files) if files else "")
    named = _carried(request, at)
    if not problem:
        named += [[one.name, one.sha256] for one in map(keep, files)]
    if named:
        sent = request.POST.copy()
        sent[TOKEN] = _signer(at).sign_object(named)
        request.POST = sent  # type: ignore[assignment]
    return [_new_file(name, sha256) for name, sha256 in named], problem


def _carried(request: HttpRequest, at: Here) -> list[list[str]]:
    try:
        found = _signer(at).unsign_object(request.POST.get(TOKEN, ""))
    except BadSignature:
        return []
    return [[str(name), str(sha256)] for name, sha256 in found]


def _signer(at: Here) -> Signer:
    """Of the one who sends: what somebody else's form carried names nothing here."""
    return Signer(salt=f"report-files-{at.actor.user.pk if at.actor.user else 0}")


def _new_file(name: str, sha256: str) -> NewFile:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return NewFile(name, sha256, original_path(sha256).read_bytes(), kind)
