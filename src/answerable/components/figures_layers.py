"""What lies under and over the points: the ordinary range, what was set, what happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from answerable.components.figures_ends import end_words
from answerable.components.figures_frame import EDGE, FLAG_LANE, Frame, unit_over
from answerable.components.figures_labels import Wanted, spread
from answerable.components.figures_scale import WORDS_AFTER, lines_shown, time_ticks
from answerable.components.figures_svg import box, number, path, polyline, shortened, text, width_of
from answerable.core.measures.facts import Line
from answerable.core.measures.picture import Picture
from answerable.core.measures.telling import span_in_words
from answerable.core.measures.verdict import Point, Span
from answerable.core.minutes.dates import long_date

PHASE_GAP = 2.0  # px left free on both sides of the border between two phases
FLAG = 20.0  # px, width and height of a flag
FLAG_SIZE, FLAG_MARGIN = 13, 5  # px


class Step(NamedTuple):
    """The limits over a stretch of the plot, in px; None where there are none."""

    left: float
    right: float
    span: Span


class Note(NamedTuple):
    """Something that the chart marks with a number: when, where, and the words under the chart."""

    on: dt.date
    x: float
    kind: str
    words: str


def blocks(picture: Picture, frame: Frame) -> list[list[Step]]:
    """The spans phase by phase. Within a phase limits that vary follow one another without a break."""
    found: list[list[Step]] = []
    for span in picture.spans:
        step = Step(frame.borders[span.first], frame.borders[span.last + 1], span)
        if found and not begins_phase(span):
            found[-1].append(step)
        else:
            found.append([step])
    for one, other in pairwise(found):
        one[-1] = one[-1]._replace(right=one[-1].right - PHASE_GAP)
        other[0] = other[0]._replace(left=other[0].left + PHASE_GAP)
    return found


def begins_phase(span: Span) -> bool:
    """A new phase has a reason, for a person decided it; limits that vary within one are spans without."""
    return bool(span.reason)


def band(block: Sequence[Step], frame: Frame) -> list[str]:
    """The ordinary range as an area with an edge, and its mean."""
    parts = []
    held = [step for step in block if step.span.lower is not None and step.span.upper is not None]
    if held:
        over = [(x, frame.y(step.span.upper or 0)) for step in held for x in (step.left, step.right)]
        under = [(x, frame.y(step.span.lower or 0)) for step in held for x in (step.left, step.right)]
        parts.append(path("ans-plot__band", polyline([*over, *reversed(under)]) + "z"))
    centres = [
        (x, frame.y(step.span.centre))
        for step in block
        if step.span.centre is not None
        for x in (step.left, step.right)
    ]
    if centres:
        parts.append(path("ans-plot__mean", polyline(centres)))
    return parts


def scales(picture: Picture, frame: Frame) -> list[str]:
    """The scale of values with its unit, and the line of time."""
    size = frame.room.size
    parts = []
    unit = shortened(unit_over(picture, frame.room), frame.room.width - 2 * EDGE, size)
    if unit:
        parts.append(text("ans-plot__tick", 0, EDGE + size * 0.8, unit))
    for at, words in frame.marks:
        y = frame.y(at)
        parts.append(path("ans-plot__grid", f"M{number(frame.left)} {number(y)}H{number(frame.right)}"))
        parts.append(text("ans-plot__tick", frame.left - 8, y + size * 0.35, words, "end"))
    parts.append(
        path("ans-plot__axis", f"M{number(frame.left)} {number(frame.bottom)}H{number(frame.right)}")
    )
    for tick in time_ticks(frame.across, size, frame.room.width):
        long = 9 if tick.is_year else 5
        parts.append(path("ans-plot__axis", f"M{number(tick.x)} {number(frame.bottom)}v{long}"))
        parts.append(text("ans-plot__tick", tick.x + WORDS_AFTER, frame.bottom + size + 4, tick.words))
    return parts


def gaps(picture: Picture, frame: Frame) -> list[str]:
    """Stretches without values, blank through the ordinary range."""
    parts = []
    for gap in picture.gaps:
        left, right = _stretch(gap.start, gap.last, frame)
        if right > left:
            parts.append(box("ans-plot__gap", left, frame.top, right, frame.bottom))
    return parts


def set_lines(picture: Picture, frame: Frame) -> list[tuple[Line, float, float, str]]:
    """The lines that somebody set: each with its ends (px) and its drawing, dashed by its kind."""
    found = []
    for line in lines_shown(picture):
        left, right = _stretch(line.start, line.last, frame)
        y = number(frame.y(line.value))
        shape = path(f"ans-plot__set ans-plot__{line.kind}", f"M{number(left)} {y}H{number(right)}")
        found.append((line, left, right, shape))
    return found


def _stretch(start: dt.date | None, last: dt.date | None, frame: Frame) -> tuple[float, float]:
    across = frame.across
    left = frame.left if start is None else across.held(start.toordinal())
    right = frame.right if last is None else across.held(last.toordinal() + 1)
    return left, right


def notes(picture: Picture, frame: Frame) -> list[Note]:
    """New phases, events and gaps within the time of the chart, in the order of their days."""
    if not picture.points:
        return []
    first, last = picture.points[0].start, picture.points[-1].last
    found = []
    for span in picture.spans[1:]:
        if begins_phase(span):
            on = picture.points[span.first].start
            words = f"{long_date(on)}: new phase: {span.reason}"
            found.append(Note(on, frame.borders[span.first], "phase", words))
    for event in picture.events:
        if first <= event.on <= last:
            x = frame.across.at(event.on.toordinal() + 0.5)
            found.append(Note(event.on, x, "event", f"{long_date(event.on)}: {event.text}"))
    for gap in picture.gaps:
        left, right = _stretch(gap.start, gap.last, frame)
        if gap.last >= first and gap.start <= last:
            words = f"{_sentence(span_in_words(gap.start, gap.last))}: no values. {gap.reason}".rstrip()
            found.append(Note(gap.start, (left + right) / 2, "gap", words))
    found += _missing(picture, frame)
    return sorted(found, key=lambda note: (note.on, note.kind != "phase", note.words))


def is_explained(point: Point, picture: Picture) -> bool:
    """Is the period a part of a gap, which is drawn as a whole?"""
    return any(gap.start <= point.last and point.start <= gap.last for gap in picture.gaps)


def _missing(picture: Picture, frame: Frame) -> list[Note]:
    """Periods without a value of which the file said why, neighbours with the same words together."""
    found: list[Note] = []
    before: tuple[str, int] | None = None
    for index, point in enumerate(picture.points):
        if point.value is not None or not point.note or is_explained(point, picture):
            continue
        if before != (point.note, index - 1):
            words = f"{_sentence(span_in_words(point.start, point.last))}: no value. {point.note}"
            found.append(Note(point.start, frame.xs[index], "gap", words))
        before = (point.note, index)
    return found


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def flags(found: Sequence[Note], frame: Frame) -> list[str]:
    """A number over the plot for each note, with a pole down to its day. Near ones share a flag."""
    middle = frame.top - FLAG_LANE / 2 - 2
    parts = []
    for note in found:
        if note.kind != "gap":
            pole = f"M{number(note.x)} {number(frame.top - 4)}V{number(frame.bottom)}"
            parts.append(path(f"ans-plot__pole ans-plot__pole--{note.kind}", pole))
    wanted, wide = _sized(found, frame)
    half = wide / 2
    for one, x in spread(wanted, wide + 2, frame.left + half, frame.right - half):
        top = middle - FLAG / 2
        edges = x - half, top, x + half, top + FLAG
        parts.append(box(f"ans-plot__flag ans-plot__flag--{one.kind}", *edges))
        if abs(x - one.at) > 1 and one.kind != "gap":
            line = f"M{number(x)} {number(top + FLAG)}L{number(one.at)} {number(frame.top - 4)}"
            parts.append(path(f"ans-plot__pole ans-plot__pole--{one.kind}", line))
        kind = f"ans-plot__number ans-plot__number--{one.kind}"
        parts.append(text(kind, x, middle + 4.5, one.words, "middle"))
    return parts


def _sized(found: Sequence[Note], frame: Frame) -> tuple[list[Wanted], float]:
    """The flags, and how wide the widest must be: those that stand for several have longer words."""
    wide = FLAG
    while True:
        wanted = gathered(found, int((frame.right - frame.left) / (wide + 2)))
        needed = max((width_of(one.words, FLAG_SIZE) + FLAG_MARGIN for one in wanted), default=0)
        if needed <= wide:
            return wanted, wide
        wide = needed


def gathered(found: Sequence[Note], most: int) -> list[Wanted]:
    """The numbers of notes for at most so many flags: the nearest share one, "3–5"."""
    groups = [[index] for index in range(len(found))]
    order = sorted(groups, key=lambda group: found[group[0]].x)
    while len(order) > max(most, 1):
        near = min(range(len(order) - 1), key=lambda at: found[order[at + 1][0]].x - found[order[at][-1]].x)
        order[near] += order.pop(near + 1)
    return [
        Wanted(
            sum(found[one].x for one in group) / len(group),
            _numbers(group),
            found[group[0]].kind if len(group) == 1 else "event",
        )
        for group in order
    ]


def _numbers(group: Sequence[int]) -> str:
    low, high = min(group) + 1, max(group) + 1
    return str(low) if low == high else f"{low}–{high}"


def ends(frame: Frame) -> list[str]:
    """The labels at the right end."""
    wanted = [one._replace(at=frame.y(one.at)) for one in frame.labels]
    edges = frame.top - EDGE, frame.bottom
    return end_words(wanted, frame.room.size, frame.right, edges, frame.room.width)
