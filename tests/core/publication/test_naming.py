"""Which areas and bodies a text names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication.naming import Finder, Named
from answerable.core.publication.places import line_of

AREAS = Finder([Named("north", ("North",)), Named("north-east", ("North East",)), Named("mere", ("Mere",))])


def test_finds_whole_words_as_printed() -> None:
    assert AREAS("Callers in North waited, those in Merebridge did not.") == ["north"]
    assert AREAS("It was worse north of the river, merely so.") == []


def test_a_heading_in_capitals_names_it_too() -> None:
    assert AREAS("NORTH: answering") == ["north"]


def test_a_name_that_is_cut_by_the_end_of_a_line_is_found() -> None:
    assert AREAS("Callers in North\nEast waited.") == ["north-east"]


def test_the_longer_name_goes_before_the_shorter_in_it() -> None:
    assert AREAS("North East did well.") == ["north-east"]


def test_a_body_by_its_name_or_its_abbreviation() -> None:
    bodies = Finder([Named("Crown Prosecution Service", ("Crown Prosecution Service", "CPS"))])
    assert bodies("The CPS was asked.") == bodies("the Crown Prosecution Service's files")
    assert bodies("cpsa") == []


def test_two_areas_of_one_name_are_both_named() -> None:
    both = Finder([Named("south-old", ("South",)), Named("south", ("South",))])
    assert both("In South") == ["south", "south-old"]


def test_no_names_find_nothing() -> None:
    assert Finder([])("Anything at all") == []
    assert Finder([Named("x", ("", " ", "X"))])("X marks it") == []


@given(st.text(), st.lists(st.text(min_size=2), max_size=5))
def test_whatever_is_found_stands_there(text: str, names: list[str]) -> None:
    found = Finder(Named(name, (name,)) for name in names)(text)
    for key in found:
        spelled, printed = " ".join(key.split()), " ".join(text.split())
        assert spelled in printed or spelled.upper() in printed


def test_the_line_that_a_place_begins_in() -> None:
    lines = [[{"start": 0, "end": 10}], [{"start": 11, "end": 20}, {"start": 40, "end": 50}]]
    assert line_of([{"start": 12, "end": 15}], lines) == 1
    assert line_of([{"start": 41, "end": 44}], lines) == 1
    assert line_of([{"start": 30, "end": 35}], lines) is None
    assert line_of([], lines) is None
