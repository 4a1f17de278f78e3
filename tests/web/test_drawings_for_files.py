"""A drawing of a page as a picture for files."""

from __future__ import annotations

import datetime as dt
import re

from lxml import etree

from answerable.components import figures
from answerable.components.figures_paper import paper
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Point, Span

POINTS = [
    Point(dt.date(2026, month, 1), dt.date(2026, month, 28), value, shape)
    for month, (value, shape) in enumerate([(3, "ordinary"), (4, "ordinary"), (9, "worse")], 1)
]  # fmt: skip
SPANS = [Span(0, 2, 4.0, 2.0, 6.0)]


def test_it_needs_no_page_around_it() -> None:
    tree = etree.fromstring(paper(figures.spark(POINTS, spans=SPANS)).encode())
    assert tree.tag == "{http://www.w3.org/2000/svg}svg"
    style = tree.findtext("{http://www.w3.org/2000/svg}style") or ""
    used = {name for node in tree.iter() for name in (node.get("class") or "").split()} - {"ans-spark"}
    assert "ans-plot__worse" in used
    assert [name for name in used if f".{name}{{" not in style and f".{name}," not in style] == []


def test_of_a_chart_the_one_for_a_desk_is_taken() -> None:
    drawn = figures.chart(Picture("Calls", "Three values.", "%", 0, POINTS, SPANS))
    widths = [float(found) for found in re.findall(r'<svg[^>]* width="([\d.]+)"', drawn)]
    assert len(widths) == 2
    tree = etree.fromstring(paper(drawn).encode())
    assert float(tree.get("width") or 0) == max(widths)


def test_without_a_drawing_there_is_no_picture() -> None:
    assert paper("") == ""
    assert paper("<p>There are no values yet.</p>") == ""


def test_it_is_the_same_each_time() -> None:
    assert paper(figures.spark(POINTS)) == paper(figures.spark(POINTS))
