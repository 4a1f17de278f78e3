"""What became of an action, told from the meetings that spoke of it.

An action's life is a list of mentions, the oldest first: it was given, mentioned as outstanding, carried,
reported, moved, referred to another forum, complete, closed or withdrawn. Everything else follows from
them: the state, the days it is late, whether it was kept, whether it has lapsed.

Forums are named by whatever key the caller has (a number, a string); dates are days; nothing here looks
at a clock, ``today`` is an argument.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from dateutil.relativedelta import relativedelta

State = Literal["open", "reported", "closed", "withdrawn"]
MentionKind = Literal[
    "given",
    "outstanding",
    "carried",
    "reported",
    "moved",
    "referred",
    "complete",
    "closed",
    "withdrawn",
]
Kept = Literal["kept", "kept late"]

STATE_AFTER: Mapping[MentionKind, State] = {
    "given": "open",
    "outstanding": "open",
    "carried": "open",
    "moved": "open",
    "reported": "reported",
    "complete": "closed",  # the minutes are the office's own record: what they call complete is closed
    "closed": "closed",
    "withdrawn": "withdrawn",
}
"""The state after a mention; ``referred`` leaves it as it was: another forum follows it now."""

UNDATED_LIMIT = relativedelta(months=6)
"""The age at which an action without a date can lapse (DESIGN.md, "lapsed")."""

SILENT_MEETINGS = 2
"""So many meetings must have passed over an action before it has lapsed (DESIGN.md, "lapsed")."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One meeting's (or report's) word on an action.

    ``dues``: of ``given`` and ``moved`` the dates it is then due by, undated ones (events) left out.
    ``to_forum``: of ``referred`` the forum that follows the action from now on.
    ``done_on``: of ``reported``, ``complete`` and ``closed`` the day it was done, where one is known.
    """

    on: date
    kind: MentionKind
    forum: Hashable
    text: str = ""
    dues: tuple[date, ...] = ()
    to_forum: Hashable | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of a forum; one that was cancelled can pass nothing over."""

    on: date
    forum: Hashable
    cancelled: bool = False


def state(mentions: Sequence[Mention]) -> State:
    """Open, reported, closed or withdrawn, after the last of the mentions; open where there are none."""
    now: State = "open"
    for mention in mentions:
        now = STATE_AFTER.get(mention.kind, now)
    return now


def dues(mentions: Sequence[Mention]) -> tuple[date, ...]:
    """The dates that stand now: those of the last mention that gave or moved any."""
    for mention in reversed(mentions):
        if mention.dues:
            return mention.dues
    return ()


def first_dues(mentions: Sequence[Mention]) -> tuple[date, ...]:
    """The dates first given, whatever moved since."""
    return next((mention.dues for mention in mentions if mention.dues), ())


def times_moved(mentions: Sequence[Mention]) -> int:
    """How often a date was replaced by another."""
    given = [mention.dues for mention in mentions if mention.dues]
    return sum(1 for before, after in pairwise(given) if before != after)


def overdue(mentions: Sequence[Mention], today: date) -> int:
    """Days past the date that stands now (the earliest of several); 0 where it is not open or not late."""
    standing = dues(mentions)
    if state(mentions) != "open" or not standing:
        return 0
    return max((today - min(standing)).days, 0)


def done_on(mentions: Sequence[Mention]) -> date | None:
    """The day the work was done, so far as is known: of the report that was accepted, else the closing."""
    if state(mentions) != "closed":
        return None
    done: date | None = None
    for mention in mentions:
        kind = mention.kind
        if kind in ("reported", "complete", "closed"):
            done = done or mention.done_on or mention.on
        elif STATE_AFTER.get(kind) == "open":
            done = None
    return done


def kept(mentions: Sequence[Mention]) -> Kept | None:
    """Whether a closed action was done by the dates first given; None where it is not closed.

    The first dates count, not those it was moved to: a promise that was moved and then met is kept late.
    An action that was never dated cannot be late.
    """
    done = done_on(mentions)
    if done is None:
        return None
    first = first_dues(mentions)
    return "kept late" if first and done > max(first) else "kept"


def followed_by(mentions: Sequence[Mention], successors: Mapping[Hashable, Hashable]) -> frozenset[Hashable]:
    """The forums whose meetings should speak of the action.

    They are the forum that gave it, every forum it was referred to, and their successors in turn.
    ``successors`` maps a forum to the one that took its place.
    """
    forums: set[Hashable] = set()
    waiting: list[Hashable] = [mention.forum for mention in mentions if mention.kind == "given"]
    waiting += [mention.to_forum for mention in mentions if mention.to_forum is not None]
    while waiting:
        forum = waiting.pop()
        if forum not in forums:
            forums.add(forum)
            if forum in successors:
                waiting.append(successors[forum])
    return frozenset(forums)


def silent_sittings(
    mentions: Sequence[Mention],
    sittings: Sequence[Sitting],
    successors: Mapping[Hashable, Hashable],
    today: date,
) -> list[Sitting]:
    """The meetings up to today of the forums that follow the action, later than the last that spoke of it."""
    if not mentions:
        return []
    forums = followed_by(mentions, successors)
    last = max(mention.on for mention in mentions if mention.kind == "given" or mention.forum in forums)
    held = (sitting for sitting in sittings if not sitting.cancelled and sitting.forum in forums)
    return sorted((sitting for sitting in held if last < sitting.on <= today), key=lambda one: one.on)


def lapsed(
    mentions: Sequence[Mention],
    sittings: Sequence[Sitting],
    successors: Mapping[Hashable, Hashable],
    today: date,
) -> bool:
    """Open, its date passed (or undated and six months old), and passed over by at least two later meetings.

    Later is: later than the meeting that gave the action or last spoke of it. The meetings are those of its
    forum, of that forum's successor and of a forum that it was referred to.
    """
    if not mentions or state(mentions) != "open":
        return False
    standing = dues(mentions)
    since = min(mention.on for mention in mentions)
    ripe = min(standing) < today if standing else since + UNDATED_LIMIT <= today
    return ripe and len(silent_sittings(mentions, sittings, successors, today)) >= SILENT_MEETINGS
