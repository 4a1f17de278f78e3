"""Terms of reference as a whole: points put in, from a list, a template or last time; the introduction;
sending."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from answerable.accounts.models import User
from answerable.audit import operations as audit
from answerable.core.clash import Choice
from answerable.core.papers.points import points_in, problem_with
from answerable.core.refusal import Refusal
from answerable.meetings.models import Deadline, Meeting
from answerable.meetings.operations import meet_deadline
from answerable.papers.models import Amendment, Point, Template, Terms
from answerable.papers.operations.holding import amend, hold_meeting, hold_terms
from answerable.papers.versions import clash_over, introduction_version

WRITE, INTRODUCE, SEND = "papers.write_terms", "papers.set_introduction", "papers.send_terms"
LONGEST_INTRODUCTION = 5000  # characters: two pages of print


@transaction.atomic
def add_points(*, meeting: Meeting, text: str, by: User, at: datetime) -> list[Point]:
    """Put one point or a pasted list at the end; what stands before a list becomes the introduction, where
    there is none yet. Raises Gone, Refusal."""
    terms = hold_terms(meeting)
    pasted = points_in(text)
    made = append(terms, [(one, None) for one in pasted.points], by=by, at=at)
    if pasted.introduction and not terms.introduction:
        _introduce(terms, pasted.introduction[:LONGEST_INTRODUCTION], by=by, at=at)
    record(terms, f"Put {_points(len(made))} into", by=by, at=at)
    return made


@transaction.atomic
def copy_points(*, meeting: Meeting, source: Template | Terms, by: User, at: datetime) -> list[Point]:
    """Put in the points of a template, or of another meeting with their topics, and its introduction where
    there is none yet. A point that is there already is left out. Raises Gone, Refusal."""
    terms = hold_terms(meeting)
    found: list[tuple[str, int | None]]
    if isinstance(source, Terms):
        found = list(source.points.values_list("text", "topic_id"))
    else:
        found = [(text, None) for text in source.points]
    there = {" ".join(one.split()).casefold() for one in terms.points.values_list("text", flat=True)}
    new = [one for one in found if " ".join(one[0].split()).casefold() not in there]
    if not new:
        raise Refusal("All of these points are here already." if found else "There are no points in it.")
    made = append(terms, new, by=by, at=at)
    if isinstance(source, Terms) and source.introduction and not terms.introduction:
        _introduce(terms, source.introduction, by=by, at=at)
    record(terms, f"Copied {_points(len(made))} into", by=by, at=at)
    return made


@transaction.atomic
def set_introduction(*, meeting: Meeting, text: str, seen: str | None = None, by: User, at: datetime) -> None:
    """Say what stands before the points. Raises Clash, Gone, Refusal."""
    terms = hold_terms(meeting)
    text = "\n".join(line.strip() for line in text.splitlines()).strip()
    if text == terms.introduction:
        raise Refusal("Nothing was changed: that is what it says already.")
    if len(text) > LONGEST_INTRODUCTION:
        raise Refusal(f"Make the introduction shorter: it can have {LONGEST_INTRODUCTION} characters.")
    if seen and introduction_version(terms) != seen:
        choice = Choice("introduction", "Introduction", theirs=terms.introduction, yours=text, shape="long")
        raise clash_over("the introduction", terms, [choice], introduction_version(terms), INTRODUCE)
    _introduce(terms, text, by=by, at=at)
    record(terms, "Changed the introduction of", by=by, at=at, operation=INTRODUCE)


@transaction.atomic
def send_terms(*, meeting: Meeting, by: User, at: datetime) -> Terms:
    """Send them to the force: from now on its people see them, and every change is told. Raises Refusal."""
    held = hold_meeting(meeting)
    terms = Terms.objects.filter(meeting=held).first()
    if terms is None or not terms.points.exists():
        raise Refusal("Write at least one point before you send the terms of reference.")
    if terms.sent_at is not None:
        raise Refusal("The terms of reference were sent already.")
    terms.sent_at, terms.sent_by = at, by
    terms.save(update_fields=["sent_at", "sent_by"])
    meet_deadline(meeting=held, kind=Deadline.Kind.TERMS, by=by, at=at)
    record(terms, "Sent", by=by, at=at, operation=SEND)
    return terms


def append(terms: Terms, new: Sequence[tuple[str, int | None]], *, by: User, at: datetime) -> list[Point]:
    """New points at the end, each with a topic's key or none. Part of a larger write. Raises Refusal."""
    start = terms.points.count()
    problem = problem_with([text for text, _ in new], start)
    if problem:
        raise Refusal(problem)
    made = [
        Point(terms=terms, position=start + place, text=text, topic_id=topic)
        for place, (text, topic) in enumerate(new)
    ]
    for one in made:
        amend(terms, Amendment.What.ADDED, by, at, number=one.position + 1, now=one.text)
    return Point.objects.bulk_create(made)


def record(
    terms: Terms, did: str, *, point: Point | None = None, by: User, at: datetime, operation: str = WRITE
) -> None:
    """The event of a write about terms of reference: "Sent the terms of reference of …"."""
    about = [terms, terms.meeting, *([point] if point else [])]
    audit.record(
        by=by, at=at, operation=operation, about=about, office_id=terms.meeting.office_id,
        summary=f"{did} the terms of reference of {terms.meeting}.",
    )  # fmt: skip


def _introduce(terms: Terms, text: str, *, by: User, at: datetime) -> None:
    amend(terms, Amendment.What.CHANGED, by, at, was=terms.introduction, now=text)
    terms.introduction = text
    terms.save(update_fields=["introduction"])


def _points(count: int) -> str:
    return f"{count} {'point' if count == 1 else 'points'}"
