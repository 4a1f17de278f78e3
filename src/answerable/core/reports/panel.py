"""The report to the Police and Crime Panel: what the commissioner did about each objective, or one subject.

The panel scrutinises the commissioner, not the force (Police Reform and Social Responsibility Act 2011,
section 28): so it tells what was asked, what was answered and promised, and what came of it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.core.actions.outcomes import DONE, NAMES, Outcome
from answerable.core.minutes.dates import long_date
from answerable.core.minutes.marked_sheet import HOLDS_RESTRICTED, tag
from answerable.core.minutes.sheet import Break, Heading, ListItem, Piece, Sheet, Table, Text

ACTION_WIDTHS = (10, 50, 14, 13, 13)
ACTION_HEAD = ("Number", "Action", "Owner", "Given", "What became of it")
SUM_WIDTHS = (40, 12, 12, 12, 12, 12)
SUM_HEAD = ("Objective", "Meetings", "Questions", "Actions", "Of them done", "Promises")

Block = Piece | Table | Break


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer, and where both stand."""

    on: dt.date
    forum: str
    question: str
    answer: str
    asked_by: Sequence[str] = ()
    answered_by: Sequence[str] = ()
    href: str = ""
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """An action; ``outcome`` is one of ``core.actions.outcomes``."""

    key: int
    number: str
    text: str
    owner: str
    given: dt.date
    outcome: str
    restricted: bool = False

    @property
    def outcome_name(self) -> str:
        return NAMES[Outcome(self.outcome)]


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise that nobody marked as an action; ``stands`` in words."""

    key: int
    on: dt.date
    text: str
    by: Sequence[str]
    stands: str
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """The office's judgement of an agenda item, with its basis."""

    on: dt.date
    item: str
    judgement: str
    basis: str
    restricted: bool = False


@dataclass(slots=True)
class Section:
    """What was done about one objective or subject; the questions and the rest in order of their days."""

    name: str
    meetings: int = 0
    asked: list[Asked] = field(default_factory=list)
    actions: list[Given] = field(default_factory=list)
    promises: list[Promised] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not (self.asked or self.actions or self.promises or self.judged)

    @property
    def done(self) -> int:
        return sum(1 for one in self.actions if one.outcome in DONE)

    @property
    def lead(self) -> str:
        """Asked 6 times in 4 meetings. 3 actions were given: 2 kept on time, 1 lapsed."""
        if self.empty:
            return "Nothing was asked, given or promised about it in this time."
        asked = len(self.asked)
        times = f"Asked {asked} {'time' if asked == 1 else 'times'}" if asked else "Spoken of"
        said = [f"{times} in {self.meetings} {'meeting' if self.meetings == 1 else 'meetings'}."]
        if self.actions:
            many = Counter(one.outcome for one in self.actions)
            classes = ", ".join(f"{many[key]} {name.lower()}" for key, name in NAMES.items() if many[key])
            given = len(self.actions)
            said.append(f"{given} {'action was' if given == 1 else 'actions were'} given: {classes}.")
        if self.promises:
            made = len(self.promises)
            said.append(f"{made} {'promise was' if made == 1 else 'promises were'} made beside them.")
        return " ".join(said)

    @property
    def restricted(self) -> bool:
        marked = [one.restricted for one in self.asked] + [one.restricted for one in self.actions]
        marked += [one.restricted for one in self.promises] + [one.restricted for one in self.judged]
        return any(marked)


@dataclass(frozen=True, slots=True)
class PanelReport:
    """``about`` names the subject where there is one; ``start`` and ``end`` are the first and last day."""

    office: str
    commissioner: str
    start: dt.date
    end: dt.date
    sections: Sequence[Section]
    about: str = ""
    left_out: bool = False

    @property
    def title(self) -> str:
        about = f" about {self.about}" if self.about else ""
        return f"What the {self.commissioner} did{about}"

    @property
    def span(self) -> str:
        return f"{long_date(self.start)} to {long_date(self.end)}"

    @property
    def restricted(self) -> bool:
        return any(one.restricted for one in self.sections)


def panel_sheet(report: PanelReport) -> Sheet:
    """The report on paper; every objective begins under a heading of its own."""
    return Sheet(
        title=report.title,
        blocks=list(_blocks(report)),
        marking=HOLDS_RESTRICTED if report.restricted else "",
        subject=f"{report.office}, {report.span}",
    )


def _blocks(report: PanelReport) -> Iterator[Block]:
    yield Text(f"{report.office}, {report.span}.")
    if report.left_out:
        yield Text("Restricted parts are not in this copy.", strong=True)
    if len(report.sections) > 1:
        yield Table(SUM_WIDTHS, [_sum(one) for one in report.sections], SUM_HEAD)
        yield Text(
            "What belongs to two objectives counts for both. Promises are those that nobody marked as"
            " actions.",
            style="small",
        )
    for one in report.sections:
        yield Heading(one.name)
        yield Text(one.lead)
        yield from _section(one)


def _sum(one: Section) -> list[list[Piece]]:
    figures = [one.meetings, len(one.asked), len(one.actions), one.done, len(one.promises)]
    cells: list[list[Piece]] = [[Text(f"{figure:,}")] for figure in figures]
    return [[Text(one.name)], *cells]


def _section(one: Section) -> Iterator[Block]:
    if one.asked:
        yield Heading("Asked and answered", level=2)
        for asked in one.asked:
            yield Text(f"{tag(asked.restricted)}{long_date(asked.on)}, {asked.forum}", strong=True)
            yield Text(asked.question, lead=f"{', '.join(asked.asked_by) or 'Question'}:", style="quote")
            answer = asked.answer or "No answer is minuted."
            yield Text(answer, lead=f"{', '.join(asked.answered_by) or 'Answer'}:", style="quote")
    if one.actions:
        yield Heading("Actions", level=2)
        yield Table(ACTION_WIDTHS, [_action(action) for action in one.actions], ACTION_HEAD)
    if one.promises:
        yield Heading("Promises", level=2)
        for promise in one.promises:
            by = f"{', '.join(promise.by)}, " if promise.by else ""
            said = f"{promise.text} ({by}{long_date(promise.on)}; {promise.stands})"
            yield ListItem(f"{tag(promise.restricted)}{said}")
    if one.judged:
        yield Heading("How far the office is assured", level=2)
        for judged in one.judged:
            said = (
                f"{judged.item}: {judged.judgement.lower()}, {judged.basis.lower()} ({long_date(judged.on)})"
            )
            yield ListItem(f"{tag(judged.restricted)}{said}")


def _action(one: Given) -> list[list[Piece]]:
    return [
        [Text(one.number or "–")],
        [Text(f"{tag(one.restricted)}{one.text}")],
        [Text(one.owner or "nobody")],
        [Text(long_date(one.given))],
        [Text(one.outcome_name)],
    ]
