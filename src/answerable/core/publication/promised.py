"""Which promises have passed their date or lapsed, told from public minutes as of a day.

The same rules as for the working record (docs/reference/lapsed.md), over the words that the public can read
and nothing else: what later minutes say that are not public was not said.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.core.actions.life import Mention, followed_by
from answerable.core.actions.nearest import Rarity, Said, Wanted, nearest
from answerable.core.actions.promises import LIVE, lapses_from, later_than, silent_from
from answerable.core.publication.shapes import MeetingContent, PublishedPromise

PASSED = "passed"
LAPSED = "lapsed"
SO_FAR = "so_far"
"""The tag of a promise that says so, as of the register."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """Public minutes: the words of their lines and the promises that they report. ``forum`` is any key."""

    on: dt.date
    forum: Hashable
    said: Sequence[str]
    promises: Sequence[PublishedPromise]


@dataclass(frozen=True, slots=True)
class SoFar:
    """The addresses of promises that nobody has said the end of: a lapsed one may never have had a date."""

    passed: Sequence[str]
    lapsed: Sequence[str]


def words_said(content: MeetingContent) -> list[str]:
    """The lines of minutes that can speak of something."""
    return [one["text"] for one in content["entries"] if one["kind"] != "heading" and not one["left_out"]]


def so_far(sittings: Sequence[Sitting], successors: Mapping[Hashable, Hashable], today: dt.date) -> SoFar:
    """``sittings``: held meetings. ``successors`` maps a forum to the one that took its place."""
    held = sorted((one for one in sittings if one.on <= today), key=lambda one: one.on)
    live = [(one, promise) for one in held for promise in one.promises if promise["standing"] in LIVE]
    passed = [promise["path"] for _, promise in live if _before(due_of(promise), today)]
    over = [(one, promise) for one, promise in live if lapses_from(one.on, due_of(promise), None) <= today]
    return SoFar(passed, _silent(over, held, successors, today) if over else [])


def _before(due: dt.date | None, today: dt.date) -> bool:
    return due is not None and due < today


def due_of(promise: PublishedPromise) -> dt.date | None:
    """The first day that it names."""
    return next((dt.date.fromisoformat(one["date"]) for one in promise["dues"] if one["date"]), None)


def _silent(
    over: Sequence[tuple[Sitting, PublishedPromise]],
    held: Sequence[Sitting],
    successors: Mapping[Hashable, Hashable],
    today: dt.date,
) -> list[str]:
    """Those that two later meetings, or more, said nothing of."""
    days = DaysMet(held)
    wanted = [
        Wanted(promise["path"], promise["text"], one.on, _forums(one.forum, one.on, successors))
        for one, promise in over
    ]
    rarity = Rarity()
    for said in _said(held):
        rarity.count(said.text)
    found = nearest(wanted, _said(held), rarity)
    lapsed = []
    for one in wanted:
        near = found.get(one.key)
        later = later_than(days[one.forums], one.after)
        since = silent_from(later, mentioned=near is not None and near.mentions)
        if since is not None and since <= today:
            lapsed.append(str(one.key))
    return lapsed


class DaysMet(dict[frozenset[Hashable], list[dt.date]]):
    """When forums met together, in order; put together once for all that is sought at the same ones."""

    def __init__(self, held: Sequence[Sitting]) -> None:
        self.held: dict[Hashable, list[dt.date]] = defaultdict(list)
        for one in held:
            self.held[one.forum].append(one.on)

    def __missing__(self, forums: frozenset[Hashable]) -> list[dt.date]:
        days = self[forums] = sorted(day for forum in forums for day in self.held.get(forum, ()))
        return days


def _forums(forum: Hashable, on: dt.date, successors: Mapping[Hashable, Hashable]) -> frozenset[Hashable]:
    return followed_by([Mention(on, "given", forum)], successors)


def _said(held: Sequence[Sitting]) -> Iterator[Said]:
    for place, one in enumerate(held):
        for line, text in enumerate(one.said):
            yield Said((place, line), one.on, one.forum, text)
