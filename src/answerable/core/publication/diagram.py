"""The states of a publication as words: a Mermaid diagram, and a table. The manual prints both."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.publication.states import CONDITION_WORDS, STATE_NAMES, STEPS, Step
from answerable.core.state_diagram import state_diagram


def diagram() -> str:
    """A Mermaid state diagram of the steps."""
    return state_diagram(STATE_NAMES, STEPS)


def table() -> str:
    """The steps as a table in Markdown: from, to, by what, and only if."""
    head = ["| From | Step | To | By | Only if |", "|---|---|---|---|---|"]
    return "\n".join([*head, *(_row(step) for step in STEPS)])


def _row(step: Step) -> str:
    only = "; ".join(_only_if(step)) or "–"
    return f"| {STATE_NAMES[step.was]} | {step.label} | {STATE_NAMES[step.to]} | {step.by} | {only} |"


def _only_if(step: Step) -> Iterator[str]:
    if step.needs_words:
        yield "it is said why"
    yield from (CONDITION_WORDS[one] for one in step.conditions)
