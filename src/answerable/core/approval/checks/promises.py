"""A promise that no action carries is heard of no more."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.approval.checks.given import Finding, Given, Insert, Mend, at_entry, folded, short
from answerable.core.minutes.record import Action, Commitment
from answerable.core.subjects.plain import GENERAL
from answerable.core.subjects.stems import stem

CARRIES = 0.34
"""Share of a promise's telling words that an action of the same item has: it is about the same thing."""

NEXT = 2
"""Entries behind a promise in which an action of the same owner is taken to be about it."""


def check(given: Given) -> Iterator[Finding]:
    """Promises of somebody, with a date, of which no action of the same item speaks."""
    for promise in given.record["commitments"]:
        actions = [one for one in given.record["actions"] if one["item"] == promise["item"]]
        if not promise["due"] or not promise["by"] or any(_carries(action, promise) for action in actions):
            continue
        who = " and ".join(promise["by"])
        yield Finding(
            f"{who} promised “{short(promise['text'])}”, and no action carries it.",
            at_entry(promise["entry"]),
            Mend("Make it an action", Insert(promise["entry"], _as_action(promise))),
        )


def _carries(action: Action, promise: Commitment) -> bool:
    near = 0 <= action["entry"] - promise["entry"] <= NEXT
    if near and set(action["owners"]) & set(promise["by"]):
        return True
    said, done = _telling(promise["text"]), _telling(action["text"])
    return bool(said) and len(said & done) / len(said) >= CARRIES


def _telling(text: str) -> set[str]:
    """The stems of words that say what it is about."""
    return {stem(word) for word in folded(text)} - GENERAL


def _as_action(promise: Commitment) -> str:
    quote = promise["text"].strip().rstrip(".")
    return f"ACTION: {' and '.join(promise['by'])} to do as promised: “{quote}”."
