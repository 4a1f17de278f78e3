"""A cheap look before a search hides nothing: whatever a pattern matches, its look lets through.

The texts are made of the patterns' own words, so a word that is added to a pattern and forgotten in its
look is found here.
"""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.minutes import (
    body_attendance,
    cues,
    dates,
    figures,
    markers,
    promises,
    repairs,
    speech,
    times,
    titles,
)
from answerable.core.minutes.due_days import DAY_FORMS
from answerable.core.minutes.due_events import EVENT_FORMS, MEETING_FORMS
from answerable.core.minutes.due_forms import Form, words_of
from answerable.core.minutes.due_intervals import INTERVAL_FORMS
from answerable.core.minutes.due_months import MONTH_FORMS
from answerable.core.minutes.due_years import YEAR_FORMS

Look = Callable[[str], bool]
DUE_FORMS = (*DAY_FORMS, *EVENT_FORMS, *INTERVAL_FORMS, *MEETING_FORMS, *MONTH_FORMS, *YEAR_FORMS)
PRINTED = (
    "3",
    "14th",
    "2024",
    "30/06/2025",
    "2-3",
    "9.30am",
    "22/23",
    "%",
    ",",
    ".",
    "’s",
    "; ",
    " – ",
    ", and ",
    "The",
    "the",
    "a",
)


def of_words(*hints: str) -> Look:
    return lambda text: any(hint in text.lower() for hint in hints)


def of_form(form: Form) -> Look:
    def look(text: str) -> bool:
        words = words_of(text)
        return bool(words & form.words) and (not form.also or bool(words & form.also))

    return look


def of_dates(pattern: re.Pattern[str]) -> Look:
    """Every date that the pattern alone would give is given, by itself or in a longer one."""

    def look(text: str) -> bool:
        found = dates.find_dates(text)
        alone = dates._read(pattern, text)
        return all(any(one.start < other.end and other.start < one.end for other in found) for one in alone)

    return look


LOOKS: list[tuple[str, re.Pattern[str], Look]] = [
    *((form.name, form.pattern, of_form(form)) for form in DUE_FORMS),
    *((kind, pattern, of_words(*words)) for kind, words, pattern in titles._KINDS),
    *((kind, pattern, of_words(*words)) for kind, words, pattern in figures._KINDS),
    ("strong promise", promises._STRONG, of_words(*promises._STRONG_HINTS)),
    ("promise to come", promises._FUTURE, of_words(*promises._FUTURE_HINTS)),
    ("no promise", promises._NOT, of_words(*promises._NOT_HINTS)),
    ("asked later", cues._ASK_LATER, of_words(*cues._ASK_LATER_HINTS)),
    ("header behind", markers._HEADER_BEHIND, lambda text: text.endswith(":")),
    ("provided assurance", speech._PROVIDED, of_words("assurance")),
    ("percent", figures._PERCENT, of_words(*figures._PERCENT_UNITS)),
    ("measure", figures._MEASURE, lambda text: figures._HAS_MEASURE.search(text) is not None),
    ("attendance", body_attendance._TITLE, of_words(*body_attendance._TITLE_HINTS)),
    ("time", times._ONE, lambda text: times._HINT.search(text) is not None),
    (
        "span of time",
        times._RANGE,
        lambda text: times._HINT.search(text) is not None and times._GOES_ON.search(text) is not None,
    ),
    ("action behind", markers._TRAILING_ACTION, of_words("ction")),
    ("owner behind", markers._TRAILING_OWNER_DASH, of_words("ction")),
    *(
        (name, pattern, of_dates(pattern))
        for name, pattern in (
            ("day first", dates._DAY_FIRST),
            ("month first", dates._MONTH_FIRST),
            ("figures", dates._NUMERIC),
            ("ISO", dates._ISO),
            ("month and year", dates._MONTH_YEAR),
        )
    ),
]


def texts_of(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Texts of the words that stand in a pattern, and of figures and marks."""
    plain = re.sub(r"\\[a-zA-Z]|\(\?P<\w+>|\(\?[imsx]*:", " ", pattern.pattern)
    words = sorted(set(re.findall(r"[A-Za-z]+", plain)))
    return st.lists(st.sampled_from([*words, *words, *PRINTED]), max_size=9).map(" ".join)


@pytest.mark.parametrize(("pattern", "look"), [row[1:] for row in LOOKS], ids=[row[0] for row in LOOKS])
@given(data=st.data())
def test_a_look_lets_through_what_its_pattern_matches(
    pattern: re.Pattern[str], look: Look, data: st.DataObject
) -> None:
    text = data.draw(texts_of(pattern))
    if pattern.search(text):
        assert look(text), text


@given(st.text(alphabet="Pages of123/| -F", max_size=20))
def test_no_page_number_is_longer_than_its_look_says(text: str) -> None:
    if repairs._PAGE.fullmatch(text):
        assert len(text) <= repairs.LONGEST_PAGE_NUMBER


@pytest.mark.parametrize("text", ["Page 123 of 123", "page 999/999", "123 | Page", "- 123 -"])
def test_the_longest_page_numbers_are_looked_at(text: str) -> None:
    assert repairs._PAGE.fullmatch(text)
    assert len(text) <= repairs.LONGEST_PAGE_NUMBER
