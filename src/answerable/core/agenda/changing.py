"""Whether an agenda can still be changed, and which of its items were not reached."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.agenda.moving import end_of

CHANGEABLE = {("planned", ""), ("planned", "draft"), ("held", "draft")}
"""States of a meeting and of its minutes: an agenda goes on being written while minutes are a draft."""


def why_not_changed(state: str, minutes: str) -> str | None:
    """Why the agenda of a meeting in these states stays as it is; None where it can be changed."""
    if (state, minutes) in CHANGEABLE:
        return None
    if state == "cancelled":
        return "This meeting was cancelled: its agenda stays as it was. Carry its items forward instead."
    if minutes and minutes != "approved":
        return "The minutes of this meeting are being checked: send them back before the agenda is changed."
    return "This meeting was held: its minutes say what was on the agenda. Carry an item forward instead."


def not_reached(levels: Sequence[int], reached: Sequence[bool]) -> list[int]:
    """The places of items that stand over no other, and of which nothing was said."""
    return [at for at in range(len(levels)) if not reached[at] and end_of(levels, at) == at + 1]
