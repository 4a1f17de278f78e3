"""When a response is due, what it lacks, and what becomes of recommendations."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.inspections import chains, states
from answerable.core.inspections.duty import response_due, standing
from answerable.core.inspections.pasted import LONGEST, MOST, Pasted, problem_with, recommendations_in
from answerable.core.inspections.response import Point, Response, addressed, lacks, response_sheet
from answerable.core.minutes.sheet import Heading, Text

PUBLISHED = dt.date(2026, 3, 20)
DAYS = st.dates(dt.date(1996, 1, 1), dt.date(2200, 1, 1))


def count_days(published: dt.date) -> dt.date:
    """The last of 56 days, counted one by one, the day of publication being the first."""
    day, counted = published, 1
    while counted < 56:
        day = dt.date.fromordinal(day.toordinal() + 1)
        counted += 1
    return day


@given(DAYS)
def test_the_last_day_is_the_56th_counted_one_by_one(published: dt.date) -> None:
    assert response_due(published) == count_days(published)


@pytest.mark.parametrize(
    ("published", "due"),
    [
        ("2026-03-20", "2026-05-14"),
        ("2024-01-05", "2024-02-29"),
        ("2023-01-05", "2023-03-01"),
        ("2026-11-06", "2026-12-31"),
    ],
)
def test_examples(published: str, due: str) -> None:
    assert response_due(dt.date.fromisoformat(published)) == dt.date.fromisoformat(due)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        ("2026-03-20", "in 55 days"),
        ("2026-05-12", "in 2 days"),
        ("2026-05-13", "tomorrow"),
        ("2026-05-14", "today"),
        ("2026-05-15", "1 day late"),
        ("2026-05-17", "3 days late"),
    ],
)
def test_how_it_stands_in_words(today: str, said: str) -> None:
    assert standing(PUBLISHED, dt.date.fromisoformat(today)).in_words == said


@pytest.mark.parametrize(
    ("responded", "said"),
    [("2026-05-14", "published in time"), ("2026-05-15", "published 1 day late")],
)
def test_how_it_stood(responded: str, said: str) -> None:
    later = dt.date(2027, 1, 1)
    assert standing(PUBLISHED, later, dt.date.fromisoformat(responded)).in_words == said


def test_what_does_not_concern_us_is_never_late() -> None:
    assert standing(PUBLISHED, dt.date(2030, 1, 1), concerns_us=False).in_words == "not needed"


@given(DAYS, DAYS)
def test_it_is_late_just_when_the_56_days_are_over(published: dt.date, today: dt.date) -> None:
    found = standing(published, today)
    assert (found.state == "late") == (today > count_days(published))
    assert found.days >= 0


def test_a_numbered_list() -> None:
    found = recommendations_in("1. By June, answer sooner.\n2. Write to\n   callers who waited.\n")
    assert found == [
        Pasted("recommendation", "1", "By June, answer sooner."),
        Pasted("recommendation", "2", "Write to callers who waited."),
    ]


def test_kinds_as_headings_and_before_a_number() -> None:
    pasted = """Causes of concern
    1. Calls are lost.
    Areas for improvement
    1. Tell callers how long.
    AFI 2: Train the handlers.
    Recommendation 3 – Say what a call costs."""
    assert recommendations_in(pasted) == [
        Pasted("concern", "C1", "Calls are lost."),
        Pasted("improvement", "A1", "Tell callers how long."),
        Pasted("improvement", "A2", "Train the handlers."),
        Pasted("recommendation", "R3", "Say what a call costs."),
    ]


def test_numbers_of_one_kind_stay_as_printed() -> None:
    found = recommendations_in("Recommendation 4: First.\nRecommendation 5.1: Second.")
    assert [one.number for one in found] == ["4", "5.1"]


def test_what_has_no_number_is_counted_on_past_those_that_are_taken() -> None:
    found = recommendations_in("• Answer sooner.\n• Ring back.", "improvement", there={"1", "3"})
    assert [(one.number, one.kind) for one in found] == [("2", "improvement"), ("4", "improvement")]


def test_without_marks_each_line_is_one() -> None:
    assert [one.text for one in recommendations_in("Answer sooner.\n\nRing back.")] == [
        "Answer sooner.",
        "Ring back.",
    ]


@pytest.mark.parametrize(
    "words", ["Recommendations should be met by June.", "1 in 5 calls is lost: mend it."]
)
def test_a_sentence_that_begins_like_one_is_left_whole(words: str) -> None:
    assert [one.text for one in recommendations_in(words)] == [words]


@given(st.text())
def test_no_text_breaks_it_and_no_number_is_empty(text: str) -> None:
    for one in recommendations_in(text):
        assert one.number
        assert one.text == " ".join(one.text.split())


@given(st.lists(st.from_regex(r"[A-Z][a-z]{3,9} the callers sooner", fullmatch=True), min_size=1, max_size=9))
def test_a_printed_list_is_read_as_it_was(texts: list[str]) -> None:
    printed = "\n".join(f"{number}. {text}" for number, text in enumerate(texts, 1))
    assert [(one.number, one.text) for one in recommendations_in(printed)] == [
        (str(number), text) for number, text in enumerate(texts, 1)
    ]


@pytest.mark.parametrize(
    ("found", "there", "problem"),
    [
        ([], [], "Write at least one recommendation, or paste a list of them."),
        ([Pasted("concern", "2", "x")], ["2"], "Number 2 stands twice in this report"),
        ([Pasted("concern", "1", "x" * (LONGEST + 1))], [], f"Shorten number 1 to {LONGEST} letters"),
        ([Pasted("concern", "9" * 50, "x")], [], "Shorten the number “99999999999999999999…”"),
        ([Pasted("concern", "x", "x")], list(map(str, range(MOST))), f"can have {MOST} recommendations"),
    ],
)
def test_what_cannot_be_put_in(found: list[Pasted], there: list[str], problem: str) -> None:
    assert problem in problem_with(found, there)


def test_what_can_is_not_refused() -> None:
    assert problem_with([Pasted("concern", "1", "x")], ["2"]) == ""


def test_every_state_is_known_and_each_can_be_left() -> None:
    for step in states.STEPS:
        assert step.to in states.STATES
        assert step.begins <= set(states.STATES)
        assert step.side in get_args(states.Side)
    left = {begin for step in states.STEPS for begin in step.begins}
    assert left == set(states.STATES) - {"superseded"}


def test_the_force_says_done_and_the_office_closes() -> None:
    assert [one.key for one in states.steps_from("open", "force")] == ["done"]
    assert [one.key for one in states.steps_from("open", "office")] == ["close", "refuse"]
    assert "closed" not in {one.to for one in states.STEPS if one.side == "force"}


@pytest.mark.parametrize(
    ("key", "side", "state", "why", "said"),
    [
        ("close", "office", "done", "Seen in the dip sample", ""),
        ("close", "office", "done", " ", "Say what was seen, or who closed it."),
        ("close", "force", "done", "x", "Choose from the list"),
        ("close", "office", "closed", "x", "It is already closed: look at the page again."),
        ("done", "force", "done", "x", "It is already done, says the force: look at the page again."),
        ("done", "force", "superseded", "x", "It is superseded"),
        ("close", "office", "open", "x" * 3000, "Make it shorter"),
    ],
)
def test_a_step_is_refused_with_its_reason(
    key: str, side: states.Side, state: str, why: str, said: str
) -> None:
    problem = states.why_not(key, side, state, why)
    assert said in problem if said else problem == ""


@given(
    st.dictionaries(st.integers(1, 8), st.integers(1, 8) | st.none()), st.integers(1, 8), st.integers(1, 8)
)
def test_no_link_that_is_allowed_makes_a_circle(links: dict[int, int | None], old: int, new: int) -> None:
    made: dict[int, int | None] = {}
    for one, other in [*links.items(), (old, new)]:
        if other is not None and not chains.why_not(one, other, made):
            made[one] = other
    for key in made:
        assert key not in chains.onward(key, made)
        assert made.get(chains.onward(key, made)[-1]) is None  # it ends somewhere


def test_a_chain_is_followed_to_its_end() -> None:
    assert chains.onward("local", {"local": "national", "national": "newer"}) == ["national", "newer"]
    assert "own place" in chains.why_not("a", "a", {})
    assert "circle" in chains.why_not("newer", "local", {"local": "national", "national": "newer"})


def response(**values: object) -> Response:
    base = Response(
        "Answering calls", "HMICFRS", "20 March 2026", "14 May 2026", "OPCC",
        "Commissioner", "Chief Constable",
        points=[Point("Recommendation 1", "Answer sooner."), Point("Recommendation 2", "x", instead="new")],
    )  # fmt: skip
    return type(base)(**{**{name: getattr(base, name) for name in base.__slots__}, **values})


def test_what_a_response_lacks_is_said() -> None:
    found = lacks(response())
    assert [(one.about, one.what, one.required) for one in found] == [
        ("", "the Commissioner’s comments", True),
        ("", "the Chief Constable’s comments", False),
        ("Recommendation 1", "what is or will be done, or why not", True),
        ("Recommendation 1", "the Commissioner’s comment", False),
        ("Recommendation 1", "the Chief Constable’s comment", False),
    ]
    assert addressed(response()) == (0, 1)


def test_a_whole_response_lacks_nothing() -> None:
    point = Point("Recommendation 1", "Answer sooner.", force="f", office="o", done="d")
    whole = response(points=[point], force_comment="f", office_comment="o")
    assert lacks(whole) == []
    assert addressed(whole) == (1, 1)


def test_the_sheet_says_all_of_it_and_what_is_missing() -> None:
    point = Point(
        "Recommendation 1", "Answer sooner.", force="We will.", office="We welcome it.",
        done="Two more posts.\nBy May.", owner="Assistant Chief Constable", due="30 June 2026",
    )  # fmt: skip
    sheet = response_sheet(response(points=[point], office_comment="A fair report."))
    assert sheet.title == "Response to Answering calls"
    assert sheet.marking == "DRAFT – not published"
    said = [f"{one.lead} {one.text}".strip() for one in sheet.blocks if isinstance(one, Text)]
    for line in (
        "To be published by: 14 May 2026", "A fair report.", "No comment was submitted.", "Answer sooner.",
        "Owner: Assistant Chief Constable", "Due: 30 June 2026", "Chief Constable: We will.",
        "Commissioner: We welcome it.", "What is or will be done, or why not: Two more posts.", "By May.",
    ):  # fmt: skip
        assert line in said
    assert Heading("Recommendation 1", 2) in sheet.blocks
    assert response_sheet(response(responded="1 May 2026")).marking == ""


def test_what_was_said_of_one_that_was_superseded_since_stays_in_the_response() -> None:
    said = Point("Recommendation 1", "Answer sooner.", done="Two more posts.", instead="Recommendation 4")
    sheet = response_sheet(response(points=[said], office_comment="Fair.", responded="1 May 2026"))
    printed = [f"{one.lead} {one.text}".strip() for one in sheet.blocks if isinstance(one, Text)]
    assert "What is or will be done, or why not: Two more posts." in printed
    assert "Superseded by: Recommendation 4" in printed
    assert not any(line.startswith("Commissioner:") for line in printed), "nothing is missing of it"
