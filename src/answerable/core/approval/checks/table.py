"""All checks before approval: what each looks for, and whether it must be mended first."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from answerable.core.approval.checks import (
    abbreviations,
    absent_owner,
    action_due,
    action_owner,
    asked_oneself,
    promises,
    restricted_words,
    there_and_away,
    unanswered,
    weekdays,
)
from answerable.core.approval.checks.given import Finding, Given, Mend, Place

DIGITS = 12  # of a digest that names a finding on its page


@dataclass(frozen=True, slots=True)
class Check:
    """``looks_for`` in a few words; ``blocking``: the minutes go no further before it is mended."""

    key: str
    looks_for: str
    run: Callable[[Given], Iterator[Finding]]
    blocking: bool = False
    mend: str = ""


CHECKS: tuple[Check, ...] = (
    Check(
        "restricted-words", "Words of a restricted line in an open one", restricted_words.check,
        blocking=True, mend="restricts the open line as well, for the same reason",
    ),
    Check(
        "there-and-away", "Somebody present and sending apologies", there_and_away.check,
        blocking=True, mend="takes the apologies off",
    ),
    Check(
        "action-owner", "An action without an owner", action_owner.check,
        blocking=True, mend="asks who, and puts them before the action’s words",
    ),
    Check(
        "asked-oneself", "Somebody who asks themselves: “the CC asked the CC”", asked_oneself.check,
        blocking=True, mend="asks who it was, and puts them there",
    ),
    Check(
        "weekday", "A weekday that does not fit the date", weekdays.check,
        blocking=True, mend="writes the right weekday",
    ),
    Check(
        "action-due", "An action without a date", action_due.check,
        mend="asks for a day, and puts it behind the action’s words",
    ),
    Check(
        "absent-owner", "An owner who was not there and holds no such post", absent_owner.check,
        mend="asks who it is, and puts them there",
    ),
    Check(
        "unanswered", "A question with no answer", unanswered.check,
        mend="adds a line that says that no answer was given",
    ),
    Check(
        "promise", "A promise with a date that no action carries", promises.check,
        mend="adds an action that quotes the promise",
    ),
    Check(
        "abbreviation", "An abbreviation that is used before it is explained", abbreviations.check,
        mend="puts its words before its first use; asks for them where no line has them",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of one check. ``key`` names it on its page: the check, what it says, and which of several."""

    key: str
    check: Check
    finding: Finding

    @property
    def says(self) -> str:
        return self.finding.says

    @property
    def place(self) -> Place:
        return self.finding.place

    @property
    def mend(self) -> Mend | None:
        return self.finding.mend


def run(given: Given, checks: Sequence[Check] = CHECKS) -> list[Found]:
    """Everything that the checks find: what blocks first, each check's findings in reading order."""
    told: dict[str, int] = {}
    found = []
    for check in sorted(checks, key=lambda one: not one.blocking):
        for finding in check.run(given):
            words = f"{check.key} {finding.says}"
            told[words] = told.get(words, 0) + 1
            digest = hashlib.sha256(f"{words} {told[words]}".encode()).hexdigest()[:DIGITS]
            found.append(Found(f"{check.key}-{digest}", check, finding))
    return found


def blocking(found: Sequence[Found]) -> int:
    """How many of them stand in the way."""
    return sum(one.check.blocking for one in found)
