"""A warning stands beside the line that it is about, so that this is the line a person is asked about."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.minutes.record import MeetingRecord
from answerable.meetings.beside import Beside, Lines
from tests.intake.bringing import bring, the_meeting
from tests.records import action, item, note, record

MARCH = record(
    "2024-03-12",
    item("1", "Call handling"),
    note("The board met."),
    action("CC to publish the figures", "CC"),
    item("2", "Any other business"),
    note("Nothing was raised."),
    action("Bring the survey back", "XQ"),
)
LINES = Lines(cast(MeetingRecord, MARCH))
END = max(place["end"] for entry in MARCH["entries"] for place in entry["source"]) + 40


def place(start: int, end: int, page: int | None = None) -> dict[str, Any]:
    return {"page": page, "bbox": None, "start": start, "end": end, "quote": "x" * (end - start)}


def beside(*places: dict[str, Any], code: str = "owner-unknown") -> Beside:
    return LINES.beside(code, cast(Any, list(places)))


def test_in_an_owner_cell_it_is_about_that_action() -> None:
    first, second = MARCH["actions"]
    assert beside(*first["owners_source"]) == Beside(entry=1, item=0)
    assert beside(*second["owners_source"], code="abbreviation-unknown") == Beside(entry=3, item=1)


def test_in_a_line_in_an_item_in_the_list_and_in_the_header() -> None:
    assert beside(*MARCH["entries"][2]["source"]) == Beside(entry=2, item=1)
    assert beside(*MARCH["items"][1]["source"], code="number-repeated") == Beside(item=1)
    assert beside(*MARCH["attendance"][1]["source"]) == Beside()
    assert beside(*MARCH["meeting"]["source"], code="year-inferred") == Beside()


def test_of_two_lines_it_is_about_the_one_that_holds_more_of_it() -> None:
    [before], [after] = MARCH["entries"][0]["source"], MARCH["entries"][1]["source"]
    assert beside(place(before["end"] - 2, after["end"])).entry == 1
    assert beside(place(before["start"], after["start"] + 2)).entry == 0


def test_in_no_line_it_is_about_the_one_before_on_the_same_page() -> None:
    assert beside(place(END, END + 3)) == Beside(entry=3, item=1)
    assert beside(place(END, END + 3, page=2)) == Beside(), "the page before is another page"


def test_a_scanned_page_and_what_has_no_place_are_the_meetings() -> None:
    assert beside(*MARCH["entries"][2]["source"], code="no-text-layer") == Beside()
    assert beside() == beside(place(0, 0)) == Beside()


def test_the_second_place_counts_where_the_first_is_in_no_line() -> None:
    assert beside(place(END, END + 3), *MARCH["entries"][0]["source"]) == Beside(entry=0, item=0)


@given(st.lists(st.tuples(st.integers(0, END), st.integers(0, 30), st.sampled_from([None, 1])), max_size=4))
def test_any_place_is_beside_a_line_that_is_there(some: list[tuple[int, int, int | None]]) -> None:
    found = beside(*(place(start, start + length, page) for start, length, page in some))
    assert found.entry is None or MARCH["entries"][found.entry]["item"] == found.item
    assert found.item is None or found.item < len(MARCH["items"])


@pytest.mark.django_db
def test_a_warning_of_an_owner_is_held_with_the_action_s_line() -> None:
    made = {**MARCH, "warnings": [
        {"code": "abbreviation-unknown", "message": "“XQ” is never explained.",
         "source": MARCH["actions"][1]["owners_source"]},
    ]}  # fmt: skip
    bring(made)
    doubt = the_meeting().warnings.get()
    assert doubt.entry is not None
    assert doubt.entry.actions.get().text == "Bring the survey back"
    assert doubt.item == doubt.entry.item
