"""The states and steps of actions as words: a Mermaid diagram and tables. The manual prints them."""

from __future__ import annotations

from answerable.core.actions.mentions import State
from answerable.core.actions.steps import (
    BASES,
    CAUSES,
    CONDITION_WORDS,
    OWNED_WORDS,
    SIDE_NAMES,
    STATE_NAMES,
    STEPS,
    Owned,
    Step,
    Who,
    sides_that,
    who_may,
)


def diagram() -> str:
    """A Mermaid state diagram of the steps that change the state."""
    lines = ["stateDiagram-v2", "    [*] --> open: Given at a meeting"]
    lines += [
        f"    {was} --> {step.to}: {step.label}"
        for step in STEPS
        for was in _in_order(step)
        if step.to and was != step.to
    ]
    return "\n".join(lines)


def table() -> str:
    """The steps as a table in Markdown: from, to, who, and what has to be said."""
    head = [
        "| Step | From | To | Side | Who of it | Has to be said | Only if |",
        "|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *(_row(step) for step in STEPS)])


def closing() -> str:
    """Who reports and who closes, by whose the action is."""
    head = ["| Whose | Reports | Closes |", "|---|---|---|"]
    rows = (
        f"| {OWNED_WORDS[owned]} | {_sides(Who.OWNERS, owned)} | {_sides(Who.OTHERS, owned)} |"
        for owned in Owned
    )
    return "\n".join([*head, *rows])


def words() -> str:
    """What a closing and a move can rest on."""
    bases = [f"- {key}: {text}" for key, text in BASES.items()]
    causes = [f"- {key}: {text}" for key, text in CAUSES.items()]
    return "\n".join(["Closed as:", "", *bases, "", "Moved because:", "", *causes])


def _row(step: Step) -> str:
    was = ", ".join(STATE_NAMES[state] for state in _in_order(step))
    to = STATE_NAMES[step.to] if step.to else "stays"
    says = "; ".join(step.says)
    only = CONDITION_WORDS.get(step.condition, "–")
    return f"| {step.label} | {was} | {to} | {step.who} | {who_may(step)} | {says} | {only} |"


def _in_order(step: Step) -> list[State]:
    return [state for state in STATE_NAMES if state in step.was]


def _sides(who: Who, owned: Owned) -> str:
    return " and ".join(SIDE_NAMES[side] for side in sorted(sides_that(who, owned), reverse=True))
