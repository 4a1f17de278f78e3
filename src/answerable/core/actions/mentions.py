"""The words on an action, one after another, and the state that each leaves it in.

A mention is what a meeting's minutes, a report of the owner's side, or a step that somebody took outside a
meeting says of an action. Everything else about an action's life follows from the list of them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

State = Literal["open", "reported", "closed", "withdrawn"]
MentionKind = Literal[
    "given",
    "outstanding",
    "progress",
    "carried",
    "reported",
    "refused",
    "moved",
    "happened",
    "met",
    "referred",
    "returned",
    "joined",
    "split",
    "passed",
    "reopened",
    "complete",
    "closed",
    "withdrawn",
    "merged",
]

STATE_AFTER: Mapping[MentionKind, State] = {
    "given": "open",
    "outstanding": "open",
    "carried": "open",
    "moved": "open",
    "refused": "open",
    "reopened": "open",
    "reported": "reported",
    "complete": "closed",  # the minutes are the office's own record: what they call complete is closed
    "closed": "closed",
    "withdrawn": "withdrawn",
    "merged": "withdrawn",  # it goes on in the other
}
"""The state after a mention; the others leave it as it was: another forum follows it, or one date is met."""

UNHEARD: frozenset[MentionKind] = frozenset({"passed"})
"""Steps that happen to an action without anybody looking at it: they break no silence."""

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Mention:
    """One meeting's, report's or person's word on an action.

    ``forum``: of the meeting that said it; None outside a meeting, where ``at`` is the moment it was done.
    ``dues``: of ``given``, ``moved`` and ``happened`` the dates it is then due by, undated ones left out; of
    ``met`` the dates that were met. ``waits_for``: of ``given`` and ``moved`` the event that a date hangs on.
    ``cause``: of ``moved`` why, as ``core.actions.steps`` names it; "" where it is not known.
    ``to_forum``: of ``referred`` and ``returned`` the forum that follows the action from now on.
    ``done_on``: of ``reported``, ``complete``, ``closed`` and ``met`` the day it was done, where known.
    ``owners``: of ``given`` those who each have to report; ``owner``: of ``reported`` and ``refused`` the one
    whose part it is, "" for all of them.
    """

    on: date
    kind: MentionKind
    forum: Hashable | None
    text: str = ""
    dues: tuple[date, ...] = ()
    to_forum: Hashable | None = None
    done_on: date | None = None
    waits_for: str = ""
    cause: str = ""
    owner: str = ""
    owners: tuple[str, ...] = ()
    at: datetime | None = None


def in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """The giving, then day by day; on one day the minutes before what was done after the meeting."""
    return sorted(mentions, key=_place)


def _place(one: Mention) -> tuple[bool, date, bool, datetime]:
    return one.kind != "given", one.on, one.at is not None, one.at or LONG_AGO


def states(mentions: Sequence[Mention]) -> Iterator[State]:
    """The state after each mention. Of several owners each has to report before the action is reported."""
    now: State = "open"
    owners: frozenset[str] = frozenset()
    told: set[str] = set()
    for one in mentions:
        after = STATE_AFTER.get(one.kind, now)
        if one.kind == "given":
            owners = frozenset(one.owners)
        elif one.kind == "reported" and one.owner in owners and now == "open":
            told.add(one.owner)
            after = "reported" if told >= owners else "open"
        elif one.kind == "refused" and one.owner:
            told.discard(one.owner)
        elif after == "open" and now != "open":
            told.clear()
        now = after
        yield now


def state(mentions: Sequence[Mention]) -> State:
    """Open, reported, closed or withdrawn, after the last of the mentions; open where there are none."""
    now: State = "open"
    for now in states(mentions):  # noqa: B007
        pass
    return now


def forum_now(mentions: Sequence[Mention]) -> Hashable | None:
    """The forum that follows it now: the last that it was referred or returned to, else the giving one."""
    forum: Hashable | None = None
    for one in mentions:
        if one.kind == "given":
            forum = one.forum
        elif one.kind in ("referred", "returned") and one.to_forum is not None:
            forum = one.to_forum
    return forum
