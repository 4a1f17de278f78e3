"""What a person put right stays right when the file is read again."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.corrections import FIELDS, Correction, lay_over, line_key, unplaced_warnings
from answerable.core.records import check
from tests.records import action, exchange, item, note, record

MINUTES: Any = record(
    "2024-03-12",
    item("1", "Call handling"),
    note("The CC will write to the board."),
    note("The CC will write to the board."),
    exchange("How long do callers wait?", "Nine seconds."),
    action("CC to share the plan", "CC"),
)


def correction(part: str, position: int, field: str, new: object, of: Any = MINUTES) -> Correction:
    lines = [of["meeting"]] if part == "meeting" else of[part]
    return Correction(part, line_key(lines[position]), field, new)


def moved(by: int) -> Any:
    """The same minutes with every place ``by`` characters further on."""
    made = copy.deepcopy(MINUTES)
    for part in ("attendance", "items", "entries", "actions"):
        for line in made[part]:
            for place in line["source"]:
                place["start"] += by
                place["end"] += by
    return made


def test_a_correction_is_laid_over_and_the_record_left_alone() -> None:
    before = copy.deepcopy(MINUTES)
    corrected, unplaced = lay_over(MINUTES, [correction("actions", 0, "owners", ["DCC"])])
    assert corrected["actions"][0]["owners"] == ["DCC"]
    assert unplaced == []
    assert before == MINUTES


def test_of_two_lines_with_the_same_words_the_place_tells_which() -> None:
    corrected, _ = lay_over(MINUTES, [correction("entries", 1, "kind", "question")])
    assert [entry["kind"] for entry in corrected["entries"][:2]] == ["note", "question"]


def test_where_places_moved_the_words_find_the_line() -> None:
    corrected, unplaced = lay_over(moved(400), [correction("actions", 0, "owners", ["DCC"])])
    assert corrected["actions"][0]["owners"] == ["DCC"]
    assert unplaced == []


def test_a_correction_whose_line_is_gone_is_handed_back() -> None:
    lost = Correction("actions", line_key({"text": "Words that nobody said"}), "owners", ["DCC"])
    corrected, unplaced = lay_over(MINUTES, [lost])
    assert corrected == MINUTES
    assert unplaced == [lost]


def test_the_later_of_two_corrections_counts() -> None:
    both = [correction("meeting", 0, "venue", "Fen House"), correction("meeting", 0, "venue", "The Mill")]
    assert lay_over(MINUTES, both)[0]["meeting"]["venue"] == "The Mill"


def test_an_entry_that_is_called_an_action_becomes_one_and_can_be_corrected_as_one() -> None:
    made, _ = lay_over(MINUTES, [correction("entries", 0, "kind", "action")])
    assert [line["entry"] for line in made["actions"]] == [0, 4]
    both = [
        correction("entries", 0, "kind", "action"),
        correction("actions", 0, "owners", ["CC"], of=made),
    ]
    corrected, unplaced = lay_over(MINUTES, both)
    assert corrected["actions"][0]["owners"] == ["CC"]
    assert corrected["actions"][0]["text"] == "The CC will write to the board."
    assert unplaced == []


def test_an_action_that_is_called_a_note_is_none_any_more() -> None:
    corrected, _ = lay_over(MINUTES, [correction("entries", 4, "kind", "note")])
    assert corrected["actions"] == []


def test_a_line_without_a_place_is_known_by_its_words_and_by_its_corrected_ones() -> None:
    first = correction("exchanges", 0, "question", "How long must callers wait?")
    after, _ = lay_over(MINUTES, [first])
    second = correction("exchanges", 0, "stance", "not convinced", of=after)
    corrected, unplaced = lay_over(MINUTES, [first, second])
    assert unplaced == []
    assert corrected["exchanges"][0]["stance"] == "not convinced"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 4), st.sampled_from(["note", "action", "commitment", "decision", "question"])
        ),
        max_size=8,
    )
)
def test_whatever_kinds_a_person_gives_the_record_stays_whole(choices: list[tuple[int, str]]) -> None:
    some = [correction("entries", position, "kind", kind) for position, kind in choices]
    corrected, unplaced = lay_over(MINUTES, some)
    assert unplaced == []
    check(corrected)
    kinds = [entry["kind"] for entry in corrected["entries"]]
    assert sorted(line["entry"] for line in corrected["actions"]) == [
        index for index, kind in enumerate(kinds) if kind == "action"
    ]
    assert lay_over(corrected, some)[0] == corrected


def test_what_says_which_meeting_it_is_cannot_be_corrected() -> None:
    assert not {"date", "forum"} & FIELDS["meeting"]
    assert lay_over(MINUTES, [correction("meeting", 0, "date", "2024-03-13")])[1]


def lost(field: str, old: object, new: object, day: int = 2, part: str = "actions") -> Correction:
    key = line_key({"text": "Words that nobody said"})
    return Correction(part, key, field, new, old, "Robin Ashe", date(2026, 3, day))


def test_a_correction_that_finds_no_line_is_told_with_what_it_said_who_and_when() -> None:
    [told] = unplaced_warnings([lost("owners", ["CC", "PCC"], [])])
    assert told == {
        "code": "correction-unplaced",
        "message": "Robin Ashe corrected owners of an action from “CC, PCC” to “nothing” on 2 March 2026, "
        "and a new reading has no such line.",
        "source": [],
    }


def test_of_corrections_of_one_field_the_latest_is_told() -> None:
    told = unplaced_warnings(
        [
            lost("text", "a", "b"),
            lost("text", "b", "c", day=3),
            lost("start_time", None, "10:30", part="meeting"),
        ]
    )
    assert len(told) == 2
    assert "“b” to “c” on 3 March" in told[0]["message"]
    assert "start time of the meeting" in told[1]["message"]


def test_a_due_is_told_by_its_words() -> None:
    due = [{"text": "in June", "date": "2024-06-30", "precision": "month"}]
    assert "from “nothing” to “in June”" in unplaced_warnings([lost("due", [], due)])[0]["message"]
