"""The day on which something was done, where an update says it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions.done import done_on
from answerable.core.actions.life import Mention, kept
from answerable.core.actions.saying import mention

SAID = dt.date(2024, 2, 13)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The table was sent on 26 January.", dt.date(2024, 1, 26)),
        ("Complete. Issued on 1 December 2023 and read by all.", dt.date(2023, 12, 1)),
        ("The note of 5 February was clear.", dt.date(2024, 2, 5)),
        ("All of them have had it since 18 November.", dt.date(2023, 11, 18)),
        ("The audit is dated 20 January 2024. It found nine.", dt.date(2024, 1, 20)),
        ("Received on 9 February, two months later than asked for.", dt.date(2024, 2, 9)),
        ("Held on 13 February.", SAID),
        ("Sent on 14 February.", dt.date(2023, 2, 14)),  # not tomorrow: the last one there was
        ("Sent on 14 February 2024.", None),
        ("Done in January.", None),
        ("A date was due on 3 January and it came later.", None),
        ("It will be published on 1 February.", None),
        ("The pilot is planned to begin on 5 January.", None),
        ("Expected by the end of May; nothing yet.", None),
        ("The first was sent in 2019; the second on 30 January.", dt.date(2024, 1, 30)),
        ("Closed with the others of 1 March 2017.", None),
        ("", None),
    ],
)
def test_the_day_that_an_update_names(text: str, day: dt.date | None) -> None:
    assert done_on(text, SAID) == day


def test_what_was_sent_in_time_and_noted_later_was_kept() -> None:
    promised = Mention(dt.date(2024, 1, 9), "given", 1, dues=(dt.date(2024, 1, 31),))
    said = mention("complete", "Complete. Sent on 26 January.", SAID, 1)
    assert said.done_on == dt.date(2024, 1, 26)
    assert kept([promised, said]) == "kept"
    assert kept([promised, mention("complete", "Complete.", SAID, 1)]) == "kept late"


def test_what_is_still_open_has_no_such_day() -> None:
    assert mention("open", "A draft was sent on 26 January.", SAID, 1).done_on is None


@given(st.text(), st.dates(dt.date(2000, 1, 1), dt.date(2100, 1, 1)))
def test_it_is_never_a_day_to_come(text: str, said: dt.date) -> None:
    found = done_on(f"Sent on 3 May. {text}", said)
    assert found is None or found <= said
