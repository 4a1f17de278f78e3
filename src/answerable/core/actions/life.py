"""What became of an action, told from the meetings that spoke of it.

An action's life is a list of mentions, the oldest first: it was given, mentioned as outstanding, carried,
reported, moved, referred to another forum, complete, closed or withdrawn. Everything else follows from
them: the state (``mentions``), how late it is and whether it was kept (``dates``), whether it has lapsed.

Forums are named by whatever key the caller has (a number, a string); dates are days; nothing here looks
at a clock, ``today`` is an argument.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from answerable.core.actions.dates import (
    CANCELLED,
    Kept,
    Move,
    Standing,
    days_slipped,
    done_on,
    dues,
    first_due,
    first_dues,
    kept,
    kept_as_said,
    moves,
    overdue,
    said_done_on,
    standing,
    times_moved,
    times_slipped,
    waits_for,
)
from answerable.core.actions.mentions import (
    STATE_AFTER,
    UNHEARD,
    Mention,
    MentionKind,
    State,
    forum_now,
    in_order,
    state,
    states,
)

__all__ = [
    "CANCELLED",
    "SILENT_MEETINGS",
    "STATE_AFTER",
    "UNDATED_LIMIT",
    "Kept",
    "Mention",
    "MentionKind",
    "Move",
    "Sitting",
    "Standing",
    "State",
    "days_slipped",
    "done_on",
    "dues",
    "first_due",
    "first_dues",
    "followed_by",
    "forum_now",
    "in_order",
    "kept",
    "kept_as_said",
    "lapsed",
    "last_spoken_of",
    "moves",
    "overdue",
    "said_done_on",
    "silent_sittings",
    "standing",
    "state",
    "states",
    "times_moved",
    "times_slipped",
    "waits_for",
]

UNDATED_LIMIT = relativedelta(months=6)
"""The age at which an action without a date can lapse (DESIGN.md, "lapsed")."""

SILENT_MEETINGS = 2
"""So many meetings must have passed over an action before it has lapsed (DESIGN.md, "lapsed")."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting of a forum; one that was cancelled can pass nothing over."""

    on: date
    forum: Hashable
    cancelled: bool = False


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


def last_spoken_of(mentions: Sequence[Mention], forums: frozenset[Hashable]) -> date:
    """The day on which a meeting of these forums, or somebody outside a meeting, last spoke of it."""
    return max(
        one.on
        for one in mentions
        if one.kind == "given" or one.forum in forums or (one.at is not None and one.kind not in UNHEARD)
    )


def silent_sittings(
    mentions: Sequence[Mention],
    sittings: Sequence[Sitting],
    successors: Mapping[Hashable, Hashable],
    today: date,
) -> list[Sitting]:
    """The meetings up to today of the forums that follow the action, later than the last that spoke of it.

    Whoever moved, referred or refused it outside a meeting spoke of it too: it was not forgotten.
    """
    if not mentions:
        return []
    forums = followed_by(mentions, successors)
    last = last_spoken_of(mentions, forums)
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
