"""The steps that people take with an action outside the minutes: who may, from which state, and why not.

The table is the whole of it: pages, refusals and the diagram in ``docs/reference/action-states.md`` are made
from it. The side that owns an action reports, the side that does not closes; where both own it, or neither
(another body, nobody named), the office closes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from answerable.core.actions.mentions import MentionKind, State
from answerable.core.permissions.asking import may, why_not
from answerable.core.permissions.roles import NAMES, Role
from answerable.core.permissions.table import TABLE, Permission


class Owned(StrEnum):
    """Whose action it is, of the two that face each other."""

    OFFICE = "office"
    FORCE = "force"
    BOTH = "both"
    NEITHER = "neither"


SIDES: dict[str, frozenset[Role]] = {
    "office": frozenset({Role.POLICY_OFFICER, Role.COMMISSIONER}),
    "force": frozenset({Role.CONTRIBUTOR, Role.CHIEF_OFFICER}),
}
"""The roles that sit on each side."""

SIDE_NAMES = {"office": "the office", "force": "the force"}

OWNED_WORDS = {
    Owned.OFFICE: "The office owns this action",
    Owned.FORCE: "The force owns this action",
    Owned.BOTH: "Office and force both own this action",
    Owned.NEITHER: "Neither office nor force owns this action",
}


class Who(StrEnum):
    """Which side takes a step."""

    OWNERS = "the side that owns it"
    OTHERS = "the side that does not own it"
    OFFICE = "the office"


class Say(StrEnum):
    """What has to be said with a step."""

    WORDS = "words: why, or what was done"
    BASIS = "what was seen: told, shown or tested"
    DUES = "the date that it is due by then"
    CAUSE = "the cause"
    FORUM = "the other forum"
    OTHER = "the action that goes on"
    PARTS = "the new actions"
    DAY = "the day"


BASES = {
    "told": "We were told that it is done",
    "shown": "We were shown that it is done",
    "tested": "We tested that it is done",
}
"""What the closing side saw; what imported minutes call complete was told."""

CAUSES = {
    "cancelled": "A meeting was cancelled or moved",
    "waiting": "It waits for somebody outside the force and the office",
    "changed": "What is asked for changed",
    "slipped": "It takes longer than was promised",
}
"""Why a date moved; the first is counted apart from slipping."""

STATE_NAMES: dict[State, str] = {
    "open": "Open",
    "reported": "Reported",
    "closed": "Closed",
    "withdrawn": "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the conditions ask of an action.

    ``reports``: reports of its owners that nobody has answered. ``elsewhere``: another forum follows it than
    the one that gave it. ``dates``: how many stand. ``waits``: a date of it hangs on an event.
    """

    state: State
    owned: Owned
    reports: int = 0
    elsewhere: bool = False
    dates: int = 0
    waits: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A step from some states to one; ``to`` is None where the state stays.

    ``label`` is the link's, ``doing`` completes "… this action", ``done`` is said afterwards.
    """

    key: str
    kind: MentionKind
    was: frozenset[State]
    to: State | None
    label: str
    doing: str
    done: str
    who: Who
    permission: Permission
    says: tuple[Say, ...]
    condition: str = ""


def _from(*states: State) -> frozenset[State]:
    return frozenset(states)


_OPEN, _RUNNING, _ENDED = _from("open"), _from("open", "reported"), _from("closed", "withdrawn")
_CLOSE, _FOLLOW, _RELEASE = (
    Permission.CLOSE_ACTIONS,
    Permission.FOLLOW_ACTIONS,
    Permission.RELEASE_REPORTS,
)

STEPS: tuple[Step, ...] = (
    Step("report", "reported", _OPEN, "reported", "Report on it", "report on", "Reported.", Who.OWNERS,
         _RELEASE, (Say.WORDS,)),
    Step("close", "closed", _RUNNING, "closed", "Close it", "close", "Closed.", Who.OTHERS, _CLOSE,
         (Say.BASIS, Say.WORDS, Say.DAY)),
    Step("refuse", "refused", _RUNNING, "open", "Do not accept the report", "refuse the report on",
         "Not accepted: it is open again.", Who.OTHERS, _CLOSE, (Say.WORDS,), "reported"),
    Step("move", "moved", _OPEN, None, "Move its date", "move the date of", "The date is moved.", Who.OFFICE,
         _FOLLOW, (Say.DUES, Say.CAUSE, Say.WORDS)),
    Step("happen", "happened", _OPEN, None, "Record that what it waits for happened",
         "record what happened for", "Recorded.", Who.OFFICE, _FOLLOW, (Say.DAY, Say.DUES), "waits"),
    Step("meet", "met", _OPEN, None, "Note that one of its dates was met", "note a date met for",
         "Noted as met.", Who.OFFICE, _FOLLOW, (Say.DAY,), "dates"),
    Step("carry", "carried", _OPEN, None, "Carry it forward", "carry forward", "Carried forward.",
         Who.OFFICE, _FOLLOW, (Say.WORDS,)),
    Step("refer", "referred", _RUNNING, None, "Refer it to another forum", "refer", "Referred.",
         Who.OFFICE, _FOLLOW, (Say.FORUM, Say.WORDS)),
    Step("return", "returned", _RUNNING, None, "Bring it back from the other forum", "bring back",
         "It came back.", Who.OFFICE, _FOLLOW, (Say.WORDS,), "elsewhere"),
    Step("merge", "merged", _RUNNING, "withdrawn", "Merge it into another", "merge", "Merged.", Who.OFFICE,
         _FOLLOW, (Say.OTHER, Say.WORDS)),
    Step("split", "split", _OPEN, None, "Split something off", "split", "Split off.", Who.OFFICE, _FOLLOW,
         (Say.PARTS, Say.WORDS)),
    Step("withdraw", "withdrawn", _RUNNING, "withdrawn", "Withdraw it", "withdraw", "Withdrawn.", Who.OFFICE,
         _FOLLOW, (Say.WORDS,)),
    Step("reopen", "reopened", _ENDED, "open", "Open it again", "open again", "Open again.", Who.OFFICE,
         _FOLLOW, (Say.WORDS,)),
)  # fmt: skip
"""Every step there is, the likeliest first."""

CONDITION_WORDS = {
    "reported": "an owner has reported and nobody has answered",
    "waits": "a date of it hangs on an event",
    "dates": "it has more than one date",
    "elsewhere": "another forum follows it",
}

_NOT_MET = {
    "reported": "No report on this action waits for an answer.",
    "waits": "No date of this action hangs on an event.",
    "dates": "This action has no more than one date: close it instead.",
    "elsewhere": "This action is followed by the forum that gave it already.",
}


def step_of(key: str) -> Step | None:
    """The step of this key."""
    return next((step for step in STEPS if step.key == key), None)


def side_of(sides: Iterable[str | None]) -> Owned:
    """Whose an action is, from the sides of its owning posts; None and "body" are neither's."""
    own = {side for side in sides if side in SIDES}
    if len(own) == len(SIDES):
        return Owned.BOTH
    return Owned(own.pop()) if own else Owned.NEITHER


