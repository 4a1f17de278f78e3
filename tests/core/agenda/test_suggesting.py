"""What to ask because of what was said before: each question rests on one thing in the minutes."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.core.agenda.suggesting import (
    MOST_EARLIER,
    MOST_SUGGESTED,
    Earlier,
    Given,
    Promise,
    line_of,
    suggestions,
)

TODAY = dt.date(2019, 5, 2)
MARCH = dt.date(2019, 3, 12)


def earlier(**more: object) -> Earlier:
    values = {"question": "How long do callers wait?", "answered_by": ["CC"], "answer": "About 20 seconds."}
    return Earlier(MARCH, "Assurance Meeting", "2.1", ["PCC"], **{**values, **more})  # type: ignore[arg-type]


def asked(**more: object) -> list[str]:
    return [one.text for one in suggestions(earlier(**more), TODAY)]


def test_an_answer_is_held_up_again() -> None:
    assert asked() == ["On 12 March 2019 the CC answered: “About 20 seconds.” Is that still so?"]


def test_a_question_without_an_answer_is_asked_again() -> None:
    (text,) = asked(answer="")
    assert text == (
        "On 12 March 2019 this was asked and not answered: “How long do callers wait?” What is the answer?"
    )


def test_a_remark_is_no_question_that_wants_an_answer() -> None:
    assert asked(question="The PCC thanked the custody teams.", answer="") == []
    (text,) = asked(question="The PCC was not yet assured.", answer="", stance="not yet assured")
    assert text.endswith("What has changed since?")


def test_a_promise_whose_day_has_come_is_called_in() -> None:
    (text,) = asked(promises=[Promise("all posts filled by April", ["CC", "DCC"], dt.date(2019, 4, 30))])
    assert text == ("On 12 March 2019 the CC and the DCC promised: “all posts filled by April”. Was it kept?")


def test_one_that_is_still_ahead_is_asked_about() -> None:
    (text,) = asked(promises=[Promise("all posts filled", ["CC"], dt.date(2019, 6, 30))])
    assert text.endswith("Will it be kept by 30 June 2019?")
    assert asked(promises=[Promise("to look at it", [])])[0].endswith("What has come of it?")


def test_actions_are_asked_about_as_they_stand() -> None:
    due = dt.date(2019, 4, 1)
    assert asked(actions=[Given("A-0012", "Share the baseline.", "open", "late", due, late=True)]) == [
        "What has become of A-0012 (“Share the baseline”)? It was due on 1 April 2019."
    ]
    assert asked(actions=[Given("A-0012", "Share it", "reported", "reported")]) == [
        "A-0012 (“Share it”) is reported as done: what shows that it made a difference?"
    ]
    assert (
        "will it be done by 1 April 2019?" in asked(actions=[Given("", "Share it", "open", "open", due)])[0]
    )


def test_one_that_is_closed_is_not_asked_about() -> None:
    assert asked(actions=[Given("A-0012", "Share it", "closed", "closed")])[0].startswith("On 12 March 2019")


def test_where_the_commissioner_was_not_content_it_is_asked_what_changed() -> None:
    (text,) = asked(stance="was not convinced")
    assert text == "On 12 March 2019 the minutes say of the PCC “was not convinced”. What has changed since?"


def test_a_long_answer_is_cut_at_a_word() -> None:
    (text,) = asked(answer="word " * 200)
    assert "word…” Is that" in text
    assert len(text) < 260


SAID = st.tuples(st.dates(dt.date(2015, 1, 1), TODAY), st.sampled_from(["", "Less.", "More."]))


@settings(deadline=None)
@given(st.lists(SAID, max_size=12))
def test_a_line_has_its_newest_exchanges_and_asks_nothing_twice(said: list[tuple[dt.date, str]]) -> None:
    every = [Earlier(day, "F", "", [], "Why?", [], answer) for day, answer in said]
    line = line_of("Calls", [], every, TODAY)
    assert len(line.earlier) == min(len(every), MOST_EARLIER)
    days = sorted((one.on for one in every), reverse=True)
    assert [one.on for one in line.earlier] == days[:MOST_EARLIER]
    texts = [one.text for one in line.suggested]
    assert len(set(texts)) == len(texts) <= MOST_SUGGESTED
    assert all(one.about in line.earlier for one in line.suggested)
