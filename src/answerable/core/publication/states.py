"""How far a publication has come, who or what moves it on, and why not.

The table is the whole of it: pages, refusals and the diagram in ``docs/reference/publication-states.md`` are
made from it. A condition is a rule on plain facts that gives a sentence where it is not met.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How far it has come; ``NONE`` before it is put forward.

    What is decided and open becomes public within a minute, and at once where nothing is in the way.
    """

    NONE = ""
    PROPOSED = "proposed"
    DROPPED = "dropped"
    WAITING = "waiting"
    DECIDED = "decided"
    PUBLIC = "public"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


STATE_NAMES = {
    State.NONE: "Not put forward",
    State.PROPOSED: "Put forward",
    State.DROPPED: "Not published",
    State.WAITING: "Under embargo",
    State.DECIDED: "Decided",
    State.PUBLIC: "Public",
    State.CORRECTED: "Corrected",
    State.WITHDRAWN: "Withdrawn",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the conditions ask.

    ``two_people``: something in it is restricted or left out. ``by_the_same``: who asks put it forward.
    ``checked``: every check ran to its end on exactly these bytes. ``overtaken``: something newer about the
    same was decided since. ``hidden_changed``: what is restricted or left out has changed since.
    ``embargoed``: something about the same waits under embargo.
    """

    two_people: bool = False
    by_the_same: bool = False
    checked: bool = True
    overtaken: bool = False
    hidden_changed: bool = False
    embargoed: bool = False


Condition = Callable[[Facts], str | None]


def every_check_ran(facts: Facts) -> str | None:
    """Every check of it has run to its end."""
    return None if facts.checked else "Not every check of it has run to its end, so it cannot be published."


def another_person(facts: Facts) -> str | None:
    """Whoever put it forward does not decide it, where anything in it is restricted or left out."""
    if facts.two_people and facts.by_the_same:
        return "Something in it is restricted or left out, so another person has to decide."
    return None


def nothing_newer(facts: Facts) -> str | None:
    """Nothing newer about the same was decided since it was put forward."""
    return "Something newer about this was decided since: put it forward again." if facts.overtaken else None


def hidden_as_it_was(facts: Facts) -> str | None:
    """What is restricted or left out is the same as when it was put forward."""
    if facts.hidden_changed:
        return "What is restricted or left out has changed since this was put forward: put it forward again."
    return None


def nothing_embargoed(facts: Facts) -> str | None:
    """Nothing else about the same waits under embargo."""
    if facts.embargoed:
        return "Something about this waits under embargo: stop that first, or wait until it is public."
    return None


CONDITION_WORDS: dict[Condition, str] = {
    every_check_ran: "every check has run to its end",
    another_person: "another person decides, where anything in it is restricted or left out",
    nothing_newer: "nothing newer about the same was decided since",
    hidden_as_it_was: "what is restricted or left out has not changed since",
    nothing_embargoed: "nothing about the same waits under embargo",
}

PERSON, ITSELF = "a person", "by itself"


@dataclass(frozen=True, slots=True)
class Step:
    """A way from one state to another. ``by``: a person, or the clock and the worker. ``needs_words``: a note
    is needed, which the public reads where something of it was public before."""

    key: str
    was: State
    to: State
    label: str
    by: str = PERSON
    conditions: tuple[Condition, ...] = ()
    needs_words: bool = False


_AS_DECIDED = (nothing_newer, hidden_as_it_was)
_FIT = (every_check_ran, another_person, *_AS_DECIDED, nothing_embargoed)

STEPS: tuple[Step, ...] = (
    Step("put-forward", State.NONE, State.PROPOSED, "Put forward"),
    Step("drop", State.PROPOSED, State.DROPPED, "Decide not to publish", needs_words=True),
    Step("decide", State.PROPOSED, State.DECIDED, "Decide to publish", conditions=_FIT),
    Step("embargo", State.PROPOSED, State.WAITING, "Decide, with an embargo", conditions=_FIT),
    Step("stop", State.WAITING, State.DROPPED, "Stop it before it opens", needs_words=True),
    Step("open", State.WAITING, State.DECIDED, "The embargo ends", by=ITSELF, conditions=_AS_DECIDED),
    Step("deliver", State.DECIDED, State.PUBLIC, "The public store takes it in", by=ITSELF),
    Step("correct", State.PUBLIC, State.CORRECTED, "A correction becomes public", needs_words=True),
    Step("withdraw", State.PUBLIC, State.WITHDRAWN, "Withdraw", needs_words=True),
    Step("withdraw-corrected", State.CORRECTED, State.WITHDRAWN, "Withdraw", needs_words=True),
    Step("put-back", State.WITHDRAWN, State.PUBLIC, "Put back, by a decision of its own", conditions=_FIT),
)


def step_of(key: str) -> Step | None:
    return next((one for one in STEPS if one.key == key), None)


def why_not_now(step: Step, facts: Facts) -> list[str]:
    """Each condition that is not met, as a sentence."""
    return [said for condition in step.conditions if (said := condition(facts))]


def why_not_decided(facts: Facts) -> list[str]:
    """Why what is put forward cannot be decided."""
    return _why_not("decide", facts)


def why_not_opened(facts: Facts) -> list[str]:
    """Why what waits under embargo does not become public when it ends."""
    return _why_not("open", facts)


def _why_not(key: str, facts: Facts) -> list[str]:
    step = step_of(key)
    assert step
    return why_not_now(step, facts)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is held of a publication. ``parts``: its versions by what became of each since it was public:
    "current", "replaced" or "withdrawn"; for a withdrawal there are none."""

    decision: str  # "proposed", "decided" or "dropped"
    chained: bool = False
    taken: bool = False
    parts: tuple[str, ...] = ()


def state_of(held: Standing) -> State:
    """How far it has come.

    Corrected is what nothing of stands any more but as an old version, withdrawn what nothing of can be read.
    """
    if held.decision != "decided":
        return State(held.decision)
    if not held.chained:
        return State.WAITING
    if not held.taken:
        return State.DECIDED
    if held.parts and all(one == "withdrawn" for one in held.parts):
        return State.WITHDRAWN
    if held.parts and not any(one == "current" for one in held.parts):
        return State.CORRECTED
    return State.PUBLIC
