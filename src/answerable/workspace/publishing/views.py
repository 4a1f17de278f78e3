"""The desk of publication, minutes as the public would read them, and one publication."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from answerable.accounts.models import User
from answerable.core.permissions.table import Permission
from answerable.core.publication.parts import Kind, Part
from answerable.core.publication.redaction import CATEGORY_NAMES
from answerable.core.publication.states import STATE_NAMES, Facts, State, every_check_ran
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from answerable.publishing.checking import open_findings
from answerable.publishing.models import Publication
from answerable.publishing.operations import why_not, why_shut
from answerable.publishing.operations.chaining import parts_of
from answerable.publishing.operations.forward import NOT_APPROVED, OPEN_MINUTES
from answerable.publishing.operations.previewing import preview_minutes
from answerable.web.paging import page_of
from answerable.workspace.here import here
from answerable.workspace.publishing import queries
from answerable.workspace.publishing.pages import pages
from answerable.workspace.publishing.papers import not_with_it
from answerable.workspace.publishing.reading import changed, minutes_of, told
from answerable.workspace.publishing.versions import publication_version

Subject = Publication.Subject
WHOLE: dict[str, str] = {
    str(one): "Decisions" if one == Subject.DECISION else str(one.label)
    for one in Subject
    if one not in (Subject.MINUTES, Subject.AGENDA, Subject.ORIGINAL)
}
"""Subjects that are published as they stand, without a meeting, by the title that the public reads."""


def desk(request: HttpRequest) -> HttpResponse:
    """What waits for somebody, and what was decided."""
    at = here(request)
    page, held = page_of(request, queries.decided(at)), queries.book_here(at)
    context = {
        "at": at,
        "desk": queries.desk(at, held),
        "now": timezone.now(),
        "page": page,
        "told": queries.states(at, page.rows, held),
        "states": STATE_NAMES,
        "subjects": WHOLE,
        "forwards": at.actor.may(Permission.PUT_FORWARD),
        "decides": at.actor.may(Permission.DECIDE_PUBLICATION),
    }
    return render(request, "workspace/publishing/desk.html", context)


def minutes(request: HttpRequest, key: int) -> HttpResponse:
    """The minutes of one meeting as the public would read them, with a way to leave out each line."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    content, refused = _content(meeting)
    rows = (
        list(meeting.items.order_by("position").values_list("pk", flat=True)),
        list(meeting.entries.order_by("position").values_list("pk", flat=True)),
    )
    held = queries.book_here(at)
    context = {
        "meeting": meeting,
        "content": content,
        "refused": refused,
        "items": minutes_of(content, *rows) if content else [],
        "left_out": queries.left_out(meeting),
        "publications": queries.states(at, queries.of_meeting(meeting), held),
        "states": STATE_NAMES,
        "categories": CATEGORY_NAMES,
        "redacts": at.actor.may(Permission.REDACT),
        "forwards": at.actor.may(Permission.PUT_FORWARD),
        "originals": queries.states(at, queries.of_meeting(meeting, Publication.Subject.ORIGINAL), held),
    }
    return render(request, "workspace/publishing/minutes.html", context)


def _content(meeting: Meeting) -> tuple[dict[str, Any], str]:
    """What the public would read, or why nothing can be shown."""
    if meeting.minutes_state not in OPEN_MINUTES:
        return {}, NOT_APPROVED
    try:
        return dict(preview_minutes(meeting, at=timezone.now())), ""
    except Refusal as reason:
        return {}, str(reason)


def _content_of(kind: Kind, parts: list[Part]) -> dict[str, Any]:
    return next((one.read() for one in parts if one.kind is kind), {})


def publication(request: HttpRequest, key: int) -> HttpResponse:
    """One publication: its bytes, who decides, why not, what became of it."""
    at = here(request)
    found = queries.publication_at(at, key)
    held, parts = queries.book_here(at), parts_of(found)
    state = queries.states(at, [found], held)[0].state
    context = {
        "at": at,
        "one": found,
        "state": state,
        "states": STATE_NAMES,
        "parts": told(parts),
        "pages": pages(parts),
        "not_with_it": not_with_it(at, found, _content_of(Kind.AGENDA, parts)),
        "brought": list(found.brought_along.order_by("pk")) if found.renews else [],
        "addresses": _addresses(found, parts),
        "version": publication_version(found),
        "reasons": _reasons(found, state, cast(User, at.actor.user)),
        "findings": queries.findings_of(found),
        "open": len(open_findings(found)),
        "difference": _difference(found, parts) if state == State.PROPOSED else None,
        "history": queries.states(at, queries.history(found), held),
        "forwards": at.actor.may(Permission.PUT_FORWARD),
        "decides": at.actor.may(Permission.DECIDE_PUBLICATION),
    }
    return render(request, "workspace/publishing/publication.html", context)


def _reasons(publication: Publication, state: State, by: User) -> list[str]:
    """Why it cannot be decided, or does not become public when its embargo ends.

    Answers that are missing are counted on the page itself: the checks have run, and wait for them.
    """
    if state == State.PROPOSED:
        waits = {every_check_ran(Facts(checked=False))} if open_findings(publication) else set()
        return [reason for reason in why_not(publication, by=by) if reason not in waits]
    return why_shut(publication) if state == State.WAITING else []


def _addresses(publication: Publication, parts: list[Part]) -> list[str]:
    """Where the public finds it, without the fragments of lines."""
    return [one.path for one in parts] or list(publication.withdrawn)


def _difference(publication: Publication, parts: list[Part]) -> tuple[list[str], list[str]] | None:
    """Of minutes: what the record says otherwise than when they were put forward; None where nothing."""
    before = _content_of(Kind.MEETING, parts)
    if publication.meeting is None or not before:
        return None
    now, refused = _content(publication.meeting)
    if refused:
        return [refused], []
    was, has = changed(before, now)
    return (was, has) if was or has else None
