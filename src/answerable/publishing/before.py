"""Which versions of what was public before cannot be read any more once something new is public."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from answerable.core.publication.parts import Kind, Part
from answerable.core.publication.versions import CURRENT, Book, readable, version_path
from answerable.offices.models import Office
from answerable.publishing.book import decided, same_subject
from answerable.publishing.models import Frozen, Publication

Content = Mapping[str, Any]


def hides_otherwise(made: Publication) -> bool:
    """Is something else restricted or left out of the meeting than when this was last public?"""
    if made.meeting_id is None:
        return False
    told = same_subject(made).exclude(number=None).exclude(doing=Publication.Doing.WITHDRAW)
    last = told.order_by("-number").first()
    return last is not None and last.hidden != made.hidden


def versions_before(held: Book, paths: Sequence[str], changed: Sequence[Part]) -> list[str]:
    """Every version at these addresses that can be read, but for what goes on standing there."""
    replaced = {part.path for part in changed}
    return [
        version_path(path, one.version)
        for path in paths
        for one in readable(held.get(path, []))
        if path in replaced or one.state != CURRENT
    ]


def versions_that_say_more(office: Office, held: Book, changed: Sequence[Part]) -> list[str]:
    """Of what is about no one meeting: versions that say what the new one keeps back."""
    return [
        version_path(part.path, number)
        for part in changed
        if part.kind in SAYS_MORE
        for number, before in _before(office, held, part)
        if SAYS_MORE[part.kind](before, part.read())
    ]


def _before(office: Office, held: Book, part: Part) -> Iterator[tuple[int, Content]]:
    numbers = {one.brought_by: one.version for one in readable(held.get(part.path, []))}
    rows = Frozen.objects.filter(publication__in=decided(office), publication__number__in=numbers)
    for number, content in rows.filter(path=part.path).values_list("publication__number", "content"):
        yield numbers[number or 0], Part(part.path, part.kind, bytes(content)).read()


def _names_more(before: Content, now: Content) -> bool:
    return bool({one["path"] for one in before["people"]} - {one["path"] for one in now["people"]})


SAYS_MORE: Mapping[Kind, Callable[[Content, Content], bool]] = {
    Kind.DECISION: lambda before, now: now["left_out"] is not None,
    Kind.MEASURE: lambda before, now: before["smallest"] < now["smallest"],
    Kind.PEOPLE: _names_more,
}
"""Part of a decision is exempt now, a measure keeps smaller numbers back, somebody is not named now."""
