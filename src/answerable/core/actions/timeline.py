"""An action's line of time: every meeting of its forums on it, what each said, and the silences."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from answerable.core.actions.life import Mention, MentionKind, Sitting, dues, followed_by, state

MomentKind = MentionKind | Literal["due", "silent", "cancelled"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A mark on the line: a mention, a date that fell due, a meeting that was silent or cancelled.

    ``mention`` is None for the last three; ``late``: of ``due``, that the date passed with the action open.
    """

    on: date
    kind: MomentKind
    forum: Hashable | None
    mention: Mention | None = None
    late: bool = False


def timeline(
    mentions: Sequence[Mention],
    sittings: Sequence[Sitting],
    successors: Mapping[Hashable, Hashable],
    today: date,
) -> list[Moment]:
    """The moments of an action's life up to today, in order; on one day a mention stands before a due.

    A meeting that spoke of the action stands as its mention, not a second time as a meeting. Meetings after
    the action was closed or withdrawn are left out: nobody need speak of it again.
    """
    if not mentions:
        return []
    moments = [Moment(one.on, one.kind, one.forum, one) for one in mentions if one.on <= today]
    moments += _dues(mentions, today)
    moments += _unspoken(mentions, sittings, successors, today)
    return sorted(moments, key=lambda one: (one.on, one.mention is None))


def _dues(mentions: Sequence[Mention], today: date) -> list[Moment]:
    """Each date that stood when it came: one that was moved before it fell due is not a mark."""
    found = []
    given = (mention.dues for mention in mentions if mention.kind in ("given", "moved", "happened"))
    for day in sorted({day for dues_given in given for day in dues_given}):
        before = [mention for mention in mentions if mention.on <= day]
        if day <= today and day in dues(before) and state(before) in ("open", "reported"):
            found.append(Moment(day, "due", None, late=state(before) == "open" and day < today))
    return found


def _unspoken(
    mentions: Sequence[Mention],
    sittings: Sequence[Sitting],
    successors: Mapping[Hashable, Hashable],
    today: date,
) -> list[Moment]:
    forums = followed_by(mentions, successors)
    spoken = {(mention.on, mention.forum) for mention in mentions}
    last = min(today, mentions[-1].on if state(mentions) in ("closed", "withdrawn") else today)
    return [
        Moment(sitting.on, "cancelled" if sitting.cancelled else "silent", sitting.forum)
        for sitting in sittings
        if sitting.forum in forums
        and mentions[0].on < sitting.on <= last
        and (sitting.on, sitting.forum) not in spoken
    ]
