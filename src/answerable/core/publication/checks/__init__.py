"""Checks of what is put forward: every text of it, before anybody decides. One file to a kind of thing.

A check is pure and takes a number of steps that is bounded by the length of the text. What it finds it says
with the place, the words and how to mend it; whether the words may stand is for a person, except where no
person may say so (``blocks``).
"""

from __future__ import annotations

from collections.abc import Iterable

from answerable.core.publication.checks.contacts import EMAIL, POSTCODE, STREET, TELEPHONE
from answerable.core.publication.checks.finding import Check, Finding, Known, Place
from answerable.core.publication.checks.marking import MARKING
from answerable.core.publication.checks.numbers import BIRTH, COLLAR, IDENTITY, REFERENCE, VEHICLE
from answerable.core.publication.checks.persons import PERSON
from answerable.core.publication.checks.small import SMALL
from answerable.core.publication.checks.texts import texts

__all__ = ["CHECKS", "MOST_LETTERS", "Check", "Finding", "Known", "Place", "TooMuch", "check", "texts"]

CHECKS: tuple[Check, ...] = (
    MARKING, PERSON, SMALL, TELEPHONE, EMAIL, POSTCODE, STREET, VEHICLE, BIRTH, REFERENCE, COLLAR, IDENTITY,
)  # fmt: skip

MOST_LETTERS = 8_000_000
"""Letters that are looked at in one publication: a register of 10,000 actions has about 6 million."""
MOST_FINDINGS = 2_000
"""Nobody answers more; what has more was not made for the public."""


class TooMuch(Exception):
    """There is more to look at than is looked at: nothing of it counts as checked."""


def check(places: Iterable[Place], known: Known, checks: Iterable[Check] = CHECKS) -> list[Finding]:
    """What all checks say of all texts; the same words at the same address are said once. Raises TooMuch."""
    found: dict[Finding, None] = {}
    letters = 0
    each = tuple(checks)
    for place in places:
        letters += len(place.text)
        if letters > MOST_LETTERS:
            raise TooMuch("It is too long to be checked; publish it in parts.")
        for one in each:
            found.update(dict.fromkeys(one.look(place, known)))
        if len(found) > MOST_FINDINGS:
            raise TooMuch("Far too much in it asks for an answer; it was not made for the public.")
    return list(found)
