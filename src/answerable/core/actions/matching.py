"""Which earlier action an update is about: a score from 0 to 1, and what it is made of.

An update names its action by the meeting that gave it, by the agenda item it stood under, and by its words,
and any of the three may be missing or wrong. Each is scored by itself; the score is their weighted mean.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

MATCHES = 0.7
"""At this score an update is tied to its action without a person: words alike, or place and some words."""

OFFERED = 0.35
"""From this score an action is offered to a person; below it the words share only small change."""


@dataclass(frozen=True, slots=True)
class EarlierAction:
    """An action of the register: ``number`` is the printed path of its item ("2.1.c"), None where unnumbered.

    ``order`` is its place among the actions of its meeting, from 0.
    """

    key: Hashable
    given_on: date
    number: str | None
    text: str
    order: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """An update as read: ``meeting`` is "2018-02", ``item`` as printed, ``action`` the words it quotes."""

    meeting: str | None
    item: str | None
    action: str
    update: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An action that a report may be about; each part is from 0 to 1, None where the report does not say."""

    key: Hashable
    score: float
    meeting: float | None
    item: float | None
    wording: float
    order: float | None = None


def candidates(report: Report, actions: Sequence[EarlierAction], *, said_on: date) -> list[Candidate]:
    """The actions given before ``said_on`` that score at least ``OFFERED``, best first."""
    raise NotImplementedError


def assign(
    reports: Sequence[Report], actions: Sequence[EarlierAction], *, said_on: date
) -> list[Candidate | None]:
    """For each report its action, each action once; None where none scores ``MATCHES``.

    Where reports and actions of one item stand in the same order, their order counts too.
    """
    raise NotImplementedError


def normal_number(number: str) -> str:
    """An item number in one shape: "2.1c", "2.1.c", "2.1 (c)" and "Agenda item 2.1C" are "2.1.c"."""
    raise NotImplementedError
