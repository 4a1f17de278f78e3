"""What is restricted in one line must not stand in an open one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from answerable.core.approval.checks.given import Finding, Given, Mend, Restrict, at_entry, folded
from answerable.core.subjects.plain import GENERAL
from answerable.core.subjects.stems import stem

WORDS = 6
"""Words in a row that two lines share by chance no more."""

TELLING = 2
"""Of these, words that say what it is about: "the CC said that it would be" tells nothing."""


def check(given: Given) -> Iterator[Finding]:
    """Open lines that repeat words of a restricted one."""
    entries = given.record["entries"]
    closed: dict[tuple[str, ...], int] = {}
    for index in sorted(given.restricted):
        for run in _runs(folded(entries[index]["text"])):
            closed.setdefault(run, index)
    if not closed:
        return
    for index, entry in given.said():
        if index in given.restricted:
            continue
        shared = next((run for run in _runs(folded(entry["text"])) if run in closed), None)
        if shared:
            yield Finding(
                f"“{' '.join(shared)}” stands in a restricted line and in this one, which is open.",
                at_entry(index),
                Mend("Restrict this line as well", Restrict(index, closed[shared])),
            )


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every row of words that is long and telling enough."""
    for at in range(len(words) - WORDS + 1):
        run = tuple(words[at : at + WORDS])
        if sum(stem(word) not in GENERAL for word in run) >= TELLING:
            yield run
