"""One point of the terms of reference: its words and topic, its place, its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from django.db import transaction

from answerable.accounts.models import User
from answerable.core.clash import Choice
from answerable.core.papers.points import problem_with
from answerable.core.refusal import Refusal
from answerable.papers.models import Amendment, Point
from answerable.papers.operations.holding import amend, hold_point
from answerable.papers.operations.terms import WRITE, record
from answerable.papers.versions import clash_over, point_version
from answerable.topics.models import Topic

ASIDE = 10_000  # where points stand while they change places: beyond any place that there is


@transaction.atomic
def edit_point(
    *,
    point: Point,
    text: str | None = None,
    topic: Topic | Literal["as it is"] | None = "as it is",
    seen: str | None = None,
    by: User,
    at: datetime,
) -> None:
    """Say a point otherwise, or tie it to another topic. Raises Clash, Gone, Refusal."""
    held = hold_point(point)
    words = held.text if text is None else " ".join(text.split())
    about = held.topic if topic == "as it is" else topic
    problem = problem_with([words]) if words else "Write what the point asks, or remove it."
    if problem:
        raise Refusal(problem)
    if (words, about) == (held.text, held.topic):
        raise Refusal("Nothing was changed: that is what it says already.")
    if seen and point_version(held) != seen:
        raise clash_over("the point", held, _choices(held, words, about), point_version(held), WRITE)
    if words != held.text:
        number = held.position + 1
        amend(held.terms, Amendment.What.CHANGED, by, at, number=number, was=held.text, now=words)
    held.text, held.topic = words, about
    held.save(update_fields=["text", "topic"])
    record(held.terms, f"Changed point {held.position + 1} of", point=held, by=by, at=at)


@transaction.atomic
def move_point(*, point: Point, up: bool, by: User, at: datetime) -> None:
    """Put a point one place up or down. Raises Gone, Refusal."""
    held = hold_point(point)
    every = list(held.terms.points.order_by("position"))
    place = next(at for at, one in enumerate(every) if one.pk == held.pk)
    to = place - 1 if up else place + 1
    if not 0 <= to < len(every):
        raise Refusal(f"It is the {'first' if up else 'last'} point already.")
    every[place], every[to] = every[to], every[place]
    _put_in_order(every)
    amend(held.terms, Amendment.What.MOVED, by, at, number=place + 1, to=to + 1, was=held.text, now=held.text)
    record(held.terms, f"Moved point {place + 1} to {to + 1} in", by=by, at=at)


@transaction.atomic
def remove_point(*, point: Point, seen: str | None = None, by: User, at: datetime) -> None:
    """Take a point out, and with it what was said of who answers it. Raises Clash, Gone, Refusal."""
    held = hold_point(point)
    if seen and point_version(held) != seen:
        choice = Choice("remove", "The point", theirs=held.text, yours="Remove it")
        raise clash_over("the point", held, [choice], point_version(held), WRITE)
    number, text, terms = held.position + 1, held.text, held.terms
    held.delete()
    _put_in_order(list(terms.points.order_by("position")))
    amend(terms, Amendment.What.REMOVED, by, at, number=number, was=text)
    record(terms, f"Took point {number} out of", by=by, at=at)


def _choices(held: Point, words: str, about: Topic | None) -> list[Choice]:
    names = {"": "No topic"} | {str(one.pk): one.name for one in (held.topic, about) if one}
    theirs, yours = (str(one.pk) if one else "" for one in (held.topic, about))
    return [
        Choice("text", "The point", theirs=held.text, yours=words, shape="long"),
        Choice("topic", "Topic", theirs=theirs, yours=yours, shape="choice", options=names),
    ]


def _put_in_order(every: Sequence[Point]) -> None:
    """Number points as they stand in the list; no two have one place at any moment."""
    moved = [(place, one) for place, one in enumerate(every) if one.position != place]
    for beyond in (ASIDE, 0):
        for place, one in moved:
            Point.objects.filter(pk=one.pk).update(position=place + beyond)
