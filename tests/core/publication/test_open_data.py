"""The fields that API and bulk files promise, and the cursor of their pages."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication.open_data.cursor import BadCursor, cursor_after, key_of
from answerable.core.publication.open_data.field import Type, shaped
from answerable.core.publication.open_data.resources import BY_NAME, RESOURCES

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda one: st.lists(one) | st.dictionaries(st.text(), one),
    max_leaves=8,
)


@given(st.integers(0, 2**63 - 1))
def test_a_cursor_leads_back_to_its_row(key: int) -> None:
    assert key_of(cursor_after(key)) == key


@given(st.text())
def test_any_other_word_is_no_cursor(word: str) -> None:
    with suppress(BadCursor):
        assert cursor_after(key_of(word)) == word


@pytest.mark.parametrize(
    "word",
    ["", "1", "8" + "0" * 15, "0" * 15, "0" * 17, "0" * 15 + "A", "0" * 15 + "é", "0" * 16 + "\n", "\x00"],
)
def test_words_that_look_like_one(word: str) -> None:
    with pytest.raises(BadCursor, match="leave it out"):
        key_of(word)


def test_kinds_and_names_are_told_apart() -> None:
    assert len({one.kind for one in RESOURCES}) == len(RESOURCES) == len(BY_NAME)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_every_field_is_named_once_and_says_something(resource: Any) -> None:
    names = [one.name for one in resource.fields]
    assert len(names) == len(set(names))
    for field in resource.fields:
        assert field.says
        assert bool(field.fields) == (field.type in (Type.RECORD, Type.RECORDS)), field.name


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_what_is_missing_is_null_and_what_is_more_is_left_out(resource: Any) -> None:
    told = shaped(resource.fields, {"more": "than was promised"})
    assert list(told) == [one.name for one in resource.fields]
    assert all(value in (None, []) for value in told.values())


@given(st.dictionaries(st.text(), ANYTHING))
def test_shaping_keeps_what_it_shaped(data: dict[str, Any]) -> None:
    fields = BY_NAME["items"].fields
    once = shaped(fields, data)
    assert shaped(fields, once) == once
