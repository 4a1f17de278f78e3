"""Which words of a Word file are not seen: hidden, too small, or of the colour of the ground they stand on.

A property is looked for where Word looks: at the run, its style, the style of its paragraph, the style of
its table (the part of it for this cell first), the defaults. The ground is that of the run, else of its
paragraph, cell and table; where nothing says that there is one, it is paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{WORD}}}"

PAPER, INK = (255, 255, 255), (0, 0, 0)
NEAR_WHITE, LIGHT = 0xE0, 0xCC
"""Of 255: letters lighter than the one in every colour are not seen on a ground lighter than the other."""
NEAR_BLACK = 0x40
"""Of 255: a ground or a letter darker than this in every colour; the one is not seen on the other."""
LEAST_DIFFERENCE = 0x20
"""Of 255, between a letter and its ground, in one colour: less is not seen."""
SMALLEST = 4
"""Half points: a letter of two points is not read by anybody."""
COLOUR_DIGITS = 6
MARKERS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
THEMES = {"background1": PAPER, "light1": PAPER, "text1": INK, "dark1": INK}
"""Colours that nearly every theme has; of others the colour itself stands beside its name."""
LOOKS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200,
    "noVBand": 0x400,
}  # fmt: skip
"""Which parts of a style a table shows, with their bits in a number that older programs write."""
MOST_STYLES = 20
"""That are made one of another."""

Colour = tuple[int, int, int]
Element = etree._Element


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell stands in its table; ``across`` counts columns of the grid."""

    table: Element
    down: int
    rows: int
    across: int
    columns: int


class Seeing:
    """Looks at the runs of one text. ``styles`` is the root of the part that has them, if there is one."""

    def __init__(self, root: Element, styles: Element | None) -> None:
        found = [] if styles is None else styles.findall(f"{W}style")
        self.styles = {(one.get(f"{W}type"), one.get(f"{W}styleId")): one for one in found}
        self.usual = {one.get(f"{W}type"): one for one in reversed(found) if is_on(one, "default", "0")}
        self.defaults = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.cells = {cell: place for table in root.iter(f"{W}tbl") for cell, place in _cells(table)}

    def is_hidden(self, run: Element) -> bool:
        """Can nobody see the words of a run?"""
        properties = list(self._of_run(run))
        own = run.find(f"{W}rPr")
        if own is not None and any(is_on(one) for one in own.iterchildren(*HIDES)):
            return True
        size = _first(properties, "sz")
        if size is not None and 0 < whole(size.get(f"{W}val")) <= SMALLEST:
            return True
        marker = _first(properties, "highlight")
        ground = _colour(MARKERS.get(marker.get(f"{W}val", ""), "")) if marker is not None else None
        ink = _ink(_first(properties, "color"))
        if ink is None:  # what has no colour of its own turns white on dark shading, and not under a marker
            return ground is not None and _is_lost(INK, ground)
        return _is_lost(ink, ground or self._ground(run, properties))

    def _of_run(self, run: Element) -> Iterator[Element]:
        """The properties that a run has, the nearest first."""
        paragraph = next(run.iterancestors(f"{W}p"), None)
        cell = next(run.iterancestors(f"{W}tc"), None)
        own = run.find(f"{W}rPr")
        if own is not None:
            yield own
        yield from _found(self._chain("character", _named(run, "rPr", "rStyle")), "rPr")
        if paragraph is not None:
            yield from _found(self._of_paragraph(paragraph), "rPr")
        if cell is not None:
            yield from _found(self._of_cell(cell), "rPr")
        if self.defaults is not None:
            yield self.defaults

    def _ground(self, run: Element, properties: list[Element]) -> Colour:
        if (own := _shading(properties)) is not None:
            return own
        for one in run.iterancestors(f"{W}p", f"{W}tc", f"{W}tbl"):
            if (found := self._shade_of(one)) is not None:
                return found
        return PAPER

    def _shade_of(self, one: Element) -> Colour | None:
        """The ground that a paragraph, a cell or a table gives, by itself or by its style."""
        kind = etree.QName(one).localname
        own = [found for found in [one.find(f"{W}{kind}Pr")] if found is not None]
        if any(each.find(f"{W}shd") is not None for each in own):
            return _shading(own)
        of = {"p": self._of_paragraph, "tc": self._of_cell, "tbl": self._of_table}[kind]
        return _shading(_found(of(one), f"{kind}Pr"))

    def _of_paragraph(self, paragraph: Element) -> Iterator[Element]:
        return self._chain("paragraph", _named(paragraph, "pPr", "pStyle"))

    def _of_table(self, table: Element) -> Iterator[Element]:
        return self._chain("table", _named(table, "tblPr", "tblStyle"))

    def _of_cell(self, cell: Element) -> Iterator[Element]:
        """What the style of its table says of a cell: first where it stands, then of all cells."""
        place = self.cells.get(cell)
        if place is None:
            return
        chain = list(self._of_table(place.table))
        for part in _parts(place):
            for style in chain:
                yield from (one for one in style.findall(f"{W}tblStylePr") if one.get(f"{W}type") == part)
        yield from chain

    def _chain(self, kind: str, name: str | None) -> Iterator[Element]:
        """A style, and those that it is made of."""
        style = self.styles.get((kind, name)) if name else self.usual.get(kind)
        for _ in range(MOST_STYLES):
            if style is None:
                return
            yield style
            based = style.find(f"{W}basedOn")
            style = self.styles.get((kind, based.get(f"{W}val"))) if based is not None else None


