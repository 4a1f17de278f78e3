"""Who holds a post once a person said that a tenure ended, and who follows.

Attendance lists tell tenures; a person's word stands above them, whatever lists come in later. The rules
here are applied to what the lists tell, each time anew, so that the order in which both come does not matter.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """Somebody in a post, from the first to the last day; no end: still held."""

    person: Hashable
    post: Hashable
    start: date
    end: date | None = None
    acting: bool = False
    portfolio: str = ""

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)


@dataclass(frozen=True, slots=True)
class Handed:
    """A word about a post: ``on`` is the first day without ``leaving``, and the first of ``arriving``.

    Who is None is nobody that is known. ``abolished``: nobody holds it from then on.
    """

    post: Hashable
    on: date
    leaving: Hashable | None = None
    arriving: Hashable | None = None
    acting: bool = False
    abolished: bool = False


def after(held: Iterable[Held], handed: Sequence[Handed]) -> list[Held]:
    """The tenures as they are once each word was heard, in the order of its day.

    - Who leaves holds the post to the day before, also where a later list still names them in it; a tenure
      that only began afterwards is another one, and stands.
    - Who arrives holds it from that day; what the lists tell of them beginning later begins then.
    - Of a post that is abolished every tenure ends, and none begins.
    """
    rows = list(held)
    for word in sorted(handed, key=lambda one: one.on):
        portfolio = _portfolio(rows, word)
        if word.abolished:
            rows = [_cut(one, word) for one in rows if one.post != word.post or one.start < word.on]
        elif word.leaving is not None:
            rows = _left(rows, word)
        if word.arriving is not None:
            rows = _arrived(rows, word, portfolio)
    return rows


def _portfolio(rows: Sequence[Held], word: Handed) -> str:
    """What told the one who leaves apart from another holder of the post tells their follower apart."""
    last = _last_of(rows, word)
    return last.portfolio if last else ""


def _last_of(rows: Sequence[Held], word: Handed) -> Held | None:
    own = [one for one in rows if (one.post, one.person) == (word.post, word.leaving) and one.start < word.on]
    return max(own, key=lambda one: one.start, default=None)


def _cut(one: Held, word: Handed) -> Held:
    ends = word.on - ONE_DAY
    covers = one.post == word.post and (one.end is None or one.end > ends)
    return replace(one, end=ends) if covers else one


def _left(rows: Sequence[Held], word: Handed) -> list[Held]:
    last = _last_of(rows, word)
    ends = word.on - ONE_DAY
    return [replace(one, end=ends) if one is last else one for one in rows]


def _arrived(rows: Sequence[Held], word: Handed, portfolio: str) -> list[Held]:
    own = [one for one in rows if (one.post, one.person) == (word.post, word.arriving)]
    if any(one.covers(word.on) for one in own):
        return list(rows)
    first = min((one for one in own if one.start > word.on), key=lambda one: one.start, default=None)
    if first is not None:
        return [replace(one, start=word.on) if one is first else one for one in rows]
    new = Held(word.arriving, word.post, word.on, None, word.acting, portfolio)
    return [*rows, new]


def why_not_handed(word: Handed, held: Iterable[Held], earlier: Sequence[Handed]) -> str | None:
    """Why a word about a post cannot stand, in a sentence; None where it can."""
    rows = [one for one in held if one.post == word.post]
    if word.leaving is None and word.arriving is None and not word.abolished:
        return "Say who leaves the post, or who follows."
    if word.leaving is not None and word.leaving == word.arriving:
        return "The same person cannot leave the post and follow in it."
    if word.leaving is not None:
        return _why_not_left(word, [one for one in rows if one.person == word.leaving], earlier)
    if any(_same(one, word) for one in earlier):
        return "That is what it says already."
    return None


def _why_not_left(word: Handed, own: Sequence[Held], earlier: Sequence[Handed]) -> str | None:
    if not any(one.start < word.on for one in own):
        return "They did not hold the post before that day: choose a later one."
    for one in earlier:
        if (one.post, one.leaving) != (word.post, word.leaving):
            continue
        if not any(one.on <= held.start < word.on for held in own):
            return f"It is said already that they left, on {one.on:%-d %B %Y}: take that back first."
    return None


def _same(one: Handed, other: Handed) -> bool:
    return replace(one, acting=False) == replace(other, acting=False)
