"""States and the steps between them as a Mermaid diagram, for the manual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

START = "[*]"
State = TypeVar("State", bound=str)


class Labelled(Protocol):
    """A step from one state to another; "" is before the first."""

    @property
    def was(self) -> str: ...
    @property
    def to(self) -> str: ...
    @property
    def label(self) -> str: ...


def state_diagram(names: Mapping[State, str], steps: Iterable[Labelled]) -> str:
    """A Mermaid state diagram of the steps between named states."""
    lines = ["stateDiagram-v2"]
    lines += [f"    {state}: {name}" for state, name in names.items() if state]
    lines += [f"    {step.was or START} --> {step.to}: {step.label}" for step in steps]
    return "\n".join(lines)
