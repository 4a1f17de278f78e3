"""The forms of briefing notes: sent in by the force, with what answers what; confirmed and judged here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.accounts.shown import shows
from answerable.core.papers.scales import OUTCOMES, POINTS, SCALES, VERDICTS, points_value, problems_with
from answerable.core.permissions.table import Permission
from answerable.intake.uploads import Limits, Spool, keep, limits, original_path, problem_with
from answerable.meetings.models import Meeting
from answerable.papers.models import BriefingNote, Coverage, NoteVersion
from answerable.papers.operations import confirm_coverage, judge, say_parts, send_note
from answerable.papers.operations.judging import UNDECIDED, fields
from answerable.papers.operations.notes import SentFile
from answerable.papers.queries import coverage_of
from answerable.papers.reading import read_note
from answerable.papers.versions import judgement_version, parts_version, verdicts_version
from answerable.web.address import Asked, Problem
from answerable.web.clash import chosen, seen_in
from answerable.workspace.here import here
from answerable.workspace.papers import queries, wording
from answerable.workspace.papers.views import meeting_page
from answerable.workspace.sent import version_of_form

PART, VERDICT = "part-", "verdict-"  # with a point's key: the fields of the two forms about coverage


@csrf_exempt
def send(request: HttpRequest, key: int) -> HttpResponse:
    """A briefing note. How it is received is settled before anything of the form is looked at, the key that
    ties it to its session among it; that is looked at first thing afterwards.
    """
    most = limits()
    request.upload_handlers = [Spool(request, Limits(most.file, most.file, 1))]
    return _send(request, key)


@csrf_protect
def _send(request: HttpRequest, key: int) -> HttpResponse:
    files: list[Any] = request.FILES.getlist("file")
    at = here(request)
    meeting = queries.meeting_at(at, key)
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    note, problem = _note(meeting, request.POST.get("note", ""))
    problem = spool.problem or problem_with(files) or problem
    if problem:
        return meeting_page(request, meeting, Asked(request.POST.dict(), [Problem("file", problem)]))
    stored = keep(files[0])
    content = original_path(stored.sha256).read_bytes()
    sent = do(
        request, f"Received: {stored.name}.", send_note, meeting=meeting, note=note,
        file=SentFile(stored.name, stored.sha256, content), read=read_note(content, stored.name),
        title=Asked(request.POST.dict()).text("title"),
    )  # fmt: skip
    return redirect("note_version", sent.pk) if sent else redirect("papers_meeting", meeting.pk)


def _note(meeting: Meeting, value: str) -> tuple[BriefingNote | None, str]:
    """The note that it is a new version of, None for a new note; and what is wrong with the choice."""
    if not value:
        return None, ""
    usable = value.isascii() and value.isdigit() and len(value) < 19
    found = meeting.briefing_notes.filter(pk=int(value)).first() if usable else None
    return found, "" if found else "Choose from the list which note it is a new version of."


def version(request: HttpRequest, key: int) -> HttpResponse:
    """One version: what it answers, how long it is, how it was judged."""
    return version_page(request, queries.version_at(here(request), key), Asked({}))


def version_page(request: HttpRequest, of: NoteVersion, typed: Asked) -> HttpResponse:
    """The same page, with the form of a judgement as it was sent where it could not be used."""
    at = here(request)
    answers = coverage_of(of)
    rows = [one for one in answers if one.pk]
    every = queries.siblings(at, of)
    judgement, may = queries.judgement_of(at, of), at.actor.may
    newest = every[0].pk == of.pk if every else True
    shows(request, of.document)
    context = {
        "version": of,
        "note": of.note,
        "meeting": of.note.meeting,
        "name": wording.meeting_name(of.note.meeting),
        "versions": [(one, queries.judgement_of(at, one)) for one in every],
        "newest": newest,
        "answers": answers,
        "unanswered": [one for one in answers if not one.part],
        "judgement": judgement,
        "typed": typed,
        "scales": SCALES,
        "verdicts": VERDICTS,
        "outcomes": {"": UNDECIDED, **OUTCOMES},
        "proposed_points": POINTS.said(_proposed(answers)),
        "parts_version": parts_version(rows),
        "verdicts_version": verdicts_version(rows),
        "judgement_version": version_of_form(request, judgement_version(judgement)),
        "says": newest and may(Permission.ANSWER_POINTS) and not may(Permission.JUDGE_NOTES),
        "judges": newest and may(Permission.JUDGE_NOTES),
        "wording": wording,
    }
    return render(request, "workspace/papers/version.html", context, status=400 if typed.problems else 200)


def parts(request: HttpRequest, key: int) -> HttpResponse:
    """Which part answers each point, as the force says it."""
    found = queries.version_at(here(request), key)
    said = _by_point(chosen(request.POST.dict()), PART)
    do(request, "Noted.", say_parts, version=found, parts=said, seen=seen_in(request.POST))
    return redirect("note_version", found.pk)


def coverage(request: HttpRequest, key: int) -> HttpResponse:
    """How far each point is covered, as the office confirms it."""
    found = queries.version_at(here(request), key)
    said = _by_point(chosen(request.POST.dict()), VERDICT)
    do(request, "Confirmed.", confirm_coverage, version=found, verdicts=said, seen=seen_in(request.POST))
    return redirect("note_version", found.pk)


def judgement(request: HttpRequest, key: int) -> HttpResponse:
    """The judgement, and what is done about it."""
    found = queries.version_at(here(request), key)
    sent, held = chosen(request.POST.dict()), getattr(found, "judgement", None)
    said = {name: sent[name] for name in fields() if name in sent}
    whole = {name: said.get(name, getattr(held, name, "")) for name in fields()}
    problems = [Problem(field, sentence) for field, sentence in problems_with(whole)]
    if problems:
        return version_page(request, found, Asked(request.POST.dict(), problems))
    done = {"accepted": "Accepted.", "returned": "Sent back: the force reads why on its page."}
    words = done.get(said.get("outcome", ""), "Saved. It is not decided yet.")
    do(request, words, judge, version=found, values=said, seen=seen_in(request.POST))
    return redirect("note_version", found.pk)


def _by_point(sent: Mapping[str, str], before: str) -> dict[int, str]:
    """The fields of a form by their point's key; others are let fall."""
    named = ((name.removeprefix(before), value) for name, value in sent.items() if name.startswith(before))
    return {int(key): value for key, value in named if key.isascii() and key.isdigit()}


def _proposed(answers: list[Coverage]) -> str:
    verdicts = [one.verdict for one in answers]
    return points_value({one: verdicts.count(one) for one in VERDICTS}, len(answers))
