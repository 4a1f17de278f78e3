"""Nobody is present and sends apologies."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.approval.checks.given import Drop, Finding, Given, Mend, Place
from answerable.core.minutes.record import Attendance


def check(given: Given) -> Iterator[Finding]:
    """People who stand on both lists; the mend takes the apologies away."""
    roll = given.roll or given.record["attendance"]
    present = {_name(one) for one in roll if one["status"] == "present"}
    for index, one in enumerate(roll):
        if one["status"] == "apologies" and _name(one) in present:
            yield Finding(
                f"{one['name']} is listed as present and as sending apologies.",
                Place("attendance", index),
                Mend("Take the apologies off", Drop(index)),
            )


def _name(one: Attendance) -> str:
    return " ".join(one["name"].casefold().split())
