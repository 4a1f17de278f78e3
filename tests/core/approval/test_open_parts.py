"""A record without the parts that somebody may not see."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.approval.open_parts import Closed, without
from answerable.core.records import check
from tests.records import action, commitment, exchange, figure, item, note, record, update


def minutes() -> Any:
    return record(
        "2024-03-12",
        item("1", "Matters arising"),
        update("Done.", "Share the wait", "2024-02", "1", status="complete"),
        item("2", "Call handling"),
        exchange("The PCC asked why.", "The CC said because."),
        action("CC to share the wait", "CC", due="2024-04-30"),
        figure("waits", 12.0),
        item("3", "Search of a warehouse"),
        note("It will be searched."),
        commitment("The CC will search it.", due="2024-05-01"),
    )


def texts(made: Any) -> list[str]:
    return [one["text"] for one in made["entries"]]


def test_an_item_goes_with_all_that_stands_under_it() -> None:
    open_record = without(minutes(), Closed(items={2}))
    assert [one["title"] for one in open_record["items"]] == ["Matters arising", "Call handling"]
    assert not any("search" in text for text in texts(open_record))
    assert open_record["commitments"] == []
    assert len(open_record["actions"]) == 1


def test_a_line_takes_what_was_made_of_it() -> None:
    made = minutes()
    question = texts(made).index("The PCC asked why.")
    open_record = without(made, Closed(entries={question}))
    assert open_record["exchanges"] == []
    assert "The CC said because." in texts(open_record)
    assert open_record["entries"][open_record["actions"][0]["entry"]]["text"] == "CC to share the wait"


def test_indexes_are_those_of_what_is_left() -> None:
    open_record = without(minutes(), Closed(items={0}))
    assert open_record["actions"][0]["item"] == 0
    assert [open_record["entries"][at]["kind"] for at in open_record["exchanges"][0]["entries"]] == [
        "question", "response",
    ]  # fmt: skip


def test_an_update_names_a_printed_item_and_not_an_index() -> None:
    open_record = without(minutes(), Closed(items={2}))
    assert open_record["updates"][0]["item"] == "1"
    assert without(minutes(), Closed(others={"updates": {0}}))["updates"] == []


def test_the_record_itself_stays_whole() -> None:
    made = minutes()
    before = texts(made)
    without(made, Closed(items={0, 1, 2}))
    assert texts(made) == before
    assert not Closed()
    assert Closed(others={"figures": {0}})


@given(st.sets(st.integers(0, 2)), st.sets(st.integers(0, 9)))
def test_what_is_left_is_a_whole_record_without_the_words(items: set[int], entries: set[int]) -> None:
    made = minutes()
    open_record = without(made, Closed(items, entries))
    check(open_record)
    gone = {at for at, one in enumerate(made["entries"]) if one["item"] in items or at in entries}
    assert texts(open_record) == [text for at, text in enumerate(texts(made)) if at not in gone]
