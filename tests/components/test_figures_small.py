"""Several charts share one scale and one line of time; a sparkline stands among words."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

from answerable.components import figures_gallery as gallery
from answerable.components.figures_small import small, spark
from answerable.core.measures.verdict import Point, Span


def drawings(html: str) -> list[str]:
    return re.findall(r"<svg.*?</svg>", html)


def ticks(drawing: str) -> list[tuple[str, str]]:
    return re.findall(r'<text class="ans-plot__tick" x="[^"]*" y="([^"]*)"[^>]*>([^<]*)</text>', drawing)


def test_all_have_the_same_scales() -> None:
    found = [ticks(one) for one in drawings(str(small(gallery.areas())))]
    assert len(found) == 5
    assert all(one == found[0] for one in found)


def test_a_series_that_began_later_lies_where_its_time_is() -> None:
    areas = gallery.areas()
    late = replace(areas[1], points=areas[1].points[12:], spans=[Span(0, 11, 33, 18, 48)])
    one, other = drawings(str(small([areas[0], late])))
    assert ticks(one) == ticks(other)
    band = re.search(r'ans-plot__band" d="M([\d.]+)', other)
    first = re.search(r'ans-plot__band" d="M([\d.]+)', one)
    assert band and first and float(band[1]) > float(first[1]) + 40


def test_they_stand_in_the_order_in_which_they_are_given() -> None:
    names = re.findall(r"<figcaption[^>]*>([^<]*)<", str(small(gallery.areas())))
    assert names == list(gallery.AREAS)


def test_other_names_may_stand_over_them() -> None:
    html = str(small(gallery.areas()[:2], ["North", "<South>"]))
    assert re.findall(r"<figcaption[^>]*>([^<]*)<", html) == ["North", "&lt;South&gt;"]


def test_each_says_itself_in_words() -> None:
    html = str(small(gallery.areas()))
    for picture in gallery.areas():
        assert f'aria-label="{picture.label}"' in html


def test_a_limit_that_differs_by_area_is_drawn_for_each() -> None:
    limits = [re.findall(r"limit \d+ \(set\)", one) for one in drawings(str(small(gallery.areas())))]
    assert limits == [["limit 40 (set)"], ["limit 30 (set)"]] * 2 + [["limit 40 (set)"]]


def test_an_area_without_values_is_named() -> None:
    empty = replace(gallery.nothing(), title="Vale")
    html = str(small([gallery.areas()[0], empty]))
    assert "Vale" in html and "There are no values yet." in html
    assert len(drawings(html)) == 1
    assert "There are no values yet." in small([empty])
    assert small([]) == '<div class="ans-plots"></div>'


def test_they_are_well_formed() -> None:
    ET.fromstring(str(small(gallery.areas())))


def test_a_sparkline_shows_its_course_and_its_last_value() -> None:
    picture = gallery.breached()
    drawing = str(spark(picture.points, "worse since January", picture.spans))
    assert 'aria-label="worse since January"' in drawing
    assert drawing.count("ans-plot__worse") == 9
    line = re.search(r'ans-spark__line" d="([^"]*)"', drawing)
    assert line is not None and line[1].count("M") == 2  # broken where values are missing
    assert "ans-spark__band" in drawing
    ET.fromstring(drawing)


def test_beside_a_sentence_it_says_nothing_again() -> None:
    assert 'aria-hidden="true"' in spark(gallery.breached().points)


def test_without_values_there_is_none() -> None:
    assert spark([]) == ""
    blank = [replace(one, value=None) for one in gallery.few().points]
    assert spark(blank) == ""


def test_one_value_and_equal_values_are_drawn() -> None:
    point: Point = gallery.few().points[0]
    ET.fromstring(str(spark([point])))
    ET.fromstring(str(spark([point] * 4, "", [Span(0, 3, 4, 4, 4)])))


def test_it_keeps_inside_its_picture() -> None:
    for picture in (gallery.breached(), gallery.shifted(), gallery.alike()):
        drawing = str(spark(picture.points, "", picture.spans))
        for x, y in re.findall(r"[ML]([-\d.]+) ([-\d.]+)", drawing):
            assert 0 <= float(x) <= 116 and 0 <= float(y) <= 26
