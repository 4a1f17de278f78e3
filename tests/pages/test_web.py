"""What every page uses: values from addresses, pages, cells of a spreadsheet, words."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from django.http import Http404
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from answerable.components import words
from answerable.web.address import Asked, with_values
from answerable.web.csv_file import cell, lines
from answerable.web.paging import Page, page_of

REQUESTS = RequestFactory()


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2018-03-27", dt.date(2018, 3, 27)),
        ("27/3/2018", dt.date(2018, 3, 27)),
        (" 1/12/2018 ", dt.date(2018, 12, 1)),
        ("", None),
    ],
)
def test_days_are_read_as_people_and_browsers_write_them(typed: str, day: dt.date | None) -> None:
    asked = Asked({"from": typed})
    assert asked.date("from", "the first day") == day
    assert not asked.problems


@given(st.text())
def test_whatever_stands_in_an_address_is_a_value_or_a_problem(text: str) -> None:
    asked = Asked({"a": text})
    values = [asked.date("a", "a"), asked.number("a", "a"), asked.choice("a", {"x": "X"}, "a")]
    assert len(asked.problems) + sum(value is not None for value in values) in (0, 3)
    assert asked.text("a") == "" or asked.text("a").isprintable()


def test_one_value_of_an_address_is_changed_and_the_others_stay() -> None:
    request = REQUESTS.get("/actions/?status=open&page=3&text=&owner=a%26b")
    assert with_values(request, page=None) == "?status=open&owner=a%26b"
    assert with_values(request, page=4) == "?status=open&owner=a%26b&page=4"


@given(st.integers(0, 500), st.integers(1, 60))
def test_pages_together_are_the_list(count: int, size: int) -> None:
    everything = list(range(count))
    shown: list[int] = []
    number: int | None = 1
    while number:
        page = page_of(REQUESTS.get(f"/?page={number}"), everything, size)
        assert len(page.rows) <= size
        assert page.last - page.first + 1 == len(page.rows) or not count
        shown += page.rows
        number = number + 1 if page.next else None
    assert shown == everything
    with pytest.raises(Http404):
        page_of(REQUESTS.get(f"/?page={page.count + 1}"), everything, size)


def test_the_links_of_a_long_list_leave_pages_out() -> None:
    page: Page[int] = Page([], 1000, 10, 50, lambda number: f"?page={number}")
    assert [step.number for step in page.steps] == [1, 0, 9, 10, 11, 0, 20]


@given(
    st.lists(
        st.lists(
            st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\0")), min_size=2, max_size=2
        )
    )
)
def test_a_file_is_read_back_as_it_was_written(rows: list[list[str]]) -> None:
    text = "".join(lines(["a", "b"], rows))
    assert text.startswith("\ufeff")
    back = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert back == [["a", "b"], *([cell(value) for value in row] for row in rows)]


def test_dates_and_times_are_written_as_in_a_letter() -> None:
    assert words.date(dt.date(2018, 3, 27)) == "27 March 2018"
    assert words.weekday_date(dt.date(2018, 3, 27)) == "Tuesday 27 March 2018"
    assert words.date(None) == "no date"
    assert [words.time(one) for one in ("10:30", "14:00", "12:00", "00:05", "x", None)] == [
        "10:30am", "2pm", "midday", "12:05am", "x", "",
    ]  # fmt: skip


def test_counts_and_lists_are_written_in_words() -> None:
    assert words.plural(1, "action") == "1 action"
    assert words.plural(1200, "person", "people") == "1,200 people"
    assert words.listed([]) == ""
    assert words.listed(["CC"]) == "CC"
    assert words.listed(["CC", "ACC", "DPCC"]) == "CC, ACC and DPCC"


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (60, "60 days"),
        (61, "2 months"),
        (365, "12 months"),
        (800, "2 years"),
        (1060, "2 years"),
        (1096, "3 years"),
    ],
)
def test_ages_are_as_coarse_as_they_are_useful(days: int, age: str) -> None:
    assert words.age(days) == age


def test_a_long_text_is_cut_at_a_word() -> None:
    assert words.shortened("short", 5) == "short"
    assert words.shortened("one two, three", 10) == "one two…"
    assert words.found_in("title, heading") == "Found in agenda items and headings"
    assert words.found_in("two meetings speak of it") == "two meetings speak of it"


def test_values_of_a_record_are_written_for_people() -> None:
    assert words.as_words(["CC", "ACC"]) == "CC and ACC"
    assert words.as_words([{"date": "2019-06-30", "text": "by June"}]) == "2019-06-30"
    assert words.as_words(None) == "nothing"
    assert words.as_words([]) == "nothing"
