"""What is restricted with a part of the minutes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.permissions.spreading import (
    Span,
    is_restricted,
    items_below,
    places_again,
    spans,
    touch,
)


def place(start: int | None, end: int | None) -> dict[str, int | None]:
    return {"start": start, "end": end}


def test_an_item_takes_those_under_it() -> None:
    assert items_below([1, 2, 3, 2, 1, 2], {1}) == {1, 2}
    assert items_below([1, 2, 3, 2, 1, 2], {0}) == {0, 1, 2, 3}
    assert items_below([1, 1, 1], {1}) == {1}
    assert items_below([1, 2, 2], set()) == set()


@given(st.lists(st.integers(1, 4), max_size=12), st.sets(st.integers(0, 11)))
def test_more_marks_never_open_anything(levels: list[int], marked: set[int]) -> None:
    found = items_below(levels, marked)
    assert marked & set(range(len(levels))) <= found
    for one in marked:
        assert items_below(levels, marked - {one}) <= found


def test_a_row_goes_with_the_words_that_it_was_made_of() -> None:
    closed = [Span(10, 20)]

    def hidden(*places: dict[str, int | None], under: bool = False, item: bool = False) -> bool:
        return is_restricted(under=under, places=places, closed=closed, item_has_closed=item)

    assert hidden(place(19, 25))
    assert not hidden(place(20, 25))
    assert not hidden(place(0, 10))
    assert hidden(place(30, 40), under=True)


def test_what_cannot_say_where_it_stands_goes_with_its_item() -> None:
    assert is_restricted(under=False, places=[], closed=[Span(1, 2)], item_has_closed=True)
    assert is_restricted(under=False, places=[place(None, None)], closed=[], item_has_closed=True)
    assert not is_restricted(under=False, places=[], closed=[], item_has_closed=False)


def test_a_line_is_found_again_by_its_place_or_by_any_of_its_characters() -> None:
    new = [[place(0, 10)], [place(10, 30)], [place(30, 50)]]
    assert places_again([[place(10, 30)]], new) == [[1]]
    assert places_again([[place(5, 12)]], new) == [[0, 1]]
    assert places_again([[place(90, 99)]], new) == [[]]
    assert places_again([[]], new) == [[]]


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=6),
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=6),
)
def test_two_that_share_a_character_touch(some: list[tuple[int, int]], others: list[tuple[int, int]]) -> None:
    one = spans(place(start, start + length) for start, length in some)
    two = spans(place(start, start + length) for start, length in others)
    shared = {n for span in one for n in range(*span)} & {n for span in two for n in range(*span)}
    assert touch(one, two) == bool(shared)
