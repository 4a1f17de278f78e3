"""Sending minutes in: the form, what was sent, and how far it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.core.permissions.table import Permission
from answerable.intake.operations.uploading import send_files
from answerable.intake.tasks import queue
from answerable.intake.uploads import Spool, keep, limits, problem_with
from answerable.web.address import Asked, Problem
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.imports import queries

UPLOADS = 20  # on a page, under the form


def imports(request: HttpRequest) -> HttpResponse:
    """The form, for those who may send, and what was sent in before."""
    return _page(request, "", [])


def upload(request: HttpRequest, key: int) -> HttpResponse:
    """What became of each file that was sent together."""
    found = queries.upload_at(here(request), key)
    page = page_of(request, queries.files_of(found))
    context = {
        "upload": found,
        "sent_at": timezone.localtime(found.sent_at),
        "page": page,
        "rows": queries.rows_of(page.rows),
        "under_way": found.waiting,  # type: ignore[attr-defined]  # counted by the query
        "now": timezone.localtime(),
    }
    return render(request, "workspace/imports/upload.html", context)


@csrf_exempt
def send(request: HttpRequest) -> HttpResponse:
    """Files for the import. How they are received is settled before anything of the form is looked at, the
    key that ties it to its session among it; that is looked at first thing afterwards.
    """
    request.upload_handlers = [Spool(request, limits())]
    return _send(request)


@csrf_protect
def _send(request: HttpRequest) -> HttpResponse:
    files: list[Any] = request.FILES.getlist("files")
    forum = Asked(request.POST.dict()).text("forum")
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    problem = spool.problem or problem_with(files)
    if problem:
        return _page(request, forum, [Problem("files", problem)])
    at = here(request)
    stored = [keep(file) for file in files]
    sent = do(
        request, f"Received: {len(stored)} {'file' if len(stored) == 1 else 'files'}.", send_files,
        office=at.office, files=stored, forum_name=forum, queue=queue,
    )  # fmt: skip
    return redirect("upload", sent.pk) if sent else redirect("imports")


def _page(request: HttpRequest, forum: str, problems: list[Problem]) -> HttpResponse:
    at = here(request)
    page = page_of(request, queries.uploads(at), UPLOADS)
    context = {
        "page": page,
        "uploads": [(one, timezone.localtime(one.sent_at)) for one in page.rows],
        "problems": problems,
        "forum": forum,
        "limits": limits().in_words(),
        "may_send": at.actor.may(Permission.IMPORT_MINUTES),
    }
    return render(request, "workspace/imports/imports.html", context, status=400 if problems else 200)
