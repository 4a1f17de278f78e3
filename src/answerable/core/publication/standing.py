"""How a duty to publish stands: met, late, missing, or said not to apply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from answerable.core.publication.duties import Duty, Every

MONTHS = {
    Every.MONTH: relativedelta(months=1),
    Every.QUARTER: relativedelta(months=3),
    Every.YEAR: relativedelta(months=12),
}
GRACE = dt.timedelta(days=31)
"""Days after a period's end in which it is not late yet: figures have to be drawn up. Not of the law."""


class Standing(StrEnum):
    """How a duty stands, the worst first."""

    MISSING = "missing"
    LATE = "late"
    MET = "met"
    NOT_APPLICABLE = "does not apply"


ORDER_OF_STANDING = list(Standing)


@dataclass(frozen=True, slots=True)
class Met:
    """Something that meets a duty: published here (``path``) or elsewhere (``address``).

    ``review_by``: the last day on which the office takes it to be right. ``applies`` False: the office says
    that the duty does not apply to it, for the reason in ``note``.
    """

    title: str
    on: dt.date | None
    path: str = ""
    address: str = ""
    review_by: dt.date | None = None
    note: str = ""
    applies: bool = True


@dataclass(frozen=True, slots=True)
class MeetingFact:
    """A meeting that the duties of paragraph 5 ask about; ``by`` is the last day, None where none is set."""

    title: str
    date: dt.date
    by: dt.date | None
    met: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a duty stands, in words; ``wanting`` are the meetings of which something is not published."""

    standing: Standing
    sentence: str
    wanting: tuple[str, ...] = field(default=())


def standing(
    duty: Duty,
    met: Sequence[Met],
    published: Sequence[Met],
    meetings: Sequence[MeetingFact],
    today: dt.date,
) -> Outcome:
    """How a duty stands today: by what stands elsewhere, what is public here, and the meetings."""
    aside = next((one for one in met if not one.applies), None)
    if aside is not None:
        return Outcome(Standing.NOT_APPLICABLE, f"Does not apply: {_ended(aside.note)}")
    if duty.every is Every.MEETING:
        return _for_each(meetings, met, today)
    held = [one for one in [*met, *published] if one.applies]
    if not held:
        return Outcome(Standing.MISSING, "Nothing is noted that meets it.")
    return _period(duty, held, today)


def _ended(note: str) -> str:
    said = note.strip() or "the office says so"
    return said if said.endswith((".", "!", "?")) else f"{said}."


def _for_each(meetings: Sequence[MeetingFact], met: Sequence[Met], today: dt.date) -> Outcome:
    """Of duties about meetings: each that there was, or that is so near that it is due."""
    asked = [one for one in meetings if one.met or one.by is None or one.by < today]
    wanting = [one for one in asked if not one.met]
    if not meetings and not met:
        return Outcome(Standing.NOT_APPLICABLE, "No public meeting is held or planned.")
    if not wanting:
        times = sum(one.met for one in asked)
        said = f"Published for all meetings: {times}." if times else "Nothing is due yet."
        return Outcome(Standing.MET, said)
    if met:
        return _elsewhere(met, len(asked) - len(wanting), len(asked), today)
    titles = tuple(one.title for one in wanting)
    if not any(one.met for one in meetings):
        said = f"Published for none of {len(wanting)} {_noun(len(wanting))}."
        return Outcome(Standing.MISSING, said, titles)
    said = f"Not published for {len(wanting)} of {len(asked)} {_noun(len(asked))}."
    return Outcome(Standing.LATE, said, titles)


def _elsewhere(met: Sequence[Met], here: int, asked: int, today: dt.date) -> Outcome:
    """Of what is noted to stand elsewhere: which meetings it is of, nobody has said."""
    by = max((one.review_by for one in met if one.review_by), default=None)
    if by is not None and by < today:
        return Outcome(Standing.LATE, _again(by))
    said = f"Published elsewhere, as the office says; here for {here} of {asked} {_noun(asked)}."
    return Outcome(Standing.MET, said)


def _again(by: dt.date) -> str:
    return f"Was to be published again by {_day(by)}."


def _noun(count: int) -> str:
    return "meeting" if count == 1 else "meetings"


def _period(duty: Duty, held: Sequence[Met], today: dt.date) -> Outcome:
    """Of duties that come again: is the newest young enough?"""
    by = max((ends for one in held if (ends := right_until(duty, one))), default=None)
    if by is not None and by < today:
        return Outcome(Standing.LATE, _again(by))
    newest = max((one.on for one in held if one.on), default=None)
    if newest is None:
        return Outcome(Standing.MET, "Published; the office has not said when.")
    return Outcome(Standing.MET, f"Last published on {_day(newest)}.")


def right_until(duty: Duty, one: Met) -> dt.date | None:
    """The last day on which something counts as up to date: as the office says, else by the duty's period."""
    if one.review_by is not None:
        return one.review_by
    if duty.every not in MONTHS or one.on is None:
        return None
    return one.on + MONTHS[duty.every] + GRACE


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
