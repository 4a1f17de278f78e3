"""What becomes of a recommendation, as a table: each step, whose it is, from where to where it leads.

The force says that something is done; the office says that it is closed, and whether it is accepted at all.
Being superseded is no step: it follows from the link to the one that took its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Side = Literal["force", "office"]

STATES = {
    "open": "Open",
    "done": "Done, says the force",
    "closed": "Closed",
    "superseded": "Superseded",
    "refused": "Not accepted",
}
LONGEST_WHY = 2000  # characters


@dataclass(frozen=True, slots=True)
class Step:
    """``did`` completes "… the recommendation"; ``asks`` is what has to be said with it."""

    key: str
    label: str
    did: str
    side: Side
    begins: frozenset[str]
    to: str
    asks: str


STEPS: Sequence[Step] = (
    Step("done", "Say that it is done", "Said to be done:", "force", frozenset({"open"}), "done",
         "Say what was done, and how it can be seen"),
    Step("not-done", "Say that it is not done yet", "Said not to be done yet:", "force", frozenset({"done"}),
         "open", "Say what is still to be done"),
    Step("close", "Close it", "Closed", "office", frozenset({"open", "done"}), "closed",
         "Say what was seen, or who closed it"),
    Step("refuse", "Say that it is not accepted", "Did not accept", "office", frozenset({"open", "done"}),
         "refused", "Say why it is not accepted"),
    Step("reopen", "Open it again", "Opened again", "office", frozenset({"done", "closed", "refused"}),
         "open", "Say why it is opened again"),
)  # fmt: skip


def steps_from(state: str, side: Side) -> list[Step]:
    """The steps that a side may take now."""
    return [one for one in STEPS if one.side == side and state in one.begins]


def why_not(key: str, side: Side, state: str, why: str) -> str:
    """The sentence for a step that cannot be taken so; "" where it can."""
    step = next((one for one in STEPS if one.key == key and one.side == side), None)
    if step is None:
        return "Choose from the list what becomes of it."
    if state == "superseded":
        return "It is superseded: what becomes of it is said of the one that took its place."
    if state not in step.begins:
        return f"It is already {STATES[state].lower()}: look at the page again."
    if not why.strip():
        return f"{step.asks}."
    if len(why) > LONGEST_WHY:
        return f"Make it shorter: it can have {LONGEST_WHY} letters."
    return ""


def step_of(key: str) -> Step:
    return next(one for one in STEPS if one.key == key)
