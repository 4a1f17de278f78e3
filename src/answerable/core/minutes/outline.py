"""The tree of agenda items: where a printed label stands under what is open.

Labels are kept as printed. One that is out of order or stands twice is kept too, and warned about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from answerable.core.minutes.labels import cell_label, follows_letter, is_letter, ordinal, parts
from answerable.core.minutes.passage import Passage
from answerable.core.minutes.record import ItemKind
from answerable.core.minutes.titles import item_kind

ALIKE = 0.6  # likeness from which on a heading and a title of the agenda are one: they are often shortened


@dataclass(slots=True)
class Heading:
    """An agenda item as it is being read."""

    path: tuple[str, ...] | None
    label: str | None
    title: str
    level: int
    kind: ItemKind
    place: Passage
    assurance: str | None = None


@dataclass
class Outline:
    """Items in reading order; ``problems`` are (code, message, place)."""

    items: list[Heading] = field(default_factory=list)
    problems: list[tuple[str, str, Passage]] = field(default_factory=list)
    _open: tuple[str, ...] = ()
    _last: dict[tuple[str, ...], str] = field(default_factory=dict)
    _seen: set[tuple[str, ...]] = field(default_factory=set)
    _nested: set[tuple[str, ...]] = field(default_factory=set)

    current: int | None = None

    @property
    def kind(self) -> ItemKind | None:
        return self.items[self.current].kind if self.current is not None else None

    def announced(self, title: str) -> int | None:
        """The item of an agenda printed at the top that a heading of the body takes up, by its words."""
        alike = [(_likeness(title, item.title), index) for index, item in enumerate(self.items)]
        best, index = max(alike, default=(0.0, 0))
        return index if best >= ALIKE else None

    def follows(self, label: str) -> bool:
        """Whether ``label`` is the next of the agenda's own numbers."""
        top = self._last.get(())
        return label.isdigit() and top is not None and top.isdigit() and int(label) == int(top) + 1

    def goes_on(self, label: str) -> bool:
        """Whether ``label`` is the next beside the item that is open ("1.2" after 1.1)."""
        path = parts(label)
        last = self._last.get(path[:-1])
        if last is None or self._open[: len(path) - 1] != path[:-1]:
            return False
        number, before = ordinal(path[-1]), ordinal(last)
        return number is not None and before is not None and number == before + 1

    def named(self, words: str) -> int | None:
        """The item that a cell names by its number ("3", "Item 2.1") or its title; the first of several."""
        label = cell_label(words.strip())
        if label is not None:
            path = parts(label)
            return next((index for index, item in enumerate(self.items) if item.path == path), None)
        return self.announced(re.sub(r"^[\d.]+ ", "", words))

    def add(self, label: str | None, title: Passage, place: Passage, nested: bool = False) -> None:
        """Open an item; ``nested`` says that its label stood inside another item's text."""
        text = title.text.rstrip(" :")
        if label is None:
            self._append(Heading(None, None, text, 1, item_kind(text), place))
            return
        path = self._path(label, nested)
        self._check(path, place)
        self._open = path
        self._last[path[:-1]] = path[-1]
        self._seen.add(path)
        if nested:
            self._nested.add(path)
        self._append(Heading(path, label, text, len(path), item_kind(text), place))

    def would_be(self, label: str, nested: bool) -> str:
        """The number that an item would have whose label is printed next."""
        return ".".join(self._path(label, nested))

    def _append(self, item: Heading) -> None:
        self.items.append(item)
        self.current = len(self.items) - 1

    def expects(self, label: str) -> bool:
        """Whether ``label`` is the next of the open list of sub-items ("3" after the open 2.1.b.2)."""
        last = self._open[-1] if self._open else ""
        return (
            last.isdigit()
            and label.isdigit()
            and int(label) == int(last) + 1
            and self._nested_at(len(self._open))
        )

    def _path(self, label: str, nested: bool) -> tuple[str, ...]:
        pieces = parts(label)
        if len(pieces) > 1:
            return pieces
        plain = pieces[0]
        if is_letter(plain) or not plain.isdigit():
            return (*self._parent_of_letter(plain), plain)
        if nested:
            return (*self._parent_of_nested(plain), plain)
        if self._restarts(plain):
            return (*self._open_parent(plain), plain)
        return (plain,)

    def _parent_of_letter(self, plain: str) -> tuple[str, ...]:
        """A letter goes on with an open list, else stands beside an open letter, else under the open item.

        "i" where it is not the next letter begins a list of its own under the letter that is open.
        """
        for depth in range(len(self._open), 0, -1):
            if follows_letter(self._open[depth - 1], plain):
                return self._open[: depth - 1]
        if plain == "i" and self._open and is_letter(self._open[-1]):
            return self._open
        for depth in range(len(self._open), 0, -1):
            if not self._open[depth - 1].isdigit():
                return self._open[: depth - 1]
        return self._open

    def _parent_of_nested(self, plain: str) -> tuple[str, ...]:
        """A figure inside an item's text goes on with the open list of figures there, else begins one."""
        for depth in range(len(self._open), 1, -1):
            before = self._open[depth - 1]
            if before.isdigit() and int(plain) == int(before) + 1 and self._nested_at(depth):
                return self._open[: depth - 1]
        if self._open and self._open[-1].isdigit() and self._nested_at(len(self._open)):
            return self._open[:-1]
        return self._open

    def _nested_at(self, depth: int) -> bool:
        return self._open[:depth] in self._nested

    def _restarts(self, plain: str) -> bool:
        """``1.`` after ``4.`` begins a list under 4; ``2.`` goes on with it unless 2 is due at the top."""
        top = self._last.get(())
        if top is None or not top.isdigit():
            return False
        number = int(plain)
        if number == int(top) + 1:
            return False
        if number == 1:
            return True
        last = self._last.get((top,))
        return last is not None and last.isdigit() and number == int(last) + 1 and self._open[:1] == (top,)

    def _open_parent(self, plain: str) -> tuple[str, ...]:
        return (self._last[()],)

    def _check(self, path: tuple[str, ...], place: Passage) -> None:
        shown = ".".join(path)
        if path in self._seen:
            self.problems.append(
                ("number-repeated", f"Item number {shown} is printed more than once.", place)
            )
            return
        before = self._last.get(path[:-1])
        number, last = ordinal(path[-1]), ordinal(before) if before is not None else 0
        if (
            number is not None
            and last is not None
            and number != last + 1
            and not (before is None and (number <= 1 or path[-1] == "i"))
        ):
            expected = ".".join((*path[:-1], _like(path[-1], last + 1)))
            self.problems.append(
                (
                    "number-out-of-order",
                    f"Item number {shown} is printed where {expected} would be next.",
                    place,
                )
            )


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def _like(label: str, number: int) -> str:
    return str(number) if label.isdigit() else chr(ord("a") + number - 1) if number <= 26 else str(number)
