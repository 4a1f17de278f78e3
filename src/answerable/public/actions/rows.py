"""Public actions and promises as rows of a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from answerable.components.standing import Standing, standing
from answerable.core.publication.promised import LAPSED, PASSED, SO_FAR
from answerable.published.models import Line

PROMISED = {
    "found": "Nobody has said what came of it",
    "watched": "Watched",
    "promoted": "Made an action",
    "kept": "Kept",
    "broken": "Not kept",
}
"""What came of a promise, as the public is told."""

SO_FAR_WORDS = {
    PASSED: "Date passed",
    LAPSED: "Lapsed",
}
"""What can be said of one that nobody has said the end of, as of the day of the register."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action with its dates as days; ``at`` is where it stands on the register's day."""

    path: str
    number: str
    text: str
    owners: list[str]
    forum: str
    given: dt.date
    first_due: dt.date | None
    due: dt.date | None
    state: str
    kept: str
    ended: dt.date | None
    done_on: dt.date | None
    waits_for: str
    overdue_from: dt.date | None
    lapses_from: dt.date | None
    silent_from: dt.date | None

    def at(self, today: dt.date) -> Standing:
        return standing(self, today)


DAYS = ("first_due", "due", "ended", "done_on", "overdue_from", "lapses_from", "silent_from")


def action_row(told: Mapping[str, Any]) -> ActionRow:
    """A row of an action's published content."""
    given = dt.date.fromisoformat(told["given"])
    names = ("path", "number", "text", "owners", "forum", "state", "kept", "waits_for")
    days: dict[str, Any] = {name: day(told[name]) for name in DAYS}
    return ActionRow(given=given, **{name: told[name] for name in names}, **days)


def stands(told: Mapping[str, Any], today: dt.date | None) -> Standing:
    """Where an action stands on the register's day; where no register is public, on the day it was told."""
    return action_row(told).at(today or dt.date.fromisoformat(told["as_of"]))


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """``place`` is the address of the line that it stands in, ``became`` that of an action."""

    path: str
    text: str
    by: list[str]
    said: dt.date
    forum: str
    meeting: str
    place: str
    due: dt.date | None
    due_text: str
    standing: str
    became: str | None
    so_far: str


def promise_row(line: Line, forums: Mapping[str, str]) -> PromiseRow:
    told = line.data
    dated = next((one for one in told["dues"] if one["date"]), None)
    assert line.date is not None, "minutes have a day"
    return PromiseRow(
        line.path, line.text, told["by"], line.date, forums.get(line.forum, ""), told["meeting"],
        told["entry"] or line.path, day(dated["date"]) if dated else None,
        "; ".join(one["text"] for one in told["dues"]), PROMISED.get(told["standing"], told["standing"]),
        told["became"], so_far_of(line),
    )  # fmt: skip


def so_far_of(line: Line) -> str:
    """ "lapsed" before "passed"; "" where neither is so. The line's tags are read with it."""
    said = {tag.value for tag in line.tags.all() if tag.name == SO_FAR}
    return next((one for one in (LAPSED, PASSED) if one in said), "")


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
