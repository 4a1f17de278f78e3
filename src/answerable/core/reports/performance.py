"""The performance report for a meeting: what signals first, then by tier what varies as it usually does.

It is meant for one page of paper: the first of what signals have a sentence and a small chart each, the worse
before the better, gold before silver; every other measure has its value in a sentence of its tier.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.core.measures.verdict import Assurance
from answerable.core.minutes.dates import long_date
from answerable.core.minutes.marked_sheet import HOLDS_RESTRICTED, tag
from answerable.core.minutes.sheet import Break, Picture, Piece, Sheet, Table, Text

TIERS = {"gold": "Gold", "silver": "Silver", "": "In no tier"}
LEVEL = "That is its ordinary variation: no real change is seen."
MOST_AREAS = 20  # lines of single areas; the rest are counted
MOST_SHOWN = 6
"""Rows with a chart, so that the sentences below them stay on the page."""
WIDTHS, HEAD = (60, 17, 23), ("What signals", "Now", "Over time")
PLAIN_WIDTHS = (80, 20)  # without charts

Block = Piece | Table | Break


@dataclass(frozen=True, slots=True)
class Told:
    """A series of ours, as its chart says it. ``place`` is its area, "" for the whole force.

    In words, "" where there is none: ``figure``, the last one; ``value``, the same with its period; the set
    ``line`` that holds, and how often it was ``met``; that a ``limit`` is passed which somebody set.
    ``signal``: there is a real change, ``worse``: one for the worse, ``new``: one since the meeting before.
    ``early``: there are too few figures for a verdict. ``alike``: each value is like the one before, so that
    it signals more often by chance. ``refused`` says why it has no chart; ``svg`` draws it.
    """

    key: int
    name: str
    tier: str
    headline: str
    value: str
    figure: str = ""
    place: str = ""
    line: str = ""
    met: str = ""
    meets: Assurance | None = None
    limit: str = ""
    signal: bool = False
    worse: bool = False
    new: bool = False
    early: bool = False
    alike: bool = False
    refused: str = ""
    svg: str = ""
    restricted: bool = False

    @property
    def alarms(self) -> bool:
        return self.worse or bool(self.limit)

    @property
    def way(self) -> str:
        """ "better", "worse", "higher" or "lower" """
        return self.headline.removeprefix("Getting ").split(" ", 1)[0].lower()

    @property
    def said(self) -> str:
        """The sentences: a limit that was set and the range that is ordinary are two things."""
        new = "New since the last meeting." if self.new else ""
        judged = not (self.signal or self.early or self.refused)
        change = LEVEL if self.limit and judged else self.headline
        return " ".join(one for one in (self.limit, change, new) if one)


@dataclass(frozen=True, slots=True)
class Performance:
    """``chance`` is the sentence on how many of so many charts signal without any change."""

    office: str
    meeting: str  # "Quarterly Accountability Board, 1 December 2026", "" for none
    today: dt.date
    measures: Sequence[Told]
    areas: Sequence[Told] = ()
    chance: str = ""
    since: dt.date | None = None  # the meeting before
    left_out: bool = False

    @property
    def title(self) -> str:
        return "Performance report"

    @property
    def caption(self) -> str:
        """For what, and as of when."""
        return f"{self.meeting or self.office}. Figures as they stood on {long_date(self.today)}."

    @property
    def signals(self) -> list[Told]:
        """What changed or passed a limit: the worse first, in each the higher tier first."""
        found = [one for one in self.measures if one.signal or one.limit]
        return sorted(found, key=lambda one: (not one.alarms, _rank(one), one.name))

    @property
    def shown(self) -> list[Told]:
        """The signals that have a row on paper."""
        return self.signals[:MOST_SHOWN]

    @property
    def also(self) -> list[Told]:
        """The other signals."""
        return self.signals[MOST_SHOWN:]

    @property
    def in_areas(self) -> list[Told]:
        """What became worse or passed a limit in an area."""
        found = [one for one in self.areas if one.alarms]
        return sorted(found, key=lambda one: (not one.limit, _rank(one), one.name, one.place))

    @property
    def shown_areas(self) -> list[Told]:
        """The first of them."""
        return self.in_areas[:MOST_AREAS]

    @property
    def more_areas(self) -> str:
        """How many are not told one by one; "" where all are."""
        more = len(self.in_areas) - MOST_AREAS
        return (
            f"And {more} more in single areas, which stand on the pages of their measures."
            if more > 0
            else ""
        )

    @property
    def level(self) -> list[Told]:
        """What does not signal, by tier; in each what will miss its target first."""
        found = [one for one in self.measures if not (one.signal or one.limit or one.refused)]
        return sorted(found, key=lambda one: (_rank(one), one.meets != "fail", one.name))

    @property
    def uncharted(self) -> list[Told]:
        return [one for one in self.measures if one.refused and not one.limit]

    def in_tier(self, tier: str) -> list[Told]:
        return [one for one in self.level if one.tier == tier]

    @property
    def restricted(self) -> bool:
        return any(one.restricted for one in (*self.measures, *self.in_areas))

    @property
    def lead(self) -> str:
        """What somebody remembers who reads one sentence."""
        if not self.measures:
            return "No measure has any figures yet."
        return " ".join(one for one in (self._changed(), self._passed()) if one)

    def _changed(self) -> str:
        changed = [one for one in self.measures if one.signal]
        if not changed:
            return "No measure of the force shows a real change."
        count, worse = len(changed), sum(one.worse for one in changed)
        said = f"{_many(count, 'measure')} {'has' if count == 1 else 'have'} really changed"
        if worse:
            many = "" if worse == count == 1 else "all " if worse == count else f"{worse} "
            said += f", {many}for the worse"
        new = sum(one.new for one in changed)
        return f"{said}; {new} since the last meeting." if new else f"{said}."

    def _passed(self) -> str:
        passed = sum(bool(one.limit) for one in self.measures)
        in_areas = len({one.place for one in self.areas if one.limit})
        parts = [f"{_many(passed, 'measure')} of the force"] if passed else []
        parts += [_many(in_areas, "area")] if in_areas else []
        if not parts:
            return ""
        verb = "is" if passed + in_areas == 1 else "are"
        return f"{' and '.join(parts)} {verb} beyond a limit that was set."


def performance_sheet(told: Performance) -> Sheet:
    """The report on paper."""
    return Sheet(
        title=told.title,
        blocks=list(_blocks(told)),
        marking=HOLDS_RESTRICTED if told.restricted else "",
        subject=told.meeting or told.office,
    )


def _blocks(told: Performance) -> Iterator[Block]:
    yield Text(told.caption, style="small")
    yield Text(told.lead, strong=True)
    if told.chance:
        yield Text(told.chance, style="small")
    if told.left_out:
        yield Text("Restricted parts are not in this copy.", strong=True)
    if told.shown:
        rows = [_signal(one) for one in told.shown]
        if any(one.svg for one in told.shown):
            yield Table(WIDTHS, rows, HEAD)
        else:
            yield Table(PLAIN_WIDTHS, [row[:-1] for row in rows], HEAD[:-1])
    for way in dict.fromkeys(one.way for one in told.also):
        yield _sentence(f"Also {way}", [one for one in told.also if one.way == way])
    for one in told.shown_areas:
        yield Text(one.said, lead=f"{one.place}, {_named(one)}:", style="small")
    if told.more_areas:
        yield Text(told.more_areas, style="small")
    for tier, name in TIERS.items():
        for early, what in ((False, "ordinary variation"), (True, "too early to tell")):
            level = [one for one in told.in_tier(tier) if one.early is early]
            if level:
                yield _sentence(f"{name}, {what}", level)
    for one in told.uncharted:
        yield Text(f"{one.value}. {one.refused}", lead=f"{_named(one)}:", style="small")


def _signal(one: Told) -> list[list[Piece]]:
    beside = f"Met in {one.met}, {one.line}." if one.met else ""
    words = Text(f"{one.said} {beside}".strip(), lead=f"{_named(one)}.", style="small")
    return [[words], [Text(one.value, style="small")], [Picture(one.svg, "")] if one.svg else []]


def _sentence(lead: str, rows: Sequence[Told]) -> Text:
    return Text(f"{'; '.join(_in_short(one) for one in rows)}.", lead=f"{lead}:", style="small")


def _in_short(one: Told) -> str:
    """ "Files rejected, 15% (aspiration of 15%)" """
    return f"{_named(one)}, {one.figure}{f' ({one.line})' if one.line else ''}"


def _named(one: Told) -> str:
    return f"{tag(one.restricted)}{one.name}"


def _rank(one: Told) -> int:
    return list(TIERS).index(one.tier) if one.tier in TIERS else len(TIERS)


def _many(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