def speaks_for(roles: Collection[Role]) -> str | None:
    """The side that somebody speaks for, "office" or "force"; who has roles on both speaks for the office."""
    return next((side for side, some in SIDES.items() if some & set(roles)), None)


def sides_that(who: Who, owned: Owned) -> frozenset[str]:
    """The side, or for reports on what both own the sides, that take such a step."""
    if who is Who.OFFICE:
        return frozenset({"office"})
    if who is Who.OTHERS:
        return frozenset({"force"} if owned is Owned.OFFICE else {"office"})
    if owned is Owned.BOTH:
        return frozenset(SIDES)
    return frozenset({"force"} if owned is Owned.FORCE else {"office"})


def who_may(step: Step) -> str:
    """Who takes a step, as the table says it: "policy officer or commissioner or deputy"."""
    return " or ".join(NAMES[role] for role in Role if role in TABLE[step.permission].roles)


def why_not_by(step: Step, owned: Owned, roles: Collection[Role]) -> str | None:
    """Why somebody with these roles may not take a step with what is owned so; None where they may."""
    if not may(roles, step.permission):
        return why_not(roles, step.permission)
    sides = sides_that(step.who, owned)
    if speaks_for(roles) in sides:
        return None
    them = " or ".join(SIDE_NAMES[side] for side in sorted(sides))
    held = " and ".join(NAMES[role] for role in Role if role in roles)
    return f"{OWNED_WORDS[owned]}, so {them} may {step.doing} it. Your role is {held}."


def why_not_now(step: Step, facts: Facts) -> str | None:
    """Why a step cannot be taken with an action as it stands; None where it can."""
    if facts.draft:
        return "This action stands in minutes that are not approved yet: change it there."
    if facts.state not in step.was:
        return f"This action is {facts.state}{_needed(step, facts.state)}."
    if step.condition and not _met(step.condition, facts):
        return _NOT_MET[step.condition]
    return None


def why_not_step(step: Step, facts: Facts, roles: Collection[Role]) -> str | None:
    """Why somebody may not take a step now: who they are first, then how the action stands."""
    return why_not_by(step, facts.owned, roles) or why_not_now(step, facts)


def steps_for(facts: Facts, roles: Collection[Role]) -> list[Step]:
    """The steps that somebody with these roles can take now."""
    return [step for step in STEPS if why_not_step(step, facts, roles) is None]


def state_after(step: Step, before: State) -> State:
    return step.to or before


def _met(condition: str, facts: Facts) -> bool:
    return {
        "reported": facts.reports > 0 or facts.state == "reported",
        "waits": facts.waits,
        "dates": facts.dates + facts.waits > 1,
        "elsewhere": facts.elsewhere,
    }[condition]


def _needed(step: Step, now: State) -> str:
    if step.was == _ENDED:
        return ": only one that is closed or withdrawn can be opened again"
    if step.to == now:
        return " already"
    if "reported" in step.was:
        return f": open it again before you {step.doing} it"
    return f": only one that is open can be dealt with so ({step.label[:1].lower()}{step.label[1:]})"
