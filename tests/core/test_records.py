"""A meeting record that somebody else wrote: taken whole, or refused with the key that is wrong."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.records import RecordError, check, fingerprint
from tests.records import action, exchange, figure, item, note, record, update, warning

WHOLE = record(
    "2024-03-12",
    item("1", "Call handling"),
    note("The board met."),
    exchange("How long do callers wait?", "Nine seconds."),
    action("CC to share the plan", "CC", due="2024-04-30"),
    update("Done", "CC to share the plan", "2024-02", "1", "complete"),
    figure("Answered in ten seconds", 91.5),
    warning("owner-missing", "An action has no owner."),
)


def changed(path: str, value: Any) -> dict[str, Any]:
    """WHOLE with the value at a path such as ``actions.0.text`` replaced."""
    made = copy.deepcopy(WHOLE)
    *way, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    inner: Any = made
    for key in way:
        inner = inner[key]
    inner[last] = value
    return made


def test_a_whole_record_is_taken() -> None:
    assert check(copy.deepcopy(WHOLE)) == WHOLE


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("format", "minutes/2", 'format is not "meeting-record/1"'),
        ("meeting.date", "12 March 2024", "meeting.date is not a date (2018-03-27)"),
        ("meeting.date", "20240312", "meeting.date is not a date (2018-03-27)"),
        ("meeting.start_time", "9am", "meeting.start_time is not a time of day (14:30)"),
        ("actions.0.text", None, "actions[0].text is not text"),
        ("actions.0.due.0.date", "May", "actions[0].due[0].date is not a date (2018-03-27)"),
        ("actions.0.entry", 99, "actions[0].entry points to entry 99, and there are 6"),
        ("entries.0.item", 4, "entries[0].item points to item 4, and there are 1"),
        ("entries.0.kind", "joke", "entries[0].kind is none of heading, note, question, response, action"),
        ("entries.0.source.0.start", -1, "entries[0].source[0].start is not a number from 0"),
        ("entries.0.text", "a\0b", "entries[0].text has a character that no text may have (U+0000)"),
        ("entries.0.text", "\ud83d", "entries[0].text has half of a surrogate pair"),
        ("exchanges.0.entries", [1, 6], "exchanges[0].entries points past the last of 6 entries"),
        ("updates.0.meeting", "February", "updates[0].meeting is not a month (2018-03)"),
        ("figures.0.value", float("nan"), "figures[0].value is not a number"),
        ("figures.0.approximate", 1, "figures[0].approximate is not true or false"),
        ("attendance", {}, "attendance is not a list"),
        ("attendance.0", "Reeve", "attendance[0] is not an object"),
        ("meeting.mo\nod", "cheerful", 'meeting."mo\\nod" is a key that no meeting record has'),
        ("meeting.mood", "cheerful", "meeting.mood is a key that no meeting record has"),
    ],
)
def test_what_is_wrong_is_named(path: str, value: Any, sentence: str) -> None:
    with pytest.raises(RecordError) as refused:
        check(changed(path, value))
    assert str(refused.value).startswith(sentence)


def test_a_key_that_is_left_out_is_named() -> None:
    made = copy.deepcopy(WHOLE)
    del made["actions"][0]["owners"]
    with pytest.raises(RecordError, match=r"actions\[0\]\.owners is left out; say null, or an empty list"):
        check(made)


@pytest.mark.parametrize("value", [None, 3, "record", [], [WHOLE]])
def test_what_is_no_object_is_no_record(value: Any) -> None:
    with pytest.raises(RecordError, match="the record is not a JSON object"):
        check(value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=5,
)


def _paths(value: Any, path: str = "") -> list[str]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [path] if path else []
    for key, one in inner:
        found += _paths(one, f"{path}.{key}" if path else str(key))
    return found


@given(st.sampled_from(_paths(WHOLE)), JSON)
def test_whatever_stands_anywhere_is_taken_or_refused_in_one_sentence(path: str, value: Any) -> None:
    sentence = ""
    try:
        check(changed(path, value))
    except RecordError as refused:
        sentence = str(refused)
    assert "\n" not in sentence


def test_equal_records_have_one_fingerprint_and_others_another() -> None:
    again = json.loads(json.dumps(WHOLE))
    assert fingerprint(again) == fingerprint(check(copy.deepcopy(WHOLE)))
    assert fingerprint(check(changed("entries.0.text", "The board met again."))) != fingerprint(again)
