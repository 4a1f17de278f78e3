"""The pack for a meeting as a sheet: agenda, matters arising, briefing note, lines of questioning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from answerable.core.agenda.arising import GROUPS
from answerable.core.agenda.contents import Contents, FrozenAction, FrozenItem, FrozenRisk
from answerable.core.agenda.suggesting import Earlier, Line
from answerable.core.minutes.marked_sheet import HOLDS_RESTRICTED, tag
from answerable.core.minutes.sheet import Break, Heading, ListItem, Piece, Sheet, Table, Text

AGENDA_WIDTHS = (10, 90)
ARISING_WIDTHS = (10, 44, 11, 11, 11, 13)
ARISING_HEAD = ("Number", "Action and last words", "Owner", "Given", "Due", "Stands")
FIGURE_WIDTHS = (26, 13, 13, 12, 36)
FIGURE_HEAD = ("Measure", "Now", "At the last meeting", "Target", "What it says")
COVER_WIDTHS = (50, 30, 20)
COVER_HEAD = ("Point", "Answered in", "The office says")

Block = Piece | Table | Break


@dataclass(frozen=True, slots=True)
class Note:
    """A briefing note: its newest version, and what the office made of it ("" and empty where it is not
    known, or not for the reader). ``coverage`` is point, part and verdict; ``judged`` scale and words."""

    title: str
    sent: str
    state: str
    size: str = ""
    problem: str = ""
    parts: Sequence[str] = ()
    coverage: Sequence[tuple[str, str, str]] = ()
    judged: Sequence[tuple[str, str]] = ()
    judged_words: str = ""
    document: int | None = None
    name: str = ""
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of the meeting's subjects: its last value with its period, what it was when the forum met
    last, the target, and the sentence that its chart says. ``key`` is the measure's."""

    key: int
    name: str
    now: str
    when: str
    before: str
    target: str
    says: str
    restricted: bool = False


@dataclass(frozen=True, slots=True)
class Pack:
    """All that a pack holds, as its reader may see it. ``status`` says which agenda it is, ``left_out``
    whether something restricted was left out."""

    contents: Contents
    status: str
    counted: str
    notes: Sequence[Note] = ()
    lines: Sequence[Line] = field(default_factory=list)
    with_lines: bool = True
    left_out: bool = False
    figures: Sequence[Figure] = ()

    @property
    def restricted(self) -> bool:
        """Whether it holds anything that not everybody may see."""
        risks = self.contents.get("risks", [])
        parts = [*self.contents["items"], *self.contents["arising"], *risks]
        marked = [one.restricted for one in self.notes] + [one.restricted for one in self.lines]
        marked += [one.restricted for one in self.figures]
        return any(one["restricted"] for one in parts) or any(marked)

    @property
    def title(self) -> str:
        contents = self.contents
        return f"Pack: {contents['forum']}, {in_words(dt.date.fromisoformat(contents['date']))}"


def pack_sheet(pack: Pack) -> Sheet:
    """The pack on paper: each part begins a page."""
    blocks: list[Block] = [*_head(pack), *_agenda(pack), Break(), *_arising(pack)]
    if pack.figures:
        blocks += [Break(), *_figures(pack)]
    blocks += [Break(), *_notes(pack)]
    if pack.with_lines:
        blocks += [Break(), *_questioning(pack)]
    return Sheet(
        title=pack.title,
        blocks=blocks,
        marking=HOLDS_RESTRICTED if pack.restricted else "",
        subject=f"Papers for {pack.contents['forum']}",
    )


def in_words(day: dt.date) -> str:
    """Tuesday 11 June 2019"""
    return f"{day:%A} {day.day} {day:%B %Y}"


def earlier_in_words(one: Earlier) -> str:
    """Where an exchange stands: "Assurance Meeting, 12 March 2019, item 2.1"."""
    return f"{one.forum}, {one.on.day} {one.on:%B %Y}" + (f", item {one.item}" if one.item else "")


def _head(pack: Pack) -> Iterator[Block]:
    of = pack.contents
    when = in_words(dt.date.fromisoformat(of["date"]))
    at = f" at {_clock(of['start_time'])}" if of["start_time"] else ""
    yield Text(f"{when}{at}", lead="When:")
    if of["venue"]:
        yield Text(of["venue"], lead="Where:")
    if of["theme"]:
        yield Text(of["theme"], lead="Theme:")
    yield Text(pack.status)
    if pack.left_out:
        yield Text("Restricted parts were left out of this copy.", strong=True)


def _clock(written: str) -> str:
    """10:30am, of "10:30"; as it is written where it is no time."""
    try:
        time = dt.time.fromisoformat(written)
    except ValueError:
        return written
    minutes = f":{time.minute:02}" if time.minute else ""
    return f"{time.hour % 12 or 12}{minutes}{'am' if time.hour < 12 else 'pm'}"


def _agenda(pack: Pack) -> Iterator[Block]:
    yield Heading("Agenda")
    if not pack.contents["items"]:
        yield Text("The agenda has not been begun.")
    else:
        yield Table(AGENDA_WIDTHS, [_line(one) for one in pack.contents["items"]], bare=True)


