"""Two versions of minutes, entry by entry."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.approval.comparing import Change, compare, counted, word_changes

ITEMS = [{"number": "1", "title": "Welcome"}, {"number": "2", "title": "Answering the telephone"}]


def minutes(*texts: str, item: int = 0, kind: str = "note", speakers: tuple[str, ...] = ()) -> Any:
    entries = [{"item": item, "kind": kind, "text": text, "speakers": list(speakers)} for text in texts]
    return {"items": ITEMS, "entries": entries}


def told(changes: list[Change]) -> list[tuple[str, str]]:
    return [(one.what, " ".join(words.text for words in one.words)) for one in changes]


FIRST = "The PCC asked how long callers wait."
SECOND = "The CC said two minutes, and less by May."
THIRD = "ACTION: DCC to show it by hour."


def test_nothing_changed() -> None:
    assert {one.what for one in compare(minutes(FIRST, SECOND), minutes(FIRST, SECOND))} == {"same"}


def test_one_is_added_where_it_stands() -> None:
    assert told(compare(minutes(FIRST, THIRD), minutes(FIRST, SECOND, THIRD))) == [
        ("same", FIRST), ("added", SECOND), ("same", THIRD),
    ]  # fmt: skip


def test_what_was_left_out_is_shown_where_it_stood() -> None:
    assert told(compare(minutes(FIRST, SECOND, THIRD), minutes(FIRST, THIRD))) == [
        ("same", FIRST), ("left out", SECOND), ("same", THIRD),
    ]  # fmt: skip
    assert told(compare(minutes(FIRST, SECOND), minutes(SECOND)))[0] == ("left out", FIRST)


def test_changed_words_are_marked() -> None:
    change = compare(minutes(SECOND), minutes("The CC said three minutes, and less by May."))[0]
    assert change.what == "changed"
    assert [tuple(one) for one in change.words] == [
        ("same", "The CC said"), ("out", "two"), ("in", "three"), ("same", "minutes, and less by May."),
    ]  # fmt: skip


def test_other_words_are_another_entry() -> None:
    assert sorted(one.what for one in compare(minutes(FIRST), minutes(THIRD))) == ["added", "left out"]


def test_a_line_that_was_moved() -> None:
    changes = compare(minutes(FIRST, SECOND, THIRD), minutes(SECOND, THIRD, FIRST))
    assert [(one.what, one.old, one.new) for one in changes] == [
        ("same", 1, 0), ("same", 2, 1), ("moved", 0, 2),
    ]  # fmt: skip


def test_another_item_kind_and_speaker_are_said() -> None:
    old, new = minutes(FIRST, speakers=("PCC",)), minutes(FIRST, item=1, kind="question", speakers=("DPCC",))
    (change,) = compare(old, new)
    assert change.what == "changed"
    assert change.said == ("from item 1 to item 2", "note became question", "said by DPCC, before by PCC")


def test_they_are_counted() -> None:
    found = counted(compare(minutes(FIRST, SECOND), minutes(SECOND, THIRD)))
    assert found == {"added": 1, "left out": 1, "changed": 0, "moved": 0, "same": 1}


def test_a_long_meeting_is_compared_at_once() -> None:
    texts = [f"Line {n} says what was said of subject {n * 7} then." for n in range(300)]
    other = [text.replace("said", "told") if n % 3 == 0 else text for n, text in enumerate(texts)]
    assert counted(compare(minutes(*texts), minutes(*other)))["changed"] == 100


lines = st.lists(st.sampled_from([FIRST, SECOND, THIRD, "", "The CC said so.", "Nothing."]), max_size=8)


@given(lines, lines)
def test_every_entry_of_both_stands_there_once(old: list[str], new: list[str]) -> None:
    changes = compare(minutes(*old), minutes(*new))
    assert sorted(one.old for one in changes if one.old is not None) == list(range(len(old)))
    assert [one.new for one in changes if one.new is not None] == list(range(len(new)))
    for one in changes:
        assert (one.old is None) == (one.what == "added")
        assert (one.new is None) == (one.what == "left out")


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_word_of_either_text_is_lost(old: str, new: str) -> None:
    words = word_changes(old, new)
    assert " ".join(one.text for one in words if one.how != "in").split() == old.split()
    assert " ".join(one.text for one in words if one.how != "out").split() == new.split()
