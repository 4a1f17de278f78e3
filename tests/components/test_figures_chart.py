"""A chart says in shapes and words what a picture holds: small, and the same bytes each time."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.components import figures_gallery as gallery
from answerable.components.figures_chart import breaks, chart, drawn
from answerable.components.figures_frame import NARROW, WIDE, Room
from answerable.components.figures_marks import shape
from answerable.components.figures_paper import paper
from answerable.components.figures_svg import width_of
from answerable.core.measures.facts import Event, EventKind, Gap, Line, LineKind
from answerable.core.measures.picture import Picture
from answerable.core.measures.verdict import Point, Shape, Span

MOST_BYTES = 15_000  # for 60 points, both sizes together
ALL_SHAPES: tuple[Shape, ...] = ("ordinary", "better", "worse", "high", "low", "missing")
rooms = pytest.mark.parametrize("room", [WIDE, NARROW], ids=["wide", "narrow"])
charts = pytest.mark.parametrize("make", gallery.CHARTS, ids=[make.__name__ for make in gallery.CHARTS])


def of(picture: Picture, room: Room = WIDE) -> str:
    return str(drawn(picture, room)[0])


def words(drawing: str) -> list[str]:
    return re.findall(r"<text[^>]*>([^<]*)</text>", drawing)


def short(values: list[float | None], **given: object) -> Picture:
    points = gallery.points(gallery.months(2024, 1, len(values)), values)
    return replace(Picture("t", "t", "", 0, points, ()), **given)  # type: ignore[arg-type]


@charts
def test_the_same_picture_gives_the_same_bytes(make: object) -> None:
    assert callable(make)
    assert str(chart(make())) == str(chart(make()))


@charts
def test_it_is_well_formed(make: object) -> None:
    assert callable(make)
    drawing = str(chart(make()))
    ET.fromstring(drawing)
    ET.fromstring(paper(drawing) or "<none/>")


@charts
def test_it_has_no_styles_scripts_or_names(make: object) -> None:
    """The content policy forbids styles; a name (id) would stand twice on a page with two charts."""
    assert callable(make)
    assert not re.search(r"\s(style|id|on\w+|href)=|<script|<style|<foreignObject", str(chart(make())))


@charts
def test_it_says_the_whole_in_words(make: object) -> None:
    assert callable(make)
    picture = make()
    pictures = re.findall(
        r'<svg class="ans-plot__(\w+)" role="img" aria-label="([^"]*)"', str(chart(picture))
    )
    expected = [("wide", picture.label), ("narrow", picture.label)] if picture.points else []
    assert pictures == expected


def test_sixty_points_are_small() -> None:
    assert len(gallery.breached().points) == 60
    assert len(str(chart(gallery.breached())).encode()) < MOST_BYTES


def test_every_state_has_a_shape_of_its_own() -> None:
    outlines = {kind: re.sub(r"[-\d. ]+", "", shape(kind, 50, 50, 4)) for kind in ALL_SHAPES}
    assert outlines["high"] == outlines["low"]  # both are triangles,
    assert shape("high", 50, 50, 4) != shape("low", 50, 50, 4)  # but upside down
    others = [outlines[kind] for kind in ALL_SHAPES if kind != "low"]
    assert len(set(others)) == len(others)


@rooms
def test_a_state_is_drawn_and_written(room: Room) -> None:
    drawing = of(gallery.shifted(), room)
    assert {"better", "worse"} <= set(words(drawing))
    for kind in ("ordinary", "better", "worse"):
        assert f'class="ans-plot__{kind}"' in drawing


def test_runs_of_one_state_that_are_near_share_a_word() -> None:
    assert words(of(gallery.shifted())).count("worse") == 1


def test_where_neither_way_is_better_it_says_high_and_low() -> None:
    found = words(of(gallery.neutral()))
    assert "high" in found and "low" in found
    assert not {"better", "worse"} & set(found)


def test_provisional_points_are_hollow_and_named() -> None:
    drawing = of(gallery.phased())
    assert 'class="ans-plot__ordinary ans-plot__hollow"' in drawing
    assert "provisional" in words(drawing)


@rooms
def test_the_right_end_names_all_lines_with_their_values(room: Room) -> None:
    found = words(of(gallery.shifted(), room))
    expected = {"Sep 2021: 81.3%", "target 85%", "mean 80.3%", "ordinary to 86.2%", "ordinary from 74.5%"}
    assert expected <= set(found)


def test_a_limit_that_somebody_set_is_not_the_ordinary_range() -> None:
    drawing = of(gallery.breached())
    assert {"limit 40 (set)", "baseline 33", "ordinary to 51", "ordinary from 17"} <= set(words(drawing))
    band, line = re.search(r'<path class="ans-plot__band"', drawing), re.search("ans-plot__limit", drawing)
    assert band and line


def test_a_limit_beyond_what_can_be_is_not_written() -> None:
    picture = short([1, 4, 2], spans=[Span(0, 2, 2, -5, 9)], floor=0)
    assert "ordinary to 9" in words(of(picture))
    assert not [one for one in words(of(picture)) if one.startswith("ordinary from")]


def test_a_target_that_was_changed_is_drawn_for_its_time() -> None:
    drawing = of(gallery.phased())
    assert drawing.count("ans-plot__target") == 2
    assert {"target 80%", "target 85%"} <= set(words(drawing))


def test_a_target_has_the_decimals_that_were_set() -> None:
    picture = replace(gallery.shifted(), lines=[Line(LineKind.TARGET, 82.5)])
    assert "target 82.5%" in words(of(picture))


def test_a_new_phase_breaks_band_and_line_and_gives_its_reason() -> None:
    drawing = of(gallery.phased())
    assert drawing.count('class="ans-plot__band"') == 2
    line = re.search(r'class="ans-plot__line" d="([^"]*)"', drawing)
    assert line is not None and line[1].count("M") == 2
    assert "mean 77.7%" in words(drawing)
    said = str(chart(gallery.phased()))
    assert "1 August 2020: new phase: The survey went to text messages</li>" in said


def test_limits_that_happen_to_be_alike_for_a_while_are_no_new_phase() -> None:
    """Each month has its own limits, and two that asked as many people have the same: nobody decided that."""
    spans = [Span(0, 1, 80, 70, 90), Span(2, 2, 80, 68, 92), Span(3, 4, 80, 71, 89), Span(5, 6, 80, 66, 94)]
    given = short([80, 79, 82, 81, 80, 78, 80], spans=spans)
    assert "new phase" not in str(chart(given))
    assert of(given).count("ans-plot__band") == 1
    assert breaks(given) == set()


def test_limits_that_vary_are_one_band() -> None:
    drawing = of(gallery.varying())
    assert drawing.count('class="ans-plot__band"') == 1
    assert "<ol" not in str(chart(gallery.varying()))


def test_what_happened_has_numbers_and_words_in_the_order_of_days() -> None:
    said = str(chart(gallery.phased()))
    notes = re.findall(r"<li[^>]*>([^<]*)</li>", said)
    assert [one.partition(":")[0] for one in notes] == ["23 March 2020", "1 August 2020", "1 August 2020"]
    flags = re.findall(r'<text class="ans-plot__number[^>]*>([^<]*)</text>', of(gallery.phased()))
    assert flags == ["1", "2", "3"]


def test_what_happened_at_another_time_is_left_out() -> None:
    events = [Event(dt.date(2010, 1, 1), EventKind.OTHER, "Long ago")]
    picture = replace(gallery.shifted(), events=events)
    assert str(chart(picture)) == str(chart(gallery.shifted()))


@rooms
def test_many_events_share_flags(room: Room) -> None:
    days = [dt.date(2020, 1, 1) + dt.timedelta(day) for day in range(60)]
    events = [Event(day, EventKind.OTHER, f"No. {day}") for day in days]
    picture = replace(gallery.shifted(), events=events)
    drawing, found = drawn(picture, room)
    assert len(found) == 60
    flags = re.findall(r'<text class="ans-plot__number[^>]*>([^<]*)</text>', str(drawing))
    assert len(flags) < 40
    assert any("–" in one for one in flags)


def test_a_gap_is_blank_and_says_why() -> None:
    drawing = of(gallery.breached())
    assert "ans-plot__gap" in drawing
    assert "24 May 2021 to 20 June 2021: no values. The system was replaced." in str(
        chart(gallery.breached())
    )
    assert "ans-plot__missing" not in drawing  # the gap says it for all of its weeks
    line = re.search(r'class="ans-plot__line" d="([^"]*)"', drawing)
    assert line is not None and line[1].count("M") == 2


def test_a_value_that_is_missing_is_marked_and_breaks_the_line() -> None:
    drawing = of(gallery.neutral())
    assert 'class="ans-plot__missing"' in drawing
    assert "no value" in words(drawing)
    line = re.search(r'class="ans-plot__line" d="([^"]*)"', drawing)
    assert line is not None and line[1].count("M") == 2


def test_a_missing_value_with_a_note_is_told() -> None:
    points = [
        replace(one, note="North did not report.") if one.value is None else one
        for one in short([3, None, None, 4]).points
    ]
    said = str(chart(short([1], points=points)))
    assert said.count("North did not report.</li>") == 1
    assert "February 2024: no value. North did not report." in said


def test_periods_that_nobody_sent_break_the_line() -> None:
    when = [*gallery.months(2024, 1, 2), *gallery.months(2024, 6, 2)]
    drawing = of(Picture("t", "t", "", 0, gallery.points(when, [1, 2, 3, 4]), ()))
    line = re.search(r'class="ans-plot__line" d="([^"]*)"', drawing)
    assert line is not None and line[1].count("M") == 2


def test_pointing_at_a_value_says_it() -> None:
    drawing = of(gallery.breached())
    assert "<title>27 Feb 2022: 42, worse</title>" in drawing
    assert "<title>" not in of(gallery.breached(), NARROW)


def test_no_points_are_a_sentence() -> None:
    assert "There are no values yet." in chart(gallery.nothing())


def test_few_points_have_no_limits() -> None:
    found = words(of(gallery.few()))
    assert "Mar 2024: 5" in found
    assert not [one for one in found if one.startswith(("mean", "ordinary"))]


@pytest.mark.parametrize("values", [[None], [None, None], [5.0], [0.0, 0.0], [-3.0, -3.0], [1e9, 1e-9]])
def test_strange_series_are_drawn(values: list[float | None]) -> None:
    ET.fromstring(str(chart(short(values))))


def test_values_all_alike_have_a_mean_and_no_range() -> None:
    found = words(of(gallery.alike()))
    assert "mean 0" in found and "Dec 2024: 0" in found
    assert not [one for one in found if one.startswith("ordinary")]
    assert "0.5" not in found  # there are no halves of deaths


HOSTILE = "\"><script>alert(1)</script><b a='&"


def test_what_people_wrote_stays_text() -> None:
    picture = replace(
        gallery.phased(), title=HOSTILE, label=HOSTILE, unit=HOSTILE,
        events=[Event(dt.date(2020, 3, 23), EventKind.OTHER, HOSTILE)],
        gaps=[Gap(dt.date(2020, 5, 1), dt.date(2020, 5, 31), HOSTILE)],
        lines=[Line(LineKind.TARGET, 80, words=HOSTILE)],
        spans=[Span(0, 15, 77, 71, 83), Span(16, 29, 83, 78, 88, HOSTILE)],
        points=[replace(one, note=HOSTILE, rule=HOSTILE) for one in gallery.phased().points],
    )  # fmt: skip
    for made in (str(chart(picture)), paper(str(chart(picture)))):
        assert "<script" not in made and "<b " not in made
        ET.fromstring(made)


def test_the_file_needs_nothing_beside_it() -> None:
    made = paper(str(chart(gallery.phased())))
    assert made.startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    styled = re.search("<style>(.*)</style>", made)
    assert styled is not None
    for kind in set(re.findall(r"ans-plot__(?!wide)[a-z-]+(?:--[a-z]+)?", made.replace(styled[0], ""))):
        known = kind in styled[1] or kind in (
            "ans-plot__end",
            "ans-plot__number--event",
            "ans-plot__pole--event",
        )
        assert known or kind.endswith(("--range", "--event", "--gap", "--mean", "--provisional")), kind


places = st.floats(-1e6, 1e6, allow_nan=False)
series = st.lists(
    st.tuples(st.none() | places, st.sampled_from(ALL_SHAPES[:5]), st.booleans()), min_size=1, max_size=40
)
lines = st.lists(st.builds(Line, st.sampled_from(LineKind), places), max_size=6)


def _boxes(drawing: str, size: float) -> list[tuple[float, float, float, float]]:
    """The labels at the right end, as boxes of the letters that were asked for."""
    found = re.findall(r'<text class="ans-plot__end[^"]*" x="([-\d.]+)" y="([-\d.]+)"', drawing)
    return [(float(x), float(y) - size * 0.9, float(x) + 10, float(y) + size * 0.25) for x, y in found]


@settings(max_examples=60, deadline=None)
@given(series, lines, st.booleans())
def test_whatever_it_is_given_it_draws_and_keeps_inside(
    told: list[tuple[float | None, Shape, bool]], set_lines: list[Line], limits: bool
) -> None:
    when = gallery.months(2019, 4, len(told))
    points = [
        Point(start, last, value, kind, provisional=provisional)
        for (start, last), (value, kind, provisional) in zip(when, told, strict=True)
    ]
    spans = [Span(0, len(told) - 1, 0.0, -10.0, 10.0)] if limits else []
    for room in (WIDE, NARROW):
        drawing = of(Picture("t", "t", "calls", 1, points, spans, set_lines), room)
        root = ET.fromstring(drawing)
        width, height = float(root.attrib["width"]), float(root.attrib["height"])
        for text in root.iter("text"):
            assert 0 <= float(text.attrib["x"]) <= width
            assert 0 <= float(text.attrib["y"]) <= height
        for one, other in combinations(_boxes(drawing, room.size), 2):
            assert one[3] <= other[1] + 0.2 or other[3] <= one[1] + 0.2


def test_a_long_number_is_never_cut() -> None:
    """What is left of a cut number is another number; the words around it go first."""
    spans = [Span(0, 2, 1_234_567.0, 1_000_000.0, 2_000_000.0)]
    picture = short([1_234_567.0, 1_200_000.0, 1_500_000.0], spans=spans, unit="£", decimals=2)
    found = words(of(picture, NARROW))
    assert {"£1,500,000.00", "mean £1,234,567.00", "to £2,000,000.00", "from £1,000,000.00"} <= set(found)
    assert not [one for one in found if "…" in one]


def test_words_keep_off_the_line_where_a_new_phase_begins() -> None:
    shapes: dict[int, Shape] = dict.fromkeys(range(9, 16), "better")
    points = gallery.points(gallery.months(2019, 4, 30), gallery.SATISFIED, shapes)
    drawing = of(replace(gallery.phased(), points=points, events=()))
    pole = re.search(r'ans-plot__pole--phase" d="M([\d.]+) ', drawing)
    word = re.search(r'ans-plot__in--better" x="([\d.]+)"', drawing)
    assert pole is not None and word is not None
    assert float(word[1]) + width_of("better", WIDE.size) <= float(pole[1])
