"""The walk through the rows of minutes: items open, modes change, paragraphs become units."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.minutes import markers
from answerable.core.minutes.action_cells import read_action_cells
from answerable.core.minutes.arising import Arising
from answerable.core.minutes.assurance import printed_assurance
from answerable.core.minutes.cues import read_cue
from answerable.core.minutes.dates import find_dates
from answerable.core.minutes.details import Details
from answerable.core.minutes.homoglyphs import fold
from answerable.core.minutes.labels import cell_label
from answerable.core.minutes.lists import ActionList, only_tasks
from answerable.core.minutes.logs import LogRow, item_of
from answerable.core.minutes.matters import month_of
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import EMPTY, Passage, join
from answerable.core.minutes.prose import Prose
from answerable.core.minutes.rows import Row
from answerable.core.minutes.shape import Shape
from answerable.core.minutes.states import as_state
from answerable.core.minutes.titles import (
    MAX_TITLE_WORDS,
    STANDING,
    heading_like,
    item_kind,
    title_like,
)
from answerable.core.minutes.told import told
from answerable.core.minutes.units import FoundUpdate

MAX_SUBTITLE_WORDS = 10
MAX_PLAIN_TITLE = 5  # words of a title that nothing but its number tells from a list
AGENDA_ITEMS = 3  # more empty items than these are an agenda, not items on which nothing was said
PROSE_WORDS = 8  # a line of more words is prose that a short line before it may head


class Walk:
    """One pass over the rows; what it finds is in ``book``."""

    def __init__(self, book: Notebook, shape: Shape) -> None:
        self.book = book
        self.shape = shape
        self.prose = Prose(book)
        self.actions = ActionList(book, shape.uses_strong)
        self.details = Details(book)
        self.resolving = False
        self.heads_table = False
        self.arising = Arising(book, self.prose, shape.uses_strong)
        self.in_numbers = False
        self.agenda: bool | None = None

    def run(self, rows: Sequence[Row]) -> None:
        self.actions.is_open = only_tasks([one for row in rows for one in row.body])
        for row, after in zip(rows, [*rows[1:], None], strict=False):
            self.step(row, after)
        self._leave()

    def _leave(self) -> None:
        self.arising.leave()
        self.actions.close()

    # rows ---------------------------------------------------------------------------------------

    def step(self, row: Row, after: Row | None = None) -> None:
        """One row; minutes that are still being typed are walked through with it alone."""
        book = self.book
        if row.log is not None:
            self._log_row(row.log)
            return
        book.furniture.extend(one.whole for one in row.heads)
        self.heads_table = after is not None and after.log is not None
        label = cell_label(fold(row.number[0].whole.text)) if row.number else None
        body = list(row.body)
        if label is not None:
            book.scope += 1
            book.offset = 0.0
            self._numbered_row(label, row, body)
        else:
            body = [*row.number, *body]
        beyond = after.body[0] if after is not None and after.body and not after.number else None
        for one, following in zip(body, [*body[1:], beyond], strict=False):
            self._paragraph(one, following, row)
        if row.actions or row.dues:
            read_action_cells(row.actions, row.dues, book, self.prose, self.details)
        book.owners(row.owners)
        book.offset += row.height

    def _log_row(self, log: LogRow) -> None:
        """A row of a table of actions: with a progress column it reports, without it gives an action."""
        book = self.book
        book.paragraph += 1
        action = log.cells.get("action")
        if action is None:
            book.unit(log.whole, log.whole.text, "note", log.first)
            return
        ref, owner = log.cells.get("ref"), log.cells.get("owner")
        unit = book.unit(log.whole, log.whole.text, "update" if log.reports else "action", log.first)
        if log.reports:
            said = log.cells.get("meeting") or ref
            month = month_of(said.text, book.said_on) if said else None
            progress = log.cells.get("progress")
            item = next(
                (item_of(log.cells[name].text) for name in ("item", "ref") if name in log.cells), None
            )
            said_of_it = [log.cells[name].text for name in ("state", "progress") if name in log.cells]
            book.updates.append(FoundUpdate(month, item, action, progress, as_state(". ".join(said_of_it))))
            return
        found = book.action(
            unit, action, log.first, label=ref.text if ref else None, named=owner.text if owner else None
        )
        found.due, found.from_table = log.cells.get("due"), True
        about = log.cells.get("item")
        found.item = book.outline.named(about.text) if about else None

    def _numbered_row(self, label: str, row: Row, body: list[Paragraph]) -> None:
        """Open the item that a row's number cell names; its title is taken off ``body``."""
        place = row.number[0].whole
        if place.text != fold(place.text):
            told = f"“{place.text}” is printed with look-alike letters, read as {label}."
            self.book.problems.append(("homoglyph", told, place))
        self.book.furniture.extend(extra.whole for extra in row.number[1:])
        title = body[0] if body else None
        end = self.prose.run_in(title) if title is not None else 0
        if title is None or (not end and _is_prose(title)):
            self._open(label, EMPTY, place)
        elif end:
            head = title.text.cut(0, end)
            self._open(label, head, join([place, head]))
            body[0] = title.with_text(title.text.cut(end))
        else:
            body.pop(0)
            self._open(label, title.text, join([place, title.whole]))

    def _open(self, label: str | None, title: Passage, place: Passage, nested: bool = False) -> None:
        self._leave()
        self.book.heading = None
        self.prose.new_item()
        self.book.outline.add(label, title, place, nested)
        self.arising.title(title.text)
        self.actions.headed(title.text)

    # paragraphs ---------------------------------------------------------------------------------

    def _paragraph(self, one: Paragraph, following: Paragraph | None, row: Row) -> None:
        self.book.paragraph += 1
        if not one.words:
            self.book.unit(one.whole, one.whole.text, "note", one)
            return
        if self._told(one) or self.details.take(one) or self._resolved(one):
            return
        if self.arising.referred(one):
            self.actions.close()
            return
        if self.prose.tracked(one):
            return
        if self.prose.dialogue(one):
            self._leave()
            return
        if self._item(one, following, row) or self._announced(one):
            return
        if self.actions.is_open and self.actions.take(one):
            return
        if self.arising.updated(one) or self.arising.stated(one) or self._assured(one):
            return
        heading = self._is_heading(one, following)
        if self.arising.mode is not None and self._matter(one, following, heading):
            return
        if heading:
            self._heading(one)
            return
        at = markers.header_behind(one.words)
        self.prose.paragraph(self.prose.without_run_in(one.without_end(at) if at else one))
        if at:
            self._announced(one.with_text(one.text.cut(at)))

    def _told(self, one: Paragraph) -> bool:
        """A paragraph with the writer's own word before it: "Note:", "Question (PCC):", "Update (open):"."""
        said = told(one.words, one.strong) if one.marker is None else None
        if said is None:
            return False
        self.actions.close()
        if said.kind == "update":
            self.arising.told(one, said)
        else:
            self.arising.leave()
            self.prose.told(one, said)
        return True

    def _resolved(self, one: Paragraph) -> bool:
        """A line of the list that "RESOLVED:" by itself opens: "(1) That the report be noted"."""
        listed = self.resolving and (
            one.words.startswith(("That ", "that ", "To ", "to "))
            or (one.marker is not None and not title_like(one.words, one.all_strong))
        )
        self.resolving = listed or markers.decision_mark(one.words) == len(one.words)
        if listed:
            self.prose.decision(one)
        return listed

    def _announced(self, one: Paragraph) -> bool:
        if self.heads_table and markers.action_header(one.words):
            self._leave()
            self.book.title(one, one.whole, one.words)
            return True
        if not self.actions.announced(one):
            return False
        self.arising.leave()
        return True

    def _matter(self, one: Paragraph, following: Paragraph | None, heading: bool) -> bool:
        if heading and one.marker is None:
            self.arising.headed(one)
            return True
        if self.arising.mode == "update":
            return self.arising.goes_on(one, following)
        self.arising.old(one)
        return True

    def _assured(self, one: Paragraph) -> bool:
        """A judgement that the minutes print for the item ("Assurance: partly assured")."""
        judgement = printed_assurance(one.words)
        if judgement is None or not self.book.outline.items:
            return False
        self.book.outline.items[self.book.outline.current or 0].assurance = judgement
        self.book.unit(one.whole, one.words, "note", one)
        return True

    # items and headings -------------------------------------------------------------------------

    def _item(self, one: Paragraph, following: Paragraph | None, row: Row) -> bool:
        """A numbered title inside the text ("1. Provision of services"), or outside any table."""
        if one.marker is None or one.marker.kind == "bullet":
            return False
        in_table = row.table is not None and self.shape.in_table
        if not self._is_title(one, following, in_table):
            return False
        end = self.prose.run_in(one)
        over = len(one.words) - end if end else 0
        title, place = one.text.cut(0, end or None), one.whole.cut(0, len(one.whole.text) - over)
        self._open(one.marker.label, title, place, nested=in_table)
        if over:
            self.prose.paragraph(one.with_text(one.text.cut(end)))
        return True

    def _is_title(self, one: Paragraph, following: Paragraph | None, in_table: bool) -> bool:
        assert one.marker is not None
        strong = one.all_strong or one.kind == "heading"
        if not strong and (self.actions.is_open or self.arising.mode) and not self._ends_list(one):
            return False
        end = self.prose.run_in(one)
        if not (title_like(one.words, strong) or (end and 0 < one.strong < len(one.words))):
            return False
        if strong:
            return not markers.task_like(one.words) or not self.actions.is_open
        if self.book.outline.kind == "next_meeting" and find_dates(one.words):
            return False
        if one.marker.kind == "letter" and not in_table:
            titled = one.words.isupper() or (self.shape.lettered and one.marker.label.isupper())
            return titled and not self._introduced()
        if len(one.words.split()) > MAX_SUBTITLE_WORDS and in_table:
            return False
        return not self._in_list(one.marker.label, following) and not self._introduced()

    def _ends_list(self, one: Paragraph) -> bool:
        """Whether a numbered line is no part of the open list: a number out of turn, or a plain title."""
        assert one.marker is not None
        label = one.marker.label
        if not label.isdigit() or markers.task_like(one.words):
            return False
        last = self.actions.last if self.actions.is_open else self.arising.last
        if int(label) != last + 1 and self.arising.mode is None:
            return True
        plain = len(one.words.split()) <= MAX_PLAIN_TITLE and title_like(one.words)
        return plain and self.book.outline.expects(label)

    def _introduced(self) -> bool:
        """Whether the line before ends with a colon: what follows is its list."""
        before = self.book.units[-1] if self.book.units else None
        return before is not None and before.opens and before.item == self.book.outline.current

    def _in_list(self, label: str, following: Paragraph | None) -> bool:
        """Whether the next paragraph is the next number: a list of short lines, not titles with text."""
        if not self.shape.in_table:
            return False
        if following is None or following.marker is None or not label.isdigit():
            return self.in_numbers
        after = following.marker.label
        self.in_numbers = after.isdigit() and int(after) == int(label) + 1
        return self.in_numbers

    def _is_heading(self, one: Paragraph, following: Paragraph | None) -> bool:
        words = one.words
        if (one.marker is not None and one.marker.kind == "bullet") or markers.decision_mark(words):
            return False
        if one.kind == "heading":
            return title_like(words.rstrip(":"), strong=True)
        if self.book.outline.kind == "next_meeting" and not (one.all_strong and self.shape.uses_strong):
            return False
        if _stands_alone(words):
            return True
        if not heading_like(words, one.all_strong) or read_cue(words, self.book.voices).act != "none":
            return False
        if self.shape.uses_strong:
            return one.all_strong
        if following is None:
            return False
        return len(following.words.split()) > PROSE_WORDS or item_kind(words) in STANDING

    def _heading(self, one: Paragraph) -> None:
        """An unnumbered heading: an item where items have no numbers, or where every agenda has it."""
        self._leave()
        taken_up = self.book.outline.announced(one.words) if self._has_agenda() else None
        if taken_up is not None:
            self.book.outline.current = taken_up
            self.prose.new_item()
        elif not self.shape.numbered or item_kind(one.words) in STANDING:
            self._open(None, one.text, one.whole)
            return
        self.book.title(one, one.whole, one.words)

    def _has_agenda(self) -> bool:
        """Whether items stand without a word under them: an agenda printed before the minutes."""
        if self.agenda is None:
            used = {unit.item for unit in self.book.units}
            empty = [index for index in range(len(self.book.outline.items)) if index not in used]
            self.agenda = len(empty) > AGENDA_ITEMS
        return self.agenda


def _stands_alone(words: str) -> bool:
    """A standing item's title in capitals, as files without emphasis print it."""
    return words.isupper() and len(words.split()) <= MAX_TITLE_WORDS and item_kind(words) in STANDING


def _is_prose(one: Paragraph) -> bool:
    """A numbered paragraph of prose has no title of its own."""
    words = one.words
    if one.all_strong or one.kind == "heading":
        return False
    return len(words.split()) > MAX_TITLE_WORDS or (words.endswith(".") and not title_like(words.rstrip(".")))
