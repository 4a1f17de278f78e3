"""What a series proposes for the next agenda: a question in plain words, and which signals it rests on.

Three signals: a limit that somebody set is passed, there is a real change, a target cannot be met as things
are; and an area that lies outside what samples of its size give by chance. A limit that was set is always
called so and never mixed up with the range that is ordinary; nothing is proposed of an area that is merely
last. Each signal has a key that stays while it lasts, so that one which was answered is not proposed again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from answerable.core.measures.facts import Better, Facts, Frequency, Line, LineKind, Observed
from answerable.core.measures.telling import in_unit, inside, period_in_words
from answerable.core.measures.verdict import Verdict

Sign = Literal["limit", "change", "target", "outside"]

STALE = {
    Frequency.WEEK: 60, Frequency.MONTH: 190, Frequency.QUARTER: 370, Frequency.YEAR: 750,
    Frequency.ROLLING: 190,
}  # fmt: skip
"""Days after the end of the last period beyond which a series proposes nothing: figures half a year old (a
monthly one) ask for newer figures and not for an explanation."""

ORDER: tuple[Sign, ...] = ("limit", "change", "target", "outside")


@dataclass(frozen=True, slots=True)
class Signal:
    """Why something is proposed. ``key``: its kind and its first period; ``told`` says it in a sentence."""

    sign: Sign
    key: str
    told: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A question for an agenda, with the signals that it rests on."""

    question: str
    signals: Sequence[Signal]

    @property
    def keys(self) -> list[str]:
        return [one.key for one in self.signals]


@dataclass(frozen=True, slots=True)
class Outside:
    """An area outside what samples of its size give by chance, since the period that began on ``since``."""

    above: bool
    since: dt.date


def proposed(
    facts: Facts,
    verdict: Verdict,
    today: dt.date,
    *,
    place: str = "",
    outside: Outside | None = None,
    answered: Collection[str] = (),
) -> Proposed | None:
    """What one series proposes; None where nothing does that was not answered already.

    ``place``: the area that the series is of, "" for the whole force. ``answered``: keys of signals that a
    person took or refused. A refused chart proposes nothing but what needs no chart: a limit that is passed.
    """
    last = _last(facts)
    if last is None or (today - last.last).days > STALE[facts.frequency]:
        return None
    found = [one for one in _signals(facts, verdict, last, outside) if one.key not in answered]
    if not found:
        return None
    return Proposed(_question(facts, verdict, last, place, found), found)


def passed(facts: Facts) -> tuple[Line, dt.date] | None:
    """The limit that the last value is beyond, and the first period of the run that is; None where none is.

    A limit is an upper one, unless higher values are better.
    """
    observed = [one for one in facts.observed if one.value is not None]
    line = _beyond(facts, observed[-1]) if observed else None
    if line is None:
        return None
    since = observed[-1].start
    for one in reversed(observed):
        if _beyond(facts, one) is None:
            break
        since = one.start
    return line, since


def target_now(facts: Facts, on: dt.date) -> Line | None:
    """The target that holds on a day; the one that was set last, where there are several."""
    held = [one for one in facts.lines if one.kind is LineKind.TARGET and _holds(one, on)]
    return max(held, key=lambda one: one.start or dt.date.min, default=None)


def _signals(facts: Facts, verdict: Verdict, last: Observed, outside: Outside | None) -> Iterator[Signal]:
    limit = passed(facts)
    if limit:
        line, since = limit
        yield Signal("limit", f"limit:{line.value:g}:{since}", _limit_told(facts, line, last, since))
    if verdict.signal and verdict.since and not verdict.refused:
        yield Signal("change", f"change:{verdict.since}", verdict.headline)
    target = target_now(facts, last.last)
    if verdict.assurance == "fail" and target and not verdict.refused:
        told = f"As things are the target of {_value(facts, target.value)} will not be met."
        yield Signal("target", f"target:{target.value:g}:{_from(facts, target)}", told)
    if outside:
        way = "above" if outside.above else "below"
        began = _month(outside.since)
        told = f"It is {way} what samples of this size give by chance, and has been since {began}."
        yield Signal("outside", f"outside:{way}:{outside.since}", told)


def _question(facts: Facts, verdict: Verdict, last: Observed, place: str, found: Sequence[Signal]) -> str:
    """One question that asks about all signals at once, the strongest first."""
    what = inside(facts.name) + (f" in {place}" if place else "")
    signs = {one.sign for one in found}
    limit = passed(facts) if "limit" in signs else None
    where = f"{_side(facts)} the limit of {_value(facts, limit[0].value)} that was set" if limit else ""
    if "change" in signs and verdict.since:
        since = _month(verdict.since)
        text = f"What explains the {_way(verdict)} in {what} since {since}"
        if where:
            return f"{text}, {where}?"
        good = (verdict.variation or "").startswith("improvement")
        text += ", and will it last?" if good else "?"
        return text + (f" {_target_asked(facts, last)}" if "target" in signs else "")
    if where:
        assert last.value is not None
        when = period_in_words(last.start, last.last, facts.frequency)
        return f"What has put {what} {where} ({_value(facts, last.value)}, {when})?"
    if "target" in signs:
        return _target_question(facts, what, last)
    return f"What makes {what} differ from the other areas, by more than chance gives?"


def _target_question(facts: Facts, what: str, last: Observed) -> str:
    target = target_now(facts, last.last)
    assert target is not None
    return (
        f"What would have to change for {what} to meet the target of {_value(facts, target.value)}, "
        "which will not be met as things are?"
    )


def _target_asked(facts: Facts, last: Observed) -> str:
    target = target_now(facts, last.last)
    assert target is not None
    return f"And what would have to change to meet the target of {_value(facts, target.value)}?"


def _limit_told(facts: Facts, line: Line, last: Observed, since: dt.date) -> str:
    assert last.value is not None
    when = period_in_words(last.start, last.last, facts.frequency)
    run = f", and has been since {_month(since)}" if since != last.start else ""
    told = f"{_value(facts, last.value)} in {when} is {_side(facts)} the limit of {_value(facts, line.value)}"
    return f"{told} that was set{run}."


def _side(facts: Facts) -> str:
    return "below" if facts.better is Better.HIGHER else "above"


def _beyond(facts: Facts, one: Observed) -> Line | None:
    """The limit that a value is beyond, the farthest passed where there are several."""
    if one.value is None:
        return None
    held = [line for line in facts.lines if line.kind is LineKind.LIMIT and _holds(line, one.last)]
    if facts.better is Better.HIGHER:
        return min((line for line in held if one.value < line.value), key=_by_value, default=None)
    return max((line for line in held if one.value > line.value), key=_by_value, default=None)


def _by_value(line: Line) -> float:
    return line.value


def _holds(line: Line, on: dt.date) -> bool:
    return (line.start is None or line.start <= on) and (line.last is None or line.last >= on)


def _last(facts: Facts) -> Observed | None:
    return next((one for one in reversed(facts.observed) if one.value is not None), None)


def _from(facts: Facts, target: Line) -> str:
    """The day from which the target is missed: it is news again in a new phase, or when it was set anew."""
    last = facts.observed[-1].start
    days = [one.start for one in facts.phases if one.start <= last]
    return str(max([*days, *([target.start] if target.start else [])], default="always"))


def _way(verdict: Verdict) -> str:
    return "rise" if (verdict.variation or "").endswith("high") else "fall"


def _value(facts: Facts, value: float) -> str:
    return in_unit(value, facts.unit, 0 if value == int(value) else max(facts.decimals, 1))


def _month(day: dt.date) -> str:
    return f"{day:%B %Y}"
