"""The content of a measure's part: its figures as they stood on a day, and what was said of them then."""

from __future__ import annotations

from typing import TypedDict


class PublishedDefinition(TypedDict):
    start: str
    text: str
    reason: str


class PublishedObservation(TypedDict):
    """``hidden``: the figure is left out because small numbers could tell of somebody; then there is none."""

    start: str
    last: str
    value: float | None
    numerator: float | None
    denominator: float | None
    sample: float | None
    provisional: bool
    reported: int | None
    expected: int | None
    note: str
    revised: str | None  # the day on which a later file changed it
    hidden: bool


class PublishedLine(TypedDict):
    kind: str  # "target", "limit", "baseline", "aspiration"
    value: float
    start: str | None
    last: str | None
    words: str


class PublishedPhase(TypedDict):
    start: str
    reason: str


class PublishedEvent(TypedDict):
    on: str
    kind: str
    text: str


class PublishedGap(TypedDict):
    start: str
    last: str
    reason: str


class PublishedVerdict(TypedDict):
    """The words that were said of a series on the day."""

    headline: str
    sentences: list[str]
    cautions: list[str]
    rules: str
    rule_in_words: str
    refused: str


class PublishedSeries(TypedDict):
    key: str  # what its observations' addresses begin with
    who: str
    name: str
    area: str | None  # the last part of the address of an area of ours
    source: str
    lag: str
    observed: list[PublishedObservation]
    lines: list[PublishedLine]
    phases: list[PublishedPhase]
    events: list[PublishedEvent]
    gaps: list[PublishedGap]
    verdict: PublishedVerdict


class PublishedBeside(TypedDict):
    headline: str
    sentences: list[str]


class MeasureContent(TypedDict):
    path: str
    name: str
    kind: str
    unit: str
    per: float | None
    decimals: int
    better: str
    frequency: str
    tier: str
    source: str
    ended: str | None
    baseline: int | None
    also: list[str]
    topic: str | None  # path
    actions: list[str]  # paths of those that are to move it
    definitions: list[PublishedDefinition]
    series: list[PublishedSeries]
    beside: PublishedBeside | None
    smallest: int  # counts under this are left out
    as_of: str
