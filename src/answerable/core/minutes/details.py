"""Lines that belong to the action before them: "Owner: DCC  Due: 30 June", "To be actioned by: Sam Lee"."""

from __future__ import annotations

from answerable.core.minutes import markers
from answerable.core.minutes.notebook import Notebook
from answerable.core.minutes.owners import OwnerMark, split_owners
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.units import FoundAction, Unit


class Details:
    """Gives what stands on such lines to the action that they follow."""

    def __init__(self, book: Notebook) -> None:
        self.book = book
        self.last: Unit | None = None

    def take(self, one: Paragraph) -> bool:
        """Take the line in where an action, or another such line, stands right before it."""
        if not self.book.actions or not self.book.units:
            return False
        action, before = self.book.actions[-1], self.book.units[-1]
        if before is not action.unit and before is not self.last:
            return False
        if not give(action, one.text, self.book):
            return False
        self.last = self.book.unit(one.whole, one.words, "note", one)
        return True


def give(action: FoundAction, line: Passage, book: Notebook) -> bool:
    """Read the owners and the due of a line into ``action``; False where it says anything else."""
    parts = markers.details(line.text)
    for part in parts:
        value = line.cut(part.start, part.end)
        if part.name == "due":
            action.due = value or action.due
            continue
        owners = split_owners(value.text, book.voices.abbreviations)
        if owners:
            action.marks.append(OwnerMark(None, tuple(owners), value, None))
    return bool(parts)


def without_details(action: FoundAction, book: Notebook) -> None:
    """Take "Owner: DCC. Due: June." off the end of the action's own words."""
    at = markers.details_behind(action.text.text)
    if 0 < at < len(action.text.text) and give(action, action.text.cut(at), book):
        action.text = action.text.cut(0, at)
