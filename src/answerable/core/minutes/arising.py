"""The walk through matters arising: references, the old actions, and the updates given on them."""

from __future__ import annotations

import re

from answerable.core.minutes import markers
from answerable.core.minutes.cues import NO_CUE, read_cue
from answerable.core.minutes.matters import Matters, month_of
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import join
from answerable.core.minutes.prose import Prose
from answerable.core.minutes.record import UpdateStatus
from answerable.core.minutes.states import state_behind
from answerable.core.minutes.titles import title_like
from answerable.core.minutes.told import Told
from answerable.core.minutes.units import FoundUpdate

_SURE: dict[UpdateStatus, str] = {"open": "Open", "reported": "Reported", "complete": "Complete"}
"""Words that are read as each state and no other."""
MAX_REFERENCE_WORDS = 22
NEAR = 8  # units within which the paragraph before "Update:" lies


class Arising:
    """``mode``: ``old`` while old actions are read, ``update`` while updates are, None outside."""

    def __init__(self, book: Notebook, prose: Prose, uses_strong: bool) -> None:
        self.book = book
        self.prose = prose
        self.uses_strong = uses_strong
        self.matters = Matters(found=book.updates)
        self.mode: str | None = None
        self.last: int = 0

    def leave(self) -> None:
        self.matters.close()
        self.mode = None
        self.last = 0

    def title(self, title: str) -> None:
        """An item's title can be the reference ("Action arising from the November meeting:")."""
        about = markers.arising_from(title)
        if about is not None and (about["item"] or month_of(about["when"], self.book.said_on)):
            self._refer(month_of(about["when"], self.book.said_on) or "", _plain(about["item"]))

    def _refer(self, month: str | None, item: str | None) -> None:
        self.matters.refer(month, item)
        self.mode, self.last = "old", 0

    def referred(self, one: Paragraph) -> bool:
        """References to earlier meetings and items open a matter."""
        words = one.words
        about = markers.arising_from(words)
        numbered = one.marker is not None and one.marker.kind == "number"
        if about is not None and not numbered and len(words.split()) <= MAX_REFERENCE_WORDS:
            self._refer(month_of(about["when"], self.book.said_on) or "", _plain(about["item"]))
        else:
            item = self._item(one)
            if item is None:
                return False
            self._refer(self.matters.month, item)
        self.book.title(one, one.whole, words)
        return True

    def _item(self, one: Paragraph) -> str | None:
        if self.matters.month is None and self.book.outline.kind != "matters_arising":
            return None
        printed = one.whole.text
        about = markers.about_item(printed) if printed[:1] in "AaIiMm" else None
        if about is not None and self.mode is None and self.book.outline.follows(about["item"]):
            return None  # the next item of this agenda, which prints the same word before its numbers
        if about is None and self.mode is not None and title_like(one.words, one.all_strong):
            about = markers.bare_item(one.whole.text)
            if about is not None and self.book.outline.goes_on(about["item"]):
                return None  # the next of this agenda's own items
        return _plain(about["item"]) if about else None

    def headed(self, one: Paragraph) -> None:
        """A sub-heading among matters arising opens the next matter of the same meeting."""
        self._refer(self.matters.month, None)
        self.book.title(one, one.whole, one.words)

    def updated(self, one: Paragraph) -> bool:
        """An "Update:" line, with or without words behind it."""
        length = markers.update_mark(one.words)
        if not length:
            return False
        if not self.matters.old:
            self._take_old()
        self.mode, self.last = "update", 0
        self.book.unit(one.whole, one.words, "update", one)
        rest = one.text.cut(length)
        if rest:
            self.matters.new.append((None, rest))
        return True

    def stated(self, one: Paragraph) -> bool:
        """An earlier action on a line with what became of it ("CEx to seek advice. Complete.")."""
        if self.book.outline.kind != "matters_arising" or self.mode == "update":
            return False
        words = one.words
        mark = markers.action_mark(words)
        if mark is None and markers.doer(words) is None and not markers.task_like(words):
            return False
        start = mark.length if mark else 0
        inside = markers.update_inside(words) or state_behind(words, start, sure=mark is not None)
        if inside is None:
            return False
        if inside[0] <= start:
            start = 0  # "Action 12 (estate) – complete": its name is all there is of it
        end = len(words[: inside[0]].rstrip(" –—-"))
        action, update = one.text.cut(start, end), one.text.cut(inside[1])
        self.book.updates.append(FoundUpdate(None, None, action, update, update.text))
        self.book.unit(one.whole, words, "update", one)
        return True

    def told(self, one: Paragraph, said: Told) -> None:
        """ "Update (complete): …", with the action that it is about right before it, where there is one."""
        if said.earlier:
            self._told_earlier(one, said)
            return
        if said.status and not self.matters.old:
            self._take_old()
        text = one.text.cut(said.end)
        unit = self.book.unit(one.whole, text.text, "update", one)
        unit.told = unit.alone = True
        self.mode = self.mode and "old"
        if said.status and self.matters.old:
            action, sure = self.matters.old.pop()[1], _SURE[said.status]
            self.book.updates.append(FoundUpdate(self.matters.month, self.matters.item, action, text, sure))

    def _told_earlier(self, one: Paragraph, said: Told) -> None:
        self.leave()
        month, item = said.who
        text = one.text.cut(said.end)
        unit = self.book.unit(one.whole, text.text, "update", one)
        unit.told = unit.alone = True
        self.matters.refer(month_of(month, self.book.said_on), item or None)
        self.matters.old.append((None, text))

    def _take_old(self) -> None:
        """ "Update:" without a reference is about the paragraph before it."""
        before = self.book.units[-1] if self.book.units else None
        if (
            before is None
            or before.item != self.book.outline.current
            or before.kind not in ("note", "action")
        ):
            return
        same = [unit for unit in self.book.units[-NEAR:] if unit.paragraph == before.paragraph]
        self.book.actions[:] = [action for action in self.book.actions if action.unit not in same]
        for unit in same:
            unit.kind, unit.speech = "update", False
        self.matters.old.append((None, join([unit.place for unit in same])))

    def goes_on(self, one: Paragraph, following: Paragraph | None) -> bool:
        """A further line of the update. Named speech, an action, a heading or the next matter ends it."""
        if self.matters.new and following is not None and markers.update_mark(following.words):
            self._refer(self.matters.month, self.matters.item)
            self.old(one)
            return True
        cue = read_cue(one.words, self.book.voices) if one.marker is None else NO_CUE
        heading = one.all_strong and one.marker is None and self.uses_strong
        if (self.matters.new and cue.speakers) or markers.action_mark(one.words) or heading:
            self.leave()
            return False
        self.matters.new.append((self._number(one), one.text))
        self.book.unit(one.whole, one.words, "update", one)
        return True

    def old(self, one: Paragraph) -> None:
        """A paragraph of what was asked for then; its update may stand inside it."""
        one = self.prose.without_run_in(one)
        number = self._number(one)
        inside = markers.update_inside(one.words)
        mark = markers.action_mark(one.words)
        if inside:
            self._both(one, number, inside)
        elif mark is not None and not self.matters.old:
            self.matters.old.append((number, one.text.cut(mark.length)))
            self.book.unit(one.whole, one.words, "update", one)
        else:
            self.matters.old.append((number, one.text))
            self.prose.paragraph(one, kind="update")

    def _both(self, one: Paragraph, number: int | None, inside: tuple[int, int]) -> None:
        shift = len(one.whole.text) - len(one.words)
        before = one.text.cut(0, inside[0])
        self.matters.old.append((number, before))
        self.matters.new.append((number, one.text.cut(inside[1])))
        self.prose.paragraph(one.with_text(one.whole.cut(0, shift + inside[0])), kind="update")
        self.book.unit(one.text.cut(inside[0]), one.words[inside[0] :], "update", one)
        self.mode = "old" if number is not None else "update"

    def _number(self, one: Paragraph) -> int | None:
        label = one.marker.label if one.marker is not None else ""
        number = int(label) if label.isdigit() else None
        self.last = number or self.last
        return number


def _plain(item: str | None) -> str | None:
    return re.sub(r"[ ()]", "", item) if item else None
