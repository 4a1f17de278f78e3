"""What is wrong with a chain, where, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    MISSING = "missing"
    MISPLACED = "misplaced"
    CONTENT = "content"
    HEADER = "header"
    LINK = "link"
    REWRITTEN = "rewritten"
    CUT = "cut"
    EMPTIED = "emptied"
    BACK = "back"
    SIGNATURE = "signature"
    ERASED = "erased"
    UNPROVED = "unproved"


NOTES = {Kind.ERASED, Kind.UNPROVED}
"""What has to be known, and is not the sign of an attack."""

ONE_AND_MANY = {
    Kind.MISSING: ("event {0} is missing", "events {0} to {1} are missing"),
    Kind.CONTENT: ("event {0}: its content was changed", "events {0} to {1}: their content was changed"),
    Kind.HEADER: (
        "event {0}: who did it, when, what it was about or its place was changed",
        "events {0} to {1}: who did it, when, what it was about or their place was changed",
    ),
    Kind.EMPTIED: (
        "event {0}: its content is gone, and no event says that it was erased",
        "events {0} to {1}: their content is gone, and no event says that it was erased",
    ),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about the events from ``first`` to ``last``, both included."""

    kind: Kind
    first: int
    last: int
    text: str = ""

    @property
    def harm(self) -> bool:
        """Whether the chain is not what was written."""
        return self.kind not in NOTES

    def __str__(self) -> str:
        if self.text:
            return self.text
        one, many = ONE_AND_MANY[self.kind]
        sentence = one if self.first == self.last else many
        return sentence.format(number(self.first), number(self.last))


def number(value: int) -> str:
    """As people write it: 1,000."""
    return f"{value:,}"


def stretch(first: int, last: int) -> str:
    return f"event {number(first)}" if first == last else f"events {number(first)} to {number(last)}"


def join_neighbours(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings of one kind about events in a row as one; at most one of each kind waits in memory."""
    waiting: dict[Kind, Finding] = {}
    for one in findings:
        before = waiting.get(one.kind)
        if before and not before.text and not one.text and before.last + 1 == one.first:
            waiting[one.kind] = replace(before, last=one.last)
            continue
        if before:
            yield before
        waiting[one.kind] = one
    yield from sorted(waiting.values(), key=lambda one: (not one.harm, one.first))
