"""Whether minutes can be typed into now: a sentence where they cannot."""

from __future__ import annotations

_CLOSED = {
    "checked": "These minutes are checked. Send them back to draft to type into them again.",
    "agreed": "These minutes are agreed. Send them back to draft to type into them again.",
    "seen": "These minutes are with the force for accuracy: change a line where you answer its remark.",
    "approved": "These minutes are approved and stay as they are: minute a correction at the next meeting.",
}


def why_not_typed(meeting_state: str, minutes_state: str) -> str | None:
    """Why no line can be typed, changed or taken out; None where it can."""
    if meeting_state == "cancelled":
        return "This meeting was cancelled: there is nothing to minute."
    if not minutes_state:
        return "Start the minutes first."
    return _CLOSED.get(minutes_state)


def why_not_started(meeting_state: str, minutes_state: str, *, is_read: bool) -> str | None:
    """Why minutes cannot be begun; ``is_read``: the meeting's minutes came as a file."""
    if meeting_state == "cancelled":
        return "This meeting was cancelled: there is nothing to minute."
    if is_read:
        return "The minutes of this meeting were imported. Put a line right on its own page instead."
    return "The minutes of this meeting are begun already." if minutes_state else None
