"""A thread over the years: a row to each forum, a mark for what was said at each meeting, joined by lines.

Shapes tell the kinds apart, and a number says how many there are; nothing is told by colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext
from markupsafe import Markup

WIDTH, MARGIN = 820, 14
TOP = 24  # the years
NAME_HEIGHT = 18  # a forum's name stands over its marks
STEP = 17  # from a mark to the one under it
RADIUS = 5
LONGEST_NAME = 90

SHAPES = {
    "question": '<circle class="ans-mark-full" cx="{x}" cy="{y}" r="5"/>',
    "figure": '<path class="ans-mark-ring" d="M{x} {t}L{r} {y}L{x} {b}L{l} {y}Z"/>',
    "promise": '<path class="ans-mark-full" d="M{x} {t}L{r} {b}H{l}Z"/>',
    "action": '<rect class="ans-mark-full" x="{l}" y="{t}" width="10" height="10"/>',
    "update": '<circle class="ans-mark-ring" cx="{x}" cy="{y}" r="4"/>',
    "closed": '<path class="ans-mark-cross" d="M{l} {t}L{r} {b}M{r} {t}L{l} {b}"/>',
    "revisit": '<path class="ans-mark-ring" d="M{x} {b}L{r} {t}H{l}Z"/>',
    "judged": '<rect class="ans-mark-ring" x="{l}" y="{t}" width="9" height="9"/>',
    "said": '<circle class="ans-mark-small" cx="{x}" cy="{y}" r="2.5"/>',
}

LEGEND = {
    "question": "asked",
    "figure": "a figure",
    "promise": "a promise",
    "action": "an action",
    "update": "what was said of it later",
    "closed": "closed",
    "revisit": "to come back",
    "judged": "the office’s judgement",
    "said": "spoken of",
}


class Mark(NamedTuple):
    """So many things of one kind at one meeting; ``at`` from 0 (left) to 1 (right), ``row`` its forum's."""

    row: int
    at: float
    kind: str
    number: int
    title: str


def thread(
    forums: Sequence[str],
    marks: Sequence[Mark],
    joined: Sequence[tuple[int, int]],
    years: Sequence[tuple[float, int]],
    label: str,
) -> Markup:
    """The picture; ``joined`` are pairs of indexes of marks, ``label`` says what it shows in words."""
    spots, ends = _places(len(forums), marks)
    parts = _years(years, ends[-1] if ends else TOP)
    top = TOP
    for name, end in zip(forums, ends, strict=True):
        parts.append(Markup('<path class="ans-line" d="M0 {}H{}"/>').format(end - 2, WIDTH))
        parts.append(_text("ans-below", 2, top + 12, name[:LONGEST_NAME], "start"))
        top = end
    parts += [_join(spots[one], spots[other]) for one, other in joined]
    parts += [_mark(mark, *spot) for mark, spot in zip(marks, spots, strict=True)]
    height = (ends[-1] if ends else TOP) + 2
    head = Markup('<svg class="ans-thread" role="img" aria-label="{}" width="{}" height="{}" viewBox="{}">')
    box = f"0 0 {WIDTH} {height}"
    return head.format(label, WIDTH, height, box) + Markup("").join(parts) + Markup("</svg>")


def legend(kinds: Sequence[str]) -> list[tuple[Markup, str]]:
    """Each kind's shape as a small picture, and what it stands for."""
    return [
        (
            Markup('<svg class="ans-thread__key" aria-hidden="true" width="14" height="14">')
            + Markup(_shape(kind, 7, 7))
            + Markup("</svg>"),
            gettext(words),
        )
        for kind, words in LEGEND.items()
        if kind in kinds
    ]


def _places(forums: int, marks: Sequence[Mark]) -> tuple[list[tuple[int, int]], list[int]]:
    """The middle of each mark, those of one meeting under one another; and where each forum's row ends."""
    stacked: dict[tuple[int, int], int] = {}
    levels: list[tuple[int, int]] = []
    for mark in marks:
        x = round(MARGIN + mark.at * (WIDTH - 2 * MARGIN))
        level = stacked.get((mark.row, x), 0)
        stacked[mark.row, x] = level + 1
        levels.append((x, level))
    deepest = [max((n for (row, _), n in stacked.items() if row == one), default=1) for one in range(forums)]
    ends, starts, end = [], [], TOP
    for depth in deepest:
        starts.append(end + NAME_HEIGHT)
        end += NAME_HEIGHT + STEP * depth + 8
        ends.append(end)
    spots = [
        (x, starts[mark.row] + level * STEP + STEP // 2)
        for mark, (x, level) in zip(marks, levels, strict=True)
    ]
    return spots, ends


def _years(years: Sequence[tuple[float, int]], bottom: int) -> list[Markup]:
    parts = []
    for at, year in years:
        x = round(MARGIN + at * (WIDTH - 2 * MARGIN))
        parts.append(Markup('<path class="ans-grid" d="M{} {}V{}"/>').format(x, TOP - 6, bottom))
        parts.append(_text("ans-year", x + 3, 14, str(year), "start"))
    return parts


def _join(one: tuple[int, int], other: tuple[int, int]) -> Markup:
    (x, y), (u, v) = one, other
    if x == u:
        return Markup('<path class="ans-thread__join" d="M{} {}V{}"/>').format(x, y, v)
    bend = (x + u) // 2
    return Markup('<path class="ans-thread__join" d="M{} {}C{} {} {} {} {} {}"/>').format(
        x, y, bend, y, bend, v, u, v
    )


def _mark(mark: Mark, x: int, y: int) -> Markup:
    number = _text("ans-thread__count", x + RADIUS + 2, y + 4, str(mark.number), "start")
    shape = Markup("<g><title>{}</title>").format(mark.title) + Markup(_shape(mark.kind, x, y))
    return shape + (number if mark.number > 1 else Markup("")) + Markup("</g>")


def _shape(kind: str, x: int, y: int) -> str:
    edges = {"l": x - RADIUS, "r": x + RADIUS, "t": y - RADIUS, "b": y + RADIUS}
    return SHAPES[kind].format(x=x, y=y, **edges)


def _text(kind: str, x: int, y: int, text: str, anchor: str) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="{}">{}</text>').format(
        kind, x, y, anchor, text
    )
