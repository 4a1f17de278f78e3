"""What is written down while minutes are walked through: items, units, actions, owner cells, problems."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from answerable.core.minutes.outline import Outline
from answerable.core.minutes.owners import OwnerCell, OwnerMark
from answerable.core.minutes.paragraphs import Paragraph
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import EntryKind
from answerable.core.minutes.told import pointed
from answerable.core.minutes.units import FoundAction, FoundUpdate, Unit
from answerable.core.minutes.voices import Voices


@dataclass
class Notebook:
    """One reading's findings so far.

    ``scope`` numbers the rows from one item number to the next, within which owners are paired;
    ``offset`` is how many text lines of the scope lie above the row; ``paragraph`` counts paragraphs.
    """

    voices: Voices
    said_on: date | None
    outline: Outline = field(default_factory=Outline)
    units: list[Unit] = field(default_factory=list)
    actions: list[FoundAction] = field(default_factory=list)
    updates: list[FoundUpdate] = field(default_factory=list)
    owner_cells: dict[int, list[OwnerCell]] = field(default_factory=dict)
    furniture: list[Passage] = field(default_factory=list)
    problems: list[tuple[str, str, Passage]] = field(default_factory=list)
    heading: str | None = None
    scope: int = 0
    offset: float = 0.0
    paragraph: int = 0

    def unit(self, place: Passage, text: str, kind: EntryKind, one: Paragraph) -> Unit:
        """Write down a piece of ``one``; it belongs to the item and heading that are open."""
        unit = Unit(
            place=place,
            text=text.strip(),
            item=self.outline.current,
            heading=self.heading,
            paragraph=self.paragraph,
            kind=kind,
            bullet=one.marker is not None,
            beside=self.height(one),
            scope=self.scope,
        )
        self.units.append(unit)
        return unit

    def title(self, one: Paragraph, place: Passage, text: str) -> None:
        """Write down an unnumbered heading, under which what follows stands."""
        self.heading = text.rstrip(" :")
        self.unit(place, text, "heading", one)

    def action(
        self,
        unit: Unit,
        text: Passage,
        one: Paragraph,
        label: str | None = None,
        number: int | None = None,
        named: str | None = None,
    ) -> FoundAction:
        """Make ``unit`` an action. ``number``: its place in a list; ``named``: an owner in its marker."""
        unit.alone = True
        found = FoundAction(
            unit=unit,
            text=text,
            label=label,
            number=number,
            beside=self.height(one),
            named=(named,) if named else (),
            scope=self.scope,
        )
        self._point(found)
        self.actions.append(found)
        return found

    def _point(self, found: FoundAction) -> None:
        """Take "→ DCC — due: 30 June" off the action's words: the writer's own word for who and when."""
        arrow = pointed(found.text.text)
        if arrow is None:
            return
        text, unit = found.text, found.unit
        found.marks.append(OwnerMark(None, arrow.owners, text.cut(*arrow.who), None))
        found.due = text.cut(*arrow.due) if arrow.due else found.due
        found.text = text.cut(0, arrow.start)
        unit.text = unit.text.removesuffix(text.text[arrow.start :]).strip()

    def owners(self, cells: list[Paragraph]) -> None:
        self.owner_cells.setdefault(self.scope, []).extend((one.whole, self.height(one)) for one in cells)

    def height(self, one: Paragraph) -> tuple[float, float]:
        """Lines of the scope that the paragraph stands beside; without heights its row counts as one line."""
        first, last = one.beside if one.beside is not None else (0.0, 0.0)
        return (first + self.offset, last + self.offset)
