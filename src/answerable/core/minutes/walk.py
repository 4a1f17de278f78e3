"""The walk through the rows of minutes: items open, modes change, paragraphs become units.

The walk knows four modes. ``prose``: sentences. ``actions``: lines under "Actions arising:". ``old``: what an
earlier meeting asked for. ``update``: what is said of it now.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from answerable.core.minutes import markers
from answerable.core.minutes.cues import NO_CUE, Cue, pronoun_asks, read_cue
from answerable.core.minutes.homoglyphs import fold
from answerable.core.minutes.labels import cell_label
from answerable.core.minutes.matters import STATE_AT_END, Matters, month_of
from answerable.core.minutes.outline import Outline
from answerable.core.minutes.owners import OwnerCell
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import Passage, join
from answerable.core.minutes.record import EntryKind
from answerable.core.minutes.rows import Row
from answerable.core.minutes.sentences import sentence_spans
from answerable.core.minutes.titles import MAX_TITLE_WORDS, NOTHING, heading_like, run_in_title, title_like
from answerable.core.minutes.units import FoundAction, Unit
from answerable.core.minutes.voices import Voices

Mode = Literal["prose", "actions", "old", "update"]
_WORD_KINDS: dict[str, EntryKind] = {
    "Note": "note",
    "Commitment": "commitment",
    "Decision": "decision",
    "Question": "question",
    "Response": "response",
    "Update": "update",
}
MAX_SUBTITLE_WORDS = 10
MAX_RUN_IN = 80  # characters within which the first speaker follows a run-in title
MAX_PLAIN_TITLE = 5  # words of a title that nothing but its number tells from a list
MAX_HEADER = 60  # characters of a line that only announces actions


@dataclass
class Walk:
    """Everything that one pass over the rows finds; ``furniture`` are heads of columns and the like."""

    voices: Voices
    said_on: date | None
    numbered: bool
    uses_strong: bool
    outline: Outline = field(default_factory=Outline)
    units: list[Unit] = field(default_factory=list)
    actions: list[FoundAction] = field(default_factory=list)
    owner_cells: dict[int, list[OwnerCell]] = field(default_factory=dict)
    furniture: list[Passage] = field(default_factory=list)
    problems: list[tuple[str, str, Passage]] = field(default_factory=list)
    matters: Matters = field(default_factory=Matters)
    heading: str | None = None
    mode: Mode = "prose"
    action_owner: str | None = None
    list_kind: str | None = None
    scope: int = 0
    offset: float = 0.0
    count: int = 0
    last_number: int | None = None
    asker: Cue = NO_CUE
    last_asker: Cue = NO_CUE

    def run(self, rows: Sequence[Row]) -> None:
        self.matters.said_on = self.said_on
        for row in rows:
            self._row(row)
        self._leave()

    # rows ---------------------------------------------------------------------------------------

    def _row(self, row: Row) -> None:
        self.furniture.extend(one.whole for one in row.heads)
        label = self._label(row)
        body = list(row.body)
        if label is not None:
            self.scope += 1
            self.offset = 0.0
            self._open_item(label, row, body)
        elif row.number:
            body = [*row.number, *body]
        for index, one in enumerate(body):
            self._paragraph(one, body[index + 1] if index + 1 < len(body) else None, row)
        self._owners(row)
        self.offset += row.height

    def _label(self, row: Row) -> str | None:
        if not row.number:
            return None
        return cell_label(fold(row.number[0].whole.text))

    def _open_item(self, label: str, row: Row, body: list[Paragraph]) -> None:
        place = row.number[0].whole
        if place.text != fold(place.text):
            self.problems.append(("homoglyph", f"“{place.text}” is printed with look-alike letters, read as {label}.", place))
        for extra in row.number[1:]:
            self.furniture.append(extra.whole)
        if not body:
            self._start_item(label, place.cut(len(place.text)), place, nested=False)
            return
        title = body[0]
        end = self._run_in(title)
        if end:
            self._start_item(label, title.text.cut(0, end), _both(place, title.text.cut(0, end)), nested=False)
            body[0] = title.with_text(title.text.cut(end))
        elif not _is_prose(title):
            body.pop(0)
            self._start_item(label, title.text, _both(place, title.whole), nested=False)
        else:
            self._start_item(label, place.cut(len(place.text)), place, nested=False)

    def _run_in(self, one: Paragraph) -> int:
        words = one.words
        speech = self._speech_at(words) if len(words.split()) > MAX_SUBTITLE_WORDS else None
        return run_in_title(words, one.strong, speech)

    def _speech_at(self, words: str) -> int | None:
        """Where the first speaker is named, if only a few words stand before."""
        if read_cue(words, self.voices).act != "none":
            return None
        for found in re.finditer(r"(?<![,;:]) (?=[A-Z])", words[:MAX_RUN_IN]):
            if read_cue(words[found.end() :], self.voices).act != "none":
                return found.end()
        return None

    def _start_item(self, label: str | None, title: Passage, place: Passage, nested: bool) -> None:
        self._leave()
        self.heading = None
        self.asker = NO_CUE
        self.outline.add(label, title, place, nested)
        self._item_reference(title.text)

    def _item_reference(self, title: str) -> None:
        when = markers.arising_from(title)
        if when is not None:
            self.matters.refer(month=month_of(when, self.said_on) or "")
            self.mode = "old"

    def _leave(self) -> None:
        self.matters.close()
        self.mode = "prose"
        self.list_kind = None
        self.action_owner = None
        self.last_number = None

    def _owners(self, row: Row) -> None:
        if not row.owners:
            return
        cell = [(one.whole, _shifted(one.beside, self.offset)) for one in row.owners]
        self.owner_cells.setdefault(self.scope, []).extend(cell)

    # paragraphs ---------------------------------------------------------------------------------

    def _paragraph(self, one: Paragraph, following: Paragraph | None, row: Row) -> None:
        self.count += 1
        words = one.words
        if not words:
            self._unit(one.whole, one.whole.text, "note", one)
            return
        if self._reference(one) or self._is_item(one, following, row) or self._header(one):
            return
        if self.mode == "actions" and self._listed_action(one):
            return
        update = markers.update_mark(words)
        if update:
            self._begin_update(one, update)
            return
        if self.mode in ("old", "update") and self._is_matter(one, following, row):
            return
        if self.mode == "update" and self._update_goes_on(one):
            return
        if self.mode == "old":
            self._old(one)
            return
        if self._is_heading(one, following, row):
            self.heading = words.rstrip(" :")
            self._leave()
            self._unit(one.whole, words, "heading", one)
            return
        self._prose(one, row)

    def _is_item(self, one: Paragraph, following: Paragraph | None, row: Row) -> bool:
        """A numbered title inside the text ("1. Provision of services"), or outside any table."""
        mark = one.marker
        if mark is None or mark.kind == "bullet":
            return False
        in_table = row.table is not None and self.numbered
        if not self._titles_item(one, following, in_table):
            return False
        end = self._run_in(one)
        title = one.text.cut(0, end) if end else one.text
        place = one.whole.cut(0, len(one.whole.text) - len(one.words) + end) if end else one.whole
        self._start_item(mark.label, title, place, nested=in_table)
        if end:
            self._prose(one.with_text(one.text.cut(end)), row, place=one.text.cut(end))
        return True

    def _titles_item(self, one: Paragraph, following: Paragraph | None, in_table: bool) -> bool:
        mark = one.marker
        assert mark is not None
        strong = one.all_strong or one.kind == "heading"
        number = int(mark.label) if mark.label.isdigit() else None
        if self.mode in ("actions", "update", "old") and not strong:
            if number is None or markers.task_like(one.words):
                return False
            if number == (self.last_number or 0) + 1 and not self._next_title(one):
                return False
        end = self._run_in(one)
        if not (title_like(one.words, strong) or (end and 0 < one.strong < len(one.words))):
            return False
        if strong:
            return not markers.task_like(one.words) or self.mode == "prose"
        if mark.kind == "letter" and not in_table:
            return False
        if len(one.words.split()) > MAX_SUBTITLE_WORDS and in_table:
            return False
        if self._in_list(mark.label, following):
            return False
        return self.units == [] or not self.units[-1].opens or self.units[-1].item != self.outline.current

    def _next_title(self, one: Paragraph) -> bool:
        """A few words under the next sub-item's number end a list that has come to the same number."""
        assert one.marker is not None
        return self.outline.expects(one.marker.label) and len(one.words.split()) <= MAX_PLAIN_TITLE and title_like(one.words)

    def _in_list(self, label: str, following: Paragraph | None) -> bool:
        """Whether the next paragraph is the next number: a list of short lines, not titles with text."""
        if following is None or following.marker is None or not label.isdigit():
            return self.list_kind == "numbers"
        after = following.marker.label
        listed = after.isdigit() and int(after) == int(label) + 1
        self.list_kind = "numbers" if listed and self.numbered else None
        return listed and self.numbered

    def _reference(self, one: Paragraph) -> bool:
        """References to earlier meetings and items open a matter."""
        words = one.words
        when = markers.arising_from(words)
        if when is not None and len(words.split()) <= 14:
            self.matters.refer(month=month_of(when, self.said_on) or "")
        else:
            about = markers.about_item(words)
            if about is None and self.matters.month is not None and self.mode in ("old", "update"):
                about = markers.bare_item(one.whole.text) if title_like(words, one.all_strong) else None
            if about is None or (self.matters.month is None and self.outline.kind != "matters_arising"):
                return False
            self.matters.refer(item=re.sub(r"[ ()]", "", about["item"]))
        self.mode = "old"
        self.last_number = None
        self.heading = words.rstrip(" :")
        self._unit(one.whole, words, "heading", one)
        return True

    def _is_matter(self, one: Paragraph, following: Paragraph | None, row: Row) -> bool:
        """A sub-heading among matters arising opens the next matter of the same meeting."""
        if one.marker is not None or not self._is_heading(one, following, row):
            return False
        self.matters.refer(month=self.matters.month)
        self.mode, self.last_number = "old", None
        self.heading = one.words.rstrip(" :")
        self._unit(one.whole, one.words, "heading", one)
        return True

    def _header(self, one: Paragraph) -> bool:
        """A line that only announces actions."""
        if len(one.words) > MAX_HEADER:
            return False
        inline = markers.action_mark(one.words)
        if inline is not None and markers.says_none(one.words[inline.length :]):
            self._leave()
            self._unit(one.whole, one.words, "note", one)
            return True
        mark = markers.action_header(one.words)
        if mark is None:
            return False
        self.matters.close()
        self.mode = "actions"
        self.action_owner = mark.owner
        self.list_kind = "" if mark.plural or True else None
        self.last_number = None
        self._unit(one.whole, one.words, "note", one)
        return True

    def _listed_action(self, one: Paragraph) -> bool:
        """A line of an action list. The list ends at a heading, at a number out of turn, or at prose."""
        words = one.words
        if markers.says_none(words) or NOTHING.fullmatch(words):
            self._unit(one.whole, words, "note", one)
            self.mode = "prose"
            return True
        mark = one.marker
        number = int(mark.label) if mark is not None and mark.label.isdigit() else None
        kind = "plain" if mark is None else mark.kind
        if mark is None and one.kind == "list_item":
            kind, number = "bullet", (self.last_number or 0) + 1
        if self.list_kind not in ("", kind) and not markers.task_like(words):
            self._leave()
            return False
        if self.list_kind == "plain" and not (kind == "plain" and markers.doer(words)):
            self._leave()
            return False
        if self._heads_off(one):
            self._leave()
            return False
        self.list_kind = kind
        self.last_number = number if number is not None else self.last_number
        inner = markers.action_mark(words)
        text = one.text.cut(inner.length) if inner else one.text
        unit = self._unit(one.whole, words, "action", one)
        self._action(unit, text, inner.label if inner else None, number, one.beside, inner.owner if inner else None)
        return True

    def _heads_off(self, one: Paragraph) -> bool:
        if one.kind == "heading" or (one.all_strong and one.marker is None and self.uses_strong and title_like(one.words)):
            return not markers.task_like(one.words)
        cue = read_cue(one.words, self.voices)
        return one.marker is None and cue.act == "ask"

    def _begin_update(self, one: Paragraph, length: int) -> None:
        self.mode = "update"
        self.last_number = None
        rest = one.text.cut(length)
        if not self.matters.old:
            self._take_old()
        self._unit(one.whole, one.words, "update", one)
        if rest:
            self.matters.new.append((None, rest))

    def _take_old(self) -> None:
        """"Update:" without a reference is about the paragraph before it."""
        before = self.units[-1] if self.units else None
        if before is None or before.item != self.outline.current or before.kind not in ("note", "action"):
            return
        same = [unit for unit in self.units[-8:] if unit.paragraph == before.paragraph]
        if before.kind == "action":
            self.actions = [action for action in self.actions if action.unit is not before]
        for unit in same:
            unit.kind = "update"
        self.matters.old.append((None, join([unit.place for unit in same])))

    def _update_goes_on(self, one: Paragraph) -> bool:
        mark = one.marker
        cue = read_cue(one.words, self.voices) if mark is None else NO_CUE
        if self.matters.new and cue.speakers and mark is None:
            self._leave()
            return False
        if markers.action_mark(one.words) or (one.all_strong and mark is None and self.uses_strong):
            self._leave()
            return False
        number = int(mark.label) if mark is not None and mark.label.isdigit() else None
        self.last_number = number or self.last_number
        self.matters.new.append((number, one.text))
        self._unit(one.whole, one.words, "update", one)
        return True

    def _old(self, one: Paragraph) -> None:
        one = self._without_run_in(one)
        mark = one.marker
        number = int(mark.label) if mark is not None and mark.label.isdigit() else None
        self.last_number = number or self.last_number
        inside = markers.update_inside(one.words)
        if inside:
            self.matters.old.append((number, one.text.cut(0, inside[0])))
            self.matters.new.append((None, one.text.cut(inside[1])))
            self._sentences(one.text.cut(0, inside[0]), one, kind="update")
            self._unit(one.text.cut(inside[0]), one.words[inside[0] :], "update", one)
            self.mode = "update"
            return
        if markers.action_mark(one.words) and not self.matters.old:
            mark_ = markers.action_mark(one.words)
            assert mark_ is not None
            self.matters.old.append((number, one.text.cut(mark_.length)))
            self._unit(one.whole, one.words, "update", one)
            return
        self.matters.old.append((number, one.text))
        self._prose_units(one, kind="update")

    def _is_heading(self, one: Paragraph, following: Paragraph | None, row: Row) -> bool:
        words = one.words
        if one.marker is not None and one.marker.kind == "bullet":
            return False
        if self.outline.kind == "next_meeting" and not (one.all_strong and self.uses_strong):
            return False
        if one.kind == "heading":
            return title_like(words.rstrip(":"), strong=True)
        if not heading_like(words, one.all_strong) or read_cue(words, self.voices).act != "none":
            return False
        if self.uses_strong:
            return one.all_strong
        return self._leads_prose(following, row)

    def _leads_prose(self, following: Paragraph | None, row: Row) -> bool:
        """A short line is a heading where prose follows it; one at the end of a cell has its prose in the next row."""
        return following is None or len(following.words.split()) > 8

    # prose --------------------------------------------------------------------------------------

    def _prose(self, one: Paragraph, row: Row, place: Passage | None = None) -> None:
        self._prose_units(one if place is not None else self._without_run_in(one), place=place)

    def _without_run_in(self, one: Paragraph) -> Paragraph:
        """The paragraph behind a sub-heading that runs in with it, which becomes a heading of its own."""
        end = self._heading_run_in(one)
        if not end:
            return one
        head = one.text.cut(0, end)
        self.heading = head.text.rstrip(" :")
        self._unit(one.whole.cut(0, len(one.whole.text) - len(one.words) + end), head.text, "heading", one)
        return one.with_text(one.text.cut(end))

    def _heading_run_in(self, one: Paragraph) -> int:
        """A sub-heading that runs in with its paragraph, told by its emphasis or by the speaker behind it."""
        if one.marker is not None or markers.action_mark(one.words):
            return 0
        end = self._run_in(one)
        return end if end and title_like(one.words[:end].strip().rstrip(":")) and end < len(one.words) else 0

    def _prose_units(self, one: Paragraph, kind: EntryKind = "note", place: Passage | None = None) -> None:
        words = one.words
        whole = place if place is not None else one.whole
        if markers.HINT.search(words) is None:
            self._sentences(whole, one, kind)
            return
        mark = markers.action_mark(words)
        if mark is not None:
            self._marked_action(whole, one, mark)
            return
        cuts = markers.actions_inside(words)
        if cuts:
            shift = len(whole.text) - len(words)
            self._sentences(whole.cut(0, shift + cuts[0]), one, kind)
            for index, start in enumerate(cuts):
                end = cuts[index + 1] if index + 1 < len(cuts) else len(words)
                piece = one.text.cut(start, end)
                inner = markers.action_mark(piece.text)
                assert inner is not None
                self._marked_action(piece, one.with_text(piece), inner)
            return
        if markers.decision_mark(words):
            self._decision(whole, one)
            return
        trailing = markers.trailing_action(words)
        if trailing is not None:
            self._trailing(whole, one, trailing)
            return
        inside = markers.update_inside(words)
        if inside and self.outline.kind == "matters_arising":
            self.matters.add(one.text.cut(0, inside[0]), one.text.cut(inside[1]), words[inside[1] :])
            self._unit(whole, words, "update", one)
            return
        self._sentences(whole, one, kind)

    def _marked_action(self, whole: Passage, one: Paragraph, mark: markers.ActionMark) -> None:
        text = one.text.cut(mark.length)
        if not text or markers.says_none(text.text):
            self._unit(whole, one.words, "note", one)
            return
        if mark.clipped:
            self.problems.append(("damaged-text", f"“{one.words[: mark.length].strip()}” is read as a clipped “ACTION”.", one.text.cut(0, mark.length)))
        end = self._action_end(text.text)
        rest = text.cut(end) if end < len(text.text) else None
        stop = len(whole.text) - len(rest.text) if rest else len(whole.text)
        shown = one.words[: len(one.words) - len(rest.text)].rstrip() if rest else one.words
        unit = self._unit(whole.cut(0, stop), shown, "action", one)
        self._action(unit, text.cut(0, end), mark.label, None, one.beside, mark.owner)
        if rest:
            self._sentences(rest, one.with_text(rest), "note")

    def _action_end(self, text: str) -> int:
        """An action lasts to the end of its paragraph, or until somebody speaks again."""
        for start, _ in sentence_spans(text)[1:]:
            cue = read_cue(text[start:], self.voices)
            if cue.act == "ask" or (cue.act == "say" and cue.speakers and not markers.doer(text[start:])):
                return start
        return len(text)

    def _trailing(self, whole: Passage, one: Paragraph, found: re.Match[str]) -> None:
        """A marker behind a sentence makes that sentence the action."""
        spans = [span for span in sentence_spans(one.words) if span[0] < found.start()]
        start = spans[-1][0] if spans else 0
        shift = len(whole.text) - len(one.words)
        if start:
            self._sentences(whole.cut(0, shift + start), one, "note")
        unit = self._unit(whole.cut(shift + start if start else 0), one.words[start:], "action", one)
        self._action(unit, one.text.cut(start, found.start()), None, None, one.beside, found["owner"])

    def _decision(self, whole: Passage, one: Paragraph) -> None:
        length = markers.decision_mark(one.words)
        task = re.match(r"(?:\(?\w{1,2}\)? )?(?:that )?", one.words[length:], re.I)
        at = length + (task.end() if task else 0)
        found = markers.doer(one.words[at:])
        if found is not None and self.voices.find(found["doer"]) is not None:
            unit = self._unit(whole, one.words, "action", one)
            self._action(unit, one.text.cut(length), None, None, one.beside, None)
            return
        self._unit(whole, one.words, "decision", one)

    def _sentences(self, place: Passage, one: Paragraph, kind: EntryKind) -> None:
        """Cut a stretch of prose into sentence units; the list marker goes with the first."""
        words = place.text
        shift = max(len(words) - len(one.words), 0) if one.marker and words.endswith(one.words) else 0
        if shift == 0 and one.marker is not None and words.startswith(one.whole.text[: one.marker.length]):
            shift = one.marker.length
        spans = sentence_spans(words[shift:])
        before: Cue = NO_CUE
        for index, (start, end) in enumerate(spans):
            piece = place.cut(0 if index == 0 else start + shift, end + shift)
            text = words[start + shift : end + shift]
            word = markers.kind_word(text)
            if word is not None:
                self._unit(piece, text, _WORD_KINDS[word["kind"]], one)
                continue
            cue = self._cue(text, before)
            before = cue if cue.speakers else before
            if cue.speakers and cue.side == "office":
                self.asker = self.last_asker = cue
            unit = self._unit(piece, text, kind, one)
            unit.cue, unit.speech, unit.speakers = cue, True, cue.speakers
            unit.opens = text.endswith(":")

    def _cue(self, text: str, before: Cue) -> Cue:
        cue = read_cue(text, self.voices)
        act = pronoun_asks(text) if cue.act == "none" else None
        if act is None:
            return cue
        asker = self.asker if self.asker.speakers else self.last_asker
        meant = asker if act == "ask" and asker.speakers else before
        return Cue(act, meant.speakers, meant.side) if meant.speakers else cue

    # makers -------------------------------------------------------------------------------------

    def _unit(self, place: Passage, text: str, kind: EntryKind, one: Paragraph) -> Unit:
        unit = Unit(
            place=place,
            text=text.strip(),
            item=self.outline.current,
            heading=self.heading if kind != "heading" else None,
            paragraph=self.count,
            kind=kind,
            bullet=one.marker is not None,
            beside=_shifted(one.beside, self.offset),
            scope=self.scope,
        )
        if kind == "heading":
            unit.heading = self.heading
        self.units.append(unit)
        return unit

    def _action(
        self, unit: Unit, text: Passage, label: str | None, number: int | None, beside: tuple[float, float] | None, named: str | None
    ) -> None:
        unit.alone = True
        owner = named or self.action_owner
        self.actions.append(
            FoundAction(
                unit=unit,
                text=text,
                label=label,
                number=number,
                beside=_shifted(beside, self.offset),
                named=(owner,) if owner else (),
                scope=self.scope,
            )
        )


def _shifted(beside: tuple[float, float] | None, by: float) -> tuple[float, float]:
    """Lines counted from the start of the item; a row without heights counts as one line."""
    first, last = beside if beside is not None else (0.0, 0.0)
    return (first + by, last + by)


def _is_prose(one: Paragraph) -> bool:
    """A numbered paragraph of prose has no title of its own."""
    words = one.words
    if one.all_strong or one.kind == "heading":
        return False
    return len(words.split()) > MAX_TITLE_WORDS or (words.endswith(".") and not title_like(words.rstrip(".")))


def _both(one: Passage, other: Passage) -> Passage:
    return join([one, other])


__all__ = ["STATE_AT_END", "Walk"]
