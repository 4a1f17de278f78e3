"""Areas beside one another: outside or not, never ranked."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations

import pytest

from answerable.components import figures_gallery as gallery
from answerable.components.figures_areas import funnel
from answerable.components.figures_rows import interval_rows
from answerable.components.figures_table import place_rows
from answerable.core.measures.picture import Funnel, Place

LABEL = "Five areas whose intervals overlap."


def test_a_funnel_is_well_formed_and_says_itself_in_words() -> None:
    html = str(funnel(gallery.funnel()))
    ET.fromstring(html)
    assert html.count(f'aria-label="{gallery.funnel().label}"') == 2
    assert html == str(funnel(gallery.funnel()))


def test_areas_outside_have_shapes_by_side_and_names() -> None:
    html = str(funnel(gallery.funnel()))
    wide = html[: html.index("</svg>")]
    assert 'class="ans-plot__high"' in wide and 'class="ans-plot__low"' in wide
    outside = [one.name for one in gallery.funnel().places if one.outside == "99.8"]
    assert outside
    named = re.findall(r'<text class="ans-plot__in ans-plot__in--high"[^>]*>([^<]*)', wide)
    assert set(outside) <= set(named)


def test_outside_95_only_is_hollow() -> None:
    drawn = gallery.funnel()
    many = sum(one.outside == "95" for one in drawn.places)
    wide = str(funnel(drawn)).partition("</svg>")[0]
    assert many and wide.count("ans-plot__hollow") == many


def test_no_area_is_named_for_being_last() -> None:
    """Within the limits nobody is picked out, however the values lie."""
    drawn = gallery.funnel()
    inside = replace(drawn, places=[replace(one, value=drawn.overall, outside="") for one in drawn.places])
    html = str(funnel(inside))
    assert "ans-plot__in--" not in html
    assert not re.search(r"ans-plot__(high|low|worse|better)", html)


def test_few_areas_are_all_named() -> None:
    drawn = gallery.funnel()
    html = str(funnel(replace(drawn, places=drawn.places[:6])))
    for place in drawn.places[:6]:
        assert f">{place.name}<" in html


def test_the_limits_and_the_whole_are_named_at_the_right_end() -> None:
    wide = str(funnel(gallery.funnel())).partition("</svg>")[0]
    found = re.findall(r'<text class="ans-plot__end[^>]*>([^<]*)', wide)
    assert sorted(found) == ["95% limit", "95% limit", "99.8% limit", "99.8% limit", "all together 77.5%"]
    assert ">answers<" in wide


def test_names_never_lie_on_a_point_or_one_another() -> None:
    wide = str(funnel(gallery.funnel())).partition("</svg>")[0]
    names = [
        (float(x), float(y) - 12, float(x) + 6 * len(name), float(y))
        for x, y, name in re.findall(
            r'<text class="ans-plot__in[^"]*" x="([\d.]+)" y="([\d.]+)">([^<]*)', wide
        )
    ]
    for one, other in combinations(names, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("many", [1, 2])
def test_a_funnel_of_one_or_two_is_drawn(many: int) -> None:
    drawn = gallery.funnel()
    ET.fromstring(str(funnel(replace(drawn, places=drawn.places[:many], limits=()))))
    ET.fromstring(str(funnel(replace(drawn, places=[drawn.places[0]] * many))))


def test_a_funnel_of_none_is_a_sentence() -> None:
    assert "There are no values yet." in funnel(Funnel("t", "t", "%", 0, 50, (), ()))


def test_rows_stand_in_the_order_of_names_whatever_their_values() -> None:
    backwards = sorted(gallery.five(), key=lambda one: -one.value)
    html = str(interval_rows(backwards, LABEL))
    wide = html[: html.index("</svg>")]
    named = [word for word in re.findall(r">([^<>]+)</text>", wide) if word in gallery.AREAS]
    assert named == sorted(gallery.AREAS)


def test_a_row_says_its_value_and_interval() -> None:
    html = str(interval_rows(gallery.five(), LABEL, overall=78.6))
    assert html.count("83% (79% to 87%)") == 2
    assert html.count("all together 79%") == 2
    assert html.count(f'aria-label="{LABEL}"') == 2
    ET.fromstring(html)


def test_on_a_phone_names_are_whole() -> None:
    html = str(interval_rows(gallery.five(), LABEL))
    assert html.count(">Castle and Quay<") == 2


def test_a_row_without_an_interval_has_no_bar() -> None:
    html = str(interval_rows([Place("Vale", 10, 40)], LABEL))
    assert "ans-plot__bar" not in html and ">40%<" in html


def test_no_rows_are_a_sentence() -> None:
    assert "There are no values yet." in interval_rows([], LABEL)


def test_what_people_wrote_stays_text() -> None:
    hostile = "<script>alert(1)</script>"
    places = [Place(hostile, 10 + at, 40 + at, 30, 50, "99.8") for at in range(3)]
    for html in (
        str(interval_rows(places, hostile)),
        str(funnel(Funnel(hostile, hostile, hostile, 0, 41, places, ()))),
    ):
        assert "<script" not in html
        ET.fromstring(html)


def test_the_table_says_the_same_in_words() -> None:
    rows = place_rows([Place("Vale", 1204, 60, 55.2, 64.7, "99.8"), Place("Eastmarch", 300, 70)], "%", 0)
    assert rows[0] == ("Eastmarch", "300", "70%", "–", "within what samples of this size give")
    assert rows[1] == ("Vale", "1,204", "60%", "55% to 65%", "outside 99.8% limits")


def test_an_area_outside_points_away_from_the_whole() -> None:
    places = [
        Place("North", 90, 60, 58, 62, "99.8"),
        Place("South", 90, 62, 60, 64),
        Place("West", 9, 90, 50, 99),
    ]
    html = str(interval_rows(places, LABEL, overall=65))
    assert "ans-plot__low" in html and "ans-plot__high" not in html
    assert "North: 60% (58% to 62%), outside 99.8% limits</title>" in html
