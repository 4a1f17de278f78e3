"""Lists of actions under "Actions arising:": which lines belong to them, and where they end."""

from __future__ import annotations

from collections.abc import Sequence

from answerable.core.minutes import markers
from answerable.core.minutes.cues import read_cue
from answerable.core.minutes.details import without_details
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.owners import bare_post, split_owners
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.titles import NOTHING, title_like

MAX_HEADER = 60  # characters of a line that only announces actions


TASKS_SHARE = 0.75  # of a note's lines that must set a task for it to be a list of actions and nothing else
A_LIST = 2  # lines


def only_tasks(lines: Sequence[Paragraph]) -> bool:
    """Whether a note is a numbered or bulleted list of who is to do what, without an agenda."""
    tasks = [one for one in lines if one.marker is not None and markers.task_like(one.words)]
    named = [one for one in tasks if markers.doer(one.words) is not None]
    listed = all(one.marker is not None for one in lines)
    return listed and len(named) >= A_LIST and len(tasks) >= TASKS_SHARE * len(lines)


class ActionList:
    """The list that is open, if one is. ``kind`` is how its first line was marked: a list keeps one way.
    ``of_doers``: what opened it does not say that actions follow, so that each must name its doer.
    """

    def __init__(self, book: Notebook, uses_strong: bool) -> None:
        self.book = book
        self.uses_strong = uses_strong
        self.is_open = False
        self.owner: str | None = None
        self.kind: str | None = None
        self.last: int = 0
        self.of_doers = False

    def close(self) -> None:
        self.is_open = False

    def headed(self, title: str) -> None:
        """An item "Actions" opens a list too, of lines that each name their doer."""
        if markers.action_header(title):
            self.is_open, self.owner, self.kind, self.last, self.of_doers = True, None, None, 0, True

    def announced(self, one: Paragraph) -> bool:
        """Open a list where the line only announces one; "Actions arising: None" announces nothing."""
        if len(one.words) > MAX_HEADER:
            return False
        inline = markers.action_mark(one.words)
        if inline is not None and markers.says_none(one.words[inline.length :]):
            self.close()
            self.book.unit(one.whole, one.words, "note", one)
            return True
        mark = markers.action_header(one.words)
        self.of_doers = mark is None and markers.agreed_header(one.words)
        if self.of_doers:
            mark = markers.ActionMark(len(one.words), None, None)
        if mark is None:
            return False
        self.is_open, self.owner, self.kind, self.last = True, mark.owner, None, 0
        self.book.unit(one.whole, one.words, "note", one)
        return True

    def take(self, one: Paragraph) -> bool:
        """Write the line down as an action of the list, or close the list and leave the line."""
        if markers.says_none(one.words) or NOTHING.fullmatch(one.words):
            self.close()
            self.book.unit(one.whole, one.words, "note", one)
            return True
        kind, number = self._marked(one)
        if not self._belongs(one, kind):
            self.close()
            return False
        self.kind, self.last = kind, number or self.last
        inner = markers.action_mark(one.words)
        text = one.text.cut(inner.length) if inner else one.text
        unit = self.book.unit(one.whole, one.words, "action", one)
        owner = inner.owner if inner and inner.owner else self.owner
        label = inner.label if inner else None
        without_details(self.book.action(unit, text, one, label=label, number=number, named=owner), self.book)
        return True

    def _marked(self, one: Paragraph) -> tuple[str, int | None]:
        if one.marker is None:
            return ("bullet", self.last + 1) if one.kind == "list_item" else ("plain", None)
        label = one.marker.label
        return one.marker.kind, int(label) if label.isdigit() else None

    def _belongs(self, one: Paragraph, kind: str) -> bool:
        if self._heads_off(one) or (self.of_doers and not self._names_doer(one)):
            return False
        if self.kind == "plain":
            return kind == "plain" and self._names_doer(one)
        return self.kind in (None, kind) or markers.task_like(one.words)

    def _names_doer(self, one: Paragraph) -> bool:
        """ "DCC to write …", "DCC: write …"."""
        leading = markers.leading_owner(one.words)
        pieces = split_owners(leading["owner"], self.book.voices.abbreviations) if leading else []
        known = bool(pieces) and all(self.book.voices.find(bare_post(piece)) for piece in pieces)
        return known or markers.doer(one.words) is not None

    def _heads_off(self, one: Paragraph) -> bool:
        """A heading or a question ends the list."""
        strong = one.all_strong and one.marker is None and self.uses_strong and title_like(one.words)
        if one.kind == "heading" or strong:
            return not markers.task_like(one.words)
        return one.marker is None and read_cue(one.words, self.book.voices).act == "ask"
