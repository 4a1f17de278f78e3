"""A series over time: the ordinary range as a band, shapes for what is not ordinary, words at the right end.

Drawn twice, for a desk (and paper) and for a phone; the style sheet shows the one that fits. No script, and
the same bytes for the same picture. The sentence stands over it and the table under it: the page does both.
"""

from __future__ import annotations

from markupsafe import Markup

from answerable.components.figures_frame import NARROW, WIDE, Frame, Room, frame
from answerable.components.figures_inside import inner_words
from answerable.components.figures_layers import (
    Note,
    band,
    begins_phase,
    blocks,
    ends,
    flags,
    gaps,
    notes,
    scales,
    set_lines,
)
from answerable.components.figures_marks import joined, points
from answerable.components.figures_svg import element, svg
from answerable.core.measures.picture import Picture

NO_POINTS = "There are no values yet."


def chart(picture: Picture) -> Markup:
    """The chart of a picture, with what happened in words under it."""
    if not picture.points:
        return element("figure", "ans-plot", element("p", "govuk-body", NO_POINTS))
    wide, found = drawn(picture, WIDE)
    narrow, _ = drawn(picture, NARROW)
    return element("figure", "ans-plot", wide, narrow, *_told(found))


def drawn(picture: Picture, room: Room) -> tuple[Markup, list[Note]]:
    """One size of the chart, and what it marks with numbers."""
    has_notes = bool(
        picture.events or picture.gaps or len(picture.spans) > 1 or any(one.note for one in picture.points)
    )
    laid = frame(picture, room, flags=has_notes)
    found = notes(picture, laid)
    if has_notes and not found:
        laid = frame(picture, room, flags=False)
    return svg(room.kind, room.width, laid.height, picture.label, parts_of(picture, laid, found)), found


def parts_of(picture: Picture, laid: Frame, found: list[Note]) -> list[str]:
    """From the ground up: what comes later lies over what came before."""
    phases = blocks(picture, laid)
    parts = [shape for block in phases for shape in band(block, laid)]
    parts[:0] = scales(picture, laid)
    parts += gaps(picture, laid)
    lines = set_lines(picture, laid)
    parts += [shape for *_, shape in lines]
    parts += flags(found, laid)
    parts.append(joined(picture, laid, breaks(picture)))
    parts += points(picture, laid)
    parts += inner_words(picture, laid, phases, lines)
    return [*parts, *ends(laid)]


def breaks(picture: Picture) -> set[int]:
    """The points that begin a new phase: the line does not run on to them."""
    return {span.first for span in picture.spans[1:] if begins_phase(span)}


def _told(found: list[Note]) -> list[Markup]:
    items = (element("li", "ans-plot__note", note.words) for note in found)
    return [element("ol", "ans-plot__notes", *items)] if found else []