def _line(one: FrozenItem) -> list[list[Piece]]:
    """An item as a row: its label, and its title with what the agenda says under it."""
    outermost = one["level"] == 1
    said: list[Piece] = [Text(_title(one), strong=outermost)]
    if one["note"]:
        said.append(Text(one["note"], style="small"))
    return [[Text(one["label"] or "", strong=outermost)], said]


def _title(one: FrozenItem) -> str:
    lead = f" ({one['lead']})" if one["lead"] else ""
    return f"{tag(one['restricted'])}{one['title']}{lead}"


def _arising(pack: Pack) -> Iterator[Block]:
    yield Heading("Matters arising")
    yield Text(f"{pack.counted}.")
    for key, name in GROUPS.items():
        rows = [one for one in pack.contents["arising"] if one["group"] == key]
        if rows:
            yield Heading(name, level=2)
            yield Table(ARISING_WIDTHS, [_row(one) for one in rows], ARISING_HEAD)
    yield from _risks(pack)


def _risks(pack: Pack) -> Iterator[Block]:
    """What is waited for, until it is recorded what came of it."""
    risks = pack.contents.get("risks", [])
    if risks:
        yield Heading("Risks: what is waited for")
        yield from (ListItem(_risk(one)) for one in risks)


def _risk(one: FrozenRisk) -> str:
    expected = f"expected {_short(one['expected'])}" if one["expected"] else "no date"
    hangs = f"; {one['hangs']} hangs on it" if one["hangs"] else ""
    return f"{tag(one['restricted'])}{one['text']} ({expected}, since {_short(one['since'])}{hangs})"


def _row(one: FrozenAction) -> list[list[Piece]]:
    words: list[Piece] = [Text(f"{tag(one['restricted'])}{one['text']}")]
    if one["said"]:
        words.append(Text(one["said"], lead=f"{_short(one['said_on'])}:", style="small"))
    facts = [one["owner"] or "nobody", _short(one["given"]), _short(one["due"]) or "no date", one["stands"]]
    cells: list[list[Piece]] = [[Text(one["number"] or "–")], words]
    return cells + [[Text(fact)] for fact in facts]


def _short(day: str | None) -> str:
    if not day:
        return ""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%b %Y}"


def _figures(pack: Pack) -> Iterator[Block]:
    yield Heading("Figures")
    rows = [_figure(one) for one in pack.figures]
    yield Table(FIGURE_WIDTHS, rows, FIGURE_HEAD)


def _figure(one: Figure) -> list[list[Piece]]:
    now: list[Piece] = [Text(one.now, strong=True), Text(one.when, style="small")]
    name: list[Piece] = [Text(f"{tag(one.restricted)}{one.name}")]
    said: list[list[Piece]] = [[Text(cell or "–")] for cell in (one.before, one.target, one.says)]
    return [name, now, *said]


def _notes(pack: Pack) -> Iterator[Block]:
    yield Heading("Briefing note" if len(pack.notes) < 2 else "Briefing notes")
    if not pack.notes:
        yield Text("No briefing note has been sent in.")
    for one in pack.notes:
        yield Heading(f"{tag(one.restricted)}{one.title}", level=2)
        yield Text(" ".join(part for part in (one.sent, one.size, one.state) if part))
        if one.problem:
            yield Text(one.problem, lead="It could not be read:")
        if one.parts:
            yield Text("Its parts:", strong=True)
            yield from (ListItem(part) for part in one.parts)
        if one.coverage:
            rows = [[[Text(cell)] for cell in row] for row in one.coverage]
            yield Table(COVER_WIDTHS, rows, COVER_HEAD)
        for label, words in one.judged:
            yield Text(words, lead=f"{label}:")
        if one.judged_words:
            yield Text(one.judged_words)


def _questioning(pack: Pack) -> Iterator[Block]:
    yield Heading("Suggested lines of questioning")
    if not pack.lines:
        yield Text("Nothing was asked before on the subjects of this meeting.")
    for line in pack.lines:
        yield Heading(f"{tag(line.restricted)}{line.subject}", level=2)
        if line.at:
            yield Text(f"For: {'; '.join(line.at)}", style="small")
        for suggested in line.suggested:
            yield ListItem(f"{suggested.text} ({earlier_in_words(suggested.about)})")
        for one in line.earlier:
            yield from _earlier(one)


def _earlier(one: Earlier) -> Iterator[Block]:
    yield Text(f"{tag(one.restricted)}{earlier_in_words(one)}", strong=True)
    yield Text(one.question, lead=f"{', '.join(one.asked_by) or 'Question'}:", style="quote")
    answer = one.answer or "No answer is minuted."
    yield Text(answer, lead=f"{', '.join(one.answered_by) or 'Answer'}:", style="quote")
    for promise in one.promises:
        due = f" (by {_short(promise.due.isoformat())})" if promise.due else ""
        yield Text(f"{promise.text}{due}", lead="Promised:", style="quote")
    for action in one.actions:
        yield Text(f"{action.number} {action.text} ({action.stands})".strip(), lead="Action:", style="quote")
