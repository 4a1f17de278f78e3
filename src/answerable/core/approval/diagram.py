"""The states and steps of minutes as words: a Mermaid diagram, and a table. The manual prints both."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.approval.states import (
    CONDITION_WORDS,
    STATE_NAMES,
    STEPS,
    State,
    Step,
    who_may,
)
from answerable.core.live.states import why_not_typed
from answerable.core.state_diagram import state_diagram


def diagram() -> str:
    """A Mermaid state diagram of the steps."""
    return state_diagram(STATE_NAMES, STEPS)


def table() -> str:
    """The steps as a table in Markdown: from, to, who, and only if."""
    head = ["| From | Step | To | Who | Only if |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(_row(step) for step in STEPS)])


def changes() -> str:
    """What is said where somebody would change minutes, state by state, as a table in Markdown."""
    head = ["| State | Lines, attendance and items |", "|---|---|"]
    said = {state: why_not_typed("held", state) or "They change freely." for state in State}
    rows = (f"| {STATE_NAMES[state]} | {said[state]} |" for state in State)
    return "\n".join([*head, *rows])


def _row(step: Step) -> str:
    only = "; ".join(_only_if(step)) or "–"
    return f"| {STATE_NAMES[step.was]} | {step.label} | {STATE_NAMES[step.to]} | {who_may(step)} | {only} |"


def _only_if(step: Step) -> Iterator[str]:
    if step.needs_words:
        yield "it is said why"
    yield from (CONDITION_WORDS[one] for one in step.conditions)
