"""What can become of a question that was taken: chosen for a meeting, parked, declined, answered."""

from __future__ import annotations

TAKEN, CHOSEN, PARKED, DECLINED, ANSWERED = "taken", "chosen", "parked", "declined", "answered"

NAMES = {
    TAKEN: "waits for a decision",
    CHOSEN: "chosen for a meeting",
    PARKED: "parked in the backlog",
    DECLINED: "not chosen",
    ANSWERED: "answered on the record",
}

DECISIONS = {CHOSEN: "Choose", PARKED: "Park", DECLINED: "Decline"}
"""What can be decided about several at once, as their buttons say it."""

DONE = {CHOSEN: "chosen for the meeting", PARKED: "parked in the backlog", DECLINED: "declined"}

NEEDS_REASON = {PARKED: "Say why it is parked", DECLINED: "Say why it is not chosen"}
"""A question that is not asked has a reason that somebody can be told."""

WAITING = (TAKEN, PARKED)

STEPS = {
    TAKEN: {CHOSEN, PARKED, DECLINED},
    PARKED: {CHOSEN, DECLINED},
    CHOSEN: {CHOSEN, PARKED, DECLINED, ANSWERED},
    DECLINED: {CHOSEN, PARKED},
    ANSWERED: {ANSWERED},
}
"""From a state to those that it can come to. Chosen again is chosen for another meeting; an answer can be
put right; what was answered stays answered."""


def why_not(state: str, to: str) -> str | None:
    """Why a question in a state cannot come to another; None where it can."""
    if to in STEPS[state]:
        return None
    if state == ANSWERED:
        return "This question was answered on the record: that stays."
    if to == ANSWERED:
        return "Choose the question for a meeting first: it is answered there."
    return f"This question is {NAMES[state]} already."
