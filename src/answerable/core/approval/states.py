"""The states of minutes that are written here, who may move them on, and why not.

The table is the whole of it: pages, refusals and the diagram in ``docs/reference/minutes-states.md`` are
made from it. A condition is a rule on plain facts that gives a sentence where it is not met.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from answerable.core.permissions.asking import may, why_not
from answerable.core.permissions.roles import NAMES, Role
from answerable.core.permissions.table import TABLE, Permission


class State(StrEnum):
    """How far minutes have come; ``NONE`` before the first line is typed."""

    NONE = ""
    DRAFT = "draft"
    CHECKED = "checked"
    AGREED = "agreed"
    SEEN = "seen"
    APPROVED = "approved"


STATE_NAMES = {
    State.NONE: "Not begun",
    State.DRAFT: "Draft",
    State.CHECKED: "Checked",
    State.AGREED: "Agreed by the commissioner’s side",
    State.SEEN: "With the force for accuracy",
    State.APPROVED: "Approved",
}

LAID = frozenset({State.SEEN, State.APPROVED})
"""States in which the lines stand in the record as entries, and the force may read them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the conditions ask of the minutes of one meeting.

    ``blocking``: checks that stand against it; ``unanswered``: remarks; ``approved_on``: the day of the
    meeting that is named as the one that approved them, None where none is named.
    """

    held: date
    today: date
    lines: int = 0
    blocking: int = 0
    unanswered: int = 0
    approved_on: date | None = None


Condition = Callable[[Facts], str | None]


def has_lines(facts: Facts) -> str | None:
    """There is something to approve."""
    return None if facts.lines else "Nothing is minuted yet: type a line first."


def nothing_blocks(facts: Facts) -> str | None:
    """No check stands against it that must be mended first."""
    if not facts.blocking:
        return None
    if facts.blocking == 1:
        return "One check stands against them: mend it first."
    return f"{facts.blocking} checks stand against them: mend those first."


def remarks_answered(facts: Facts) -> str | None:
    """Everything that the force said of them has an answer."""
    if not facts.unanswered:
        return None
    if facts.unanswered == 1:
        return "One remark is not answered yet: answer it first."
    return f"{facts.unanswered} remarks are not answered yet: answer them first."


def later_meeting(facts: Facts) -> str | None:
    """A later meeting of the forum that was held by now approved them."""
    if facts.approved_on is None:
        return "Choose the meeting that approved them: a later one of this forum."
    if facts.approved_on <= facts.held:
        return "Minutes are approved at a later meeting than their own: choose a later one."
    if facts.approved_on > facts.today:
        return "That meeting is still ahead: minutes are approved once it has met."
    return None


CONDITION_WORDS: dict[Condition, str] = {
    has_lines: "something is minuted",
    nothing_blocks: "no check stands against them that must be mended first",
    remarks_answered: "every remark is answered",
    later_meeting: "a later meeting of the forum is named, which has met",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A way from one state to another.

    ``label`` is the button's, ``done`` what is said afterwards. Whoever has any of ``permissions`` may take
    it. ``needs_words``: it says why. ``names_meeting``: it names the meeting that approved them.
    """

    key: str
    was: State
    to: State
    label: str
    done: str
    permissions: tuple[Permission, ...]
    conditions: tuple[Condition, ...] = ()
    needs_words: bool = False
    names_meeting: bool = False


_TAKE, _AGREE = Permission.TAKE_MINUTES, Permission.AGREE_MINUTES


def _back(was: State) -> Step:
    return Step(
        f"back-from-{was}", was, State.DRAFT, "Send back to draft", "Sent back to draft.", (_TAKE, _AGREE),
        needs_words=True,
    )  # fmt: skip


STEPS: tuple[Step, ...] = (
    Step("begin", State.NONE, State.DRAFT, "Begin the minutes", "Begun.", (_TAKE,)),
    Step(
        "check", State.DRAFT, State.CHECKED, "Mark as checked", "Marked as checked.", (_TAKE,),
        (has_lines, nothing_blocks),
    ),
    Step(
        "agree", State.CHECKED, State.AGREED, "Agree these minutes", "Agreed for the office.", (_AGREE,),
        (nothing_blocks,),
    ),
    Step(
        "send", State.AGREED, State.SEEN, "Send to the force for accuracy", "Sent to the force for accuracy.",
        (_TAKE,), (nothing_blocks,),
    ),
    Step(
        "approve", State.SEEN, State.APPROVED, "Note that they were approved", "Noted as approved.", (_TAKE,),
        (remarks_answered, nothing_blocks, later_meeting), names_meeting=True,
    ),
    _back(State.CHECKED),
    _back(State.AGREED),
    _back(State.SEEN),
)  # fmt: skip
"""Every step there is. Whoever typed the minutes may check them too: small offices have one officer."""

BEGUN_BY_TYPING = "begin"
"""The step that is taken on the page where minutes are typed, not on the one where they are approved."""


def steps_from(state: str) -> list[Step]:
    """The steps that lead on from a state, forward first."""
    return [step for step in STEPS if step.was == state]


def step_of(key: str) -> Step | None:
    """The step of this key."""
    return next((step for step in STEPS if step.key == key), None)


def who_may(step: Step) -> str:
    """Who takes a step: "policy officer", "policy officer or commissioner or deputy"."""
    allowed = {role for permission in step.permissions for role in TABLE[permission].roles}
    return " or ".join(NAMES[role] for role in Role if role in allowed)


def why_not_by(step: Step, roles: Collection[Role]) -> str | None:
    """Why somebody with these roles may not take a step; None where they may."""
    if any(may(roles, permission) for permission in step.permissions):
        return None
    return why_not(roles, step.permissions[0])


ANSWERED_BY_THE_FORM = frozenset({later_meeting})
"""Conditions that whoever takes the step meets by what they choose."""


def why_not_offered(step: Step, facts: Facts) -> list[str]:
    """What stands against a step whatever is chosen with it, a sentence each."""
    left = (one for one in step.conditions if one not in ANSWERED_BY_THE_FORM)
    return [sentence for condition in left if (sentence := condition(facts))]


def why_not_now(step: Step, facts: Facts) -> list[str]:
    """What stands against a step, a sentence each; none where it can be taken."""
    return [sentence for condition in step.conditions if (sentence := condition(facts))]


def force_sees(state: str) -> bool:
    """Are the minutes shown to the force by now?"""
    return State(state) in LAID
