"""Facts of a series as they are frozen, and read again: the pictures of public pages are drawn from these."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import replace

from answerable.core.measures.facts import (
    Better,
    Event,
    EventKind,
    Facts,
    Frequency,
    Gap,
    Kind,
    Line,
    LineKind,
    Observed,
    Phase,
)  # fmt: skip
from answerable.core.measures.judging import judge
from answerable.core.measures.verdict import Verdict
from answerable.core.measures.window import window
from answerable.core.publication.shapes_measures import (
    MeasureContent,
    PublishedObservation,
    PublishedSeries,
    PublishedVerdict,
)  # fmt: skip

HIDDEN = "left out: small numbers"
"""The mark in place of a figure that is not shown. It is one for all, whatever the figure was."""


def without(facts: Facts, starts: Collection[dt.date]) -> Facts:
    """The facts with nothing of the periods that begin then but that there is a figure."""
    if not starts:
        return facts
    observed = [_hidden(one) if one.start in starts else one for one in facts.observed]
    return replace(facts, observed=observed)


def _hidden(one: Observed) -> Observed:
    return Observed(one.start, one.last, None, provisional=one.provisional, note=HIDDEN)


NOT_JUDGED = "Not judged: some of its figures are too small to be shown."
WHY = (
    "Figures that count very few people are left out, and a chart of the others would tell of another level"
    " than there is."
)


def judged(facts: Facts, hidden: Collection[dt.date], today: dt.date) -> Verdict:
    """What is said of a series as the public sees it; nothing where something of it is not shown."""
    if any(one.start in hidden for one in facts.observed):
        return Verdict(NOT_JUDGED, [WHY], [], "no chart", [], [], refused=WHY)
    return judge(facts, today)


def looked_at(facts: Facts, today: dt.date, ended: dt.date | None) -> Facts:
    """As much of the facts as a chart looks back at: what every page and report judges."""
    if facts.baseline is not None:
        return facts
    first = window(facts.frequency, today, ended)
    return replace(facts, observed=[one for one in facts.observed if one.start >= first])


def observations(
    facts: Facts, hidden: Collection[dt.date], revised: Mapping[dt.date, dt.date]
) -> list[PublishedObservation]:
    return [
        {
            "start": one.start.isoformat(), "last": one.last.isoformat(), "value": one.value,
            "numerator": one.numerator, "denominator": one.denominator, "sample": one.sample,
            "provisional": one.provisional, "reported": one.reported, "expected": one.expected,
            "note": one.note, "revised": _text(revised.get(one.start)), "hidden": one.start in hidden,
        }
        for one in facts.observed
    ]  # fmt: skip


def said_of(verdict: Verdict) -> PublishedVerdict:
    return {
        "headline": verdict.headline, "sentences": list(verdict.sentences),
        "cautions": list(verdict.cautions), "rules": verdict.rules,
        "rule_in_words": verdict.rule_in_words, "refused": verdict.refused,
    }  # fmt: skip


def frozen(
    key: str,
    facts: Facts,
    verdict: Verdict,
    observed: list[PublishedObservation],
    *,
    who: str,
    name: str,
    area: str | None,
    source: str,
    lag: str,
) -> PublishedSeries:
    """``facts`` are those of all time; ``verdict`` is of what a chart looks back at."""
    return {
        "key": key, "who": who, "name": name, "area": area, "source": source, "lag": lag,
        "observed": observed,
        "lines": [
            {"kind": str(one.kind), "value": one.value, "start": _text(one.start), "last": _text(one.last),
             "words": one.words}
            for one in facts.lines
        ],
        "phases": [{"start": one.start.isoformat(), "reason": one.reason} for one in facts.phases],
        "events": [
            {"on": one.on.isoformat(), "kind": str(one.kind), "text": one.text} for one in facts.events
        ],
        "gaps": [
            {"start": one.start.isoformat(), "last": one.last.isoformat(), "reason": one.reason}
            for one in facts.gaps
        ],
        "verdict": said_of(verdict),
    }  # fmt: skip


def facts_again(measure: MeasureContent, series: PublishedSeries) -> Facts:
    """The facts of all time of one series of a part."""
    return Facts(
        name=measure["name"], kind=Kind(measure["kind"]), unit=measure["unit"],
        better=Better(measure["better"]), frequency=Frequency(measure["frequency"]),
        observed=[_observed(one) for one in series["observed"]],
        lines=[
            Line(LineKind(one["kind"]), one["value"], _day(one["start"]), _day(one["last"]), one["words"])
            for one in series["lines"]
        ],
        phases=[Phase(_date(one["start"]), one["reason"]) for one in series["phases"]],
        events=[Event(_date(one["on"]), EventKind(one["kind"]), one["text"]) for one in series["events"]],
        gaps=[Gap(_date(one["start"]), _date(one["last"]), one["reason"]) for one in series["gaps"]],
        decimals=measure["decimals"], whose=_whose(series), baseline=measure["baseline"],
    )  # fmt: skip


def _whose(series: PublishedSeries) -> str:
    return f"{series['name']} ({series['source']})" if series["source"] else series["name"]


def _observed(one: PublishedObservation) -> Observed:
    return Observed(
        _date(one["start"]), _date(one["last"]), one["value"], one["numerator"], one["denominator"],
        one["sample"], one["provisional"], one["reported"], one["expected"], one["note"],
    )  # fmt: skip


def _text(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