HIDES = (f"{W}vanish", f"{W}webHidden", f"{W}specVanish")


def is_on(one: Element, name: str = "val", usual: str = "true") -> bool:
    """Is a property such as ``w:vanish`` switched on?"""
    return one.get(f"{W}{name}", usual) not in ("0", "false", "off")


def whole(said: str | None) -> int:
    return int(said) if said and said.isascii() and said.isdigit() else 0


def _cells(table: Element) -> Iterator[tuple[Element, Cell]]:
    rows = [one for one in table.iter(f"{W}tr") if next(one.iterancestors(f"{W}tbl")) is table]
    for down, row in enumerate(rows):
        cells = [one for one in row.iter(f"{W}tc") if next(one.iterancestors(f"{W}tr")) is row]
        spans = [max(whole(_named(one, "tcPr", "gridSpan")), 1) for one in cells]
        for at, cell in enumerate(cells):
            yield cell, Cell(table, down, len(rows), sum(spans[:at]), sum(spans))


def _parts(cell: Cell) -> Iterator[str]:
    """The parts of a table's style that are for a cell, the strongest first."""
    look = _look(cell.table)
    ends = {
        "firstRow": cell.down == 0, "lastRow": cell.down == cell.rows - 1,
        "firstColumn": cell.across == 0, "lastColumn": cell.across == cell.columns - 1,
    }  # fmt: skip
    is_at = {name: look[name] and there for name, there in ends.items()}
    for corner, (row, column) in CORNERS.items():
        if is_at[row] and is_at[column]:
            yield corner
    yield from (name for name in ("firstRow", "lastRow") if is_at[name])
    yield from (part for name, part in COLUMNS.items() if is_at[name])
    if not look["noHBand"]:
        yield f"band{(cell.down - look['firstRow']) % 2 + 1}Horz"
    if not look["noVBand"]:
        yield f"band{(cell.across - look['firstColumn']) % 2 + 1}Vert"


CORNERS = {
    "nwCell": ("firstRow", "firstColumn"), "neCell": ("firstRow", "lastColumn"),
    "swCell": ("lastRow", "firstColumn"), "seCell": ("lastRow", "lastColumn"),
}  # fmt: skip
COLUMNS = {"firstColumn": "firstCol", "lastColumn": "lastCol"}


def _look(table: Element) -> Mapping[str, bool]:
    """Which parts of its style a table shows."""
    found = table.find(f"{W}tblPr/{W}tblLook")
    if found is None:
        return dict.fromkeys(LOOKS, False) | {"noHBand": True, "noVBand": True}
    try:
        bits = int(found.get(f"{W}val", "0"), 16)
    except ValueError:
        bits = 0
    return {name: is_on(found, name, "1" if bits & bit else "0") for name, bit in LOOKS.items()}


def _named(one: Element, properties: str, name: str) -> str | None:
    found = one.find(f"{W}{properties}/{W}{name}")
    return found.get(f"{W}val") if found is not None else None


def _found(those: Iterator[Element], name: str) -> Iterator[Element]:
    return (found for one in those if (found := one.find(f"{W}{name}")) is not None)


def _first(properties: list[Element], name: str) -> Element | None:
    return next((found for one in properties if (found := one.find(f"{W}{name}")) is not None), None)


def _ink(colour: Element | None) -> Colour | None:
    """None where it is the colour that is seen on the ground, whatever that is."""
    if colour is None:
        return None
    return _themed(colour, "theme") or _colour(colour.get(f"{W}val", ""))


def _shading(properties: Iterator[Element] | list[Element]) -> Colour | None:
    """The ground of the nearest that has one; None where what is under it is seen."""
    one = next((found for each in properties if (found := each.find(f"{W}shd")) is not None), None)
    if one is None or one.get(f"{W}val") == "nil":
        return None
    fill = _themed(one, "themeFill", "") or _colour(one.get(f"{W}fill", ""))
    drawn = _drawn(one.get(f"{W}val", ""))
    if not drawn:
        return fill
    over = _themed(one, "theme") or _colour(one.get(f"{W}color", "")) or INK
    red, green, blue = (
        round(drawn * top + (1 - drawn) * under) for top, under in zip(over, fill or PAPER, strict=True)
    )
    return red, green, blue


def _drawn(pattern: str) -> float:
    """How much of a ground the dots over it cover; lines over it are taken for none."""
    return 1.0 if pattern == "solid" else whole(pattern.removeprefix("pct")) / 100


def _themed(one: Element, name: str, kind: str = "Color") -> Colour | None:
    """The colour of a theme, where it is neither lightened nor darkened."""
    if any(one.get(f"{W}{name}{more}") for more in ("Tint", "Shade")):
        return None
    return THEMES.get(one.get(f"{W}{name}{kind}", ""))


def _colour(said: str) -> Colour | None:
    """Red, green and blue; None of what is no colour, such as "auto"."""
    if len(said) != COLOUR_DIGITS:
        return None
    try:
        red, green, blue = bytes.fromhex(said)
    except ValueError:
        return None
    return red, green, blue


def _is_lost(ink: Colour, ground: Colour) -> bool:
    """Is nothing seen of letters of the one colour on the other?"""
    return (
        (min(ink) >= NEAR_WHITE and min(ground) >= LIGHT)
        or (max(ink) <= NEAR_BLACK and max(ground) <= NEAR_BLACK)
        or all(abs(one - other) < LEAST_DIFFERENCE for one, other in zip(ink, ground, strict=True))
    )
