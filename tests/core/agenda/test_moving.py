"""An item moves with all that stands under it, and nothing is lost on the way."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from answerable.core.agenda.moving import moved, without
from answerable.core.agenda.numbering import DEEPEST, numbered, tidied
from answerable.core.refusal import Refusal

AGENDA = [("Matters", 1), ("Phones", 1), ("101", 2), ("999", 2), ("Any other business", 1)]


def as_text(outline: list[tuple[str, int]]) -> list[str]:
    """Each title behind its number."""
    found = numbered([level for _, level in outline], "decimal")
    return [f"{one.number} {title}" for one, (title, _) in zip(found, outline, strict=True)]


def test_up_goes_over_the_whole_item_before() -> None:
    assert as_text(moved(AGENDA, 4, "up")) == [
        "1 Matters", "2 Any other business", "3 Phones", "3.1 101", "3.2 999",
    ]  # fmt: skip


def test_down_takes_along_what_stands_under_it() -> None:
    assert as_text(moved(AGENDA, 1, "down"))[1:] == ["2 Any other business", "3 Phones", "3.1 101", "3.2 999"]


def test_in_is_under_the_item_before() -> None:
    assert as_text(moved(AGENDA, 4, "in"))[1:] == ["2 Phones", "2.1 101", "2.2 999", "2.3 Any other business"]


def test_out_leaves_the_others_where_they_belong() -> None:
    assert as_text(moved(AGENDA, 2, "out"))[1:] == ["2 Phones", "2.1 999", "3 101", "4 Any other business"]


@pytest.mark.parametrize(
    ("at", "way", "why"),
    [
        (0, "up", "the first where it stands"),
        (2, "up", "the first where it stands"),
        (3, "down", "the last where it stands"),
        (4, "down", "the last where it stands"),
        (0, "in", "no item before this one"),
        (2, "in", "no item before this one"),
        (1, "out", "stands under no other"),
        (1, "sideways", "up, down, in or out"),
    ],
)
def test_where_it_cannot_go_it_is_said_why(at: int, way: str, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        moved(AGENDA, at, way)


def test_no_deeper_than_three() -> None:
    with pytest.raises(Refusal, match="3 levels"):
        moved([("A", 1), ("B", 2), ("C", 3), ("D", 3)], 3, "in")


def test_what_stands_under_an_item_goes_with_it() -> None:
    assert without(AGENDA, 1) == ([AGENDA[0], AGENDA[4]], ["Phones", "101", "999"])


OUTLINES = st.lists(st.integers(1, 4), min_size=1, max_size=12).map(
    lambda levels: list(enumerate(tidied(levels)))
)


@settings(deadline=None)
@given(OUTLINES, st.data(), st.sampled_from(["up", "down", "in", "out"]))
def test_nothing_is_lost_and_the_outline_stays_one(
    outline: list[tuple[int, int]], data: st.DataObject, way: str
) -> None:
    at = data.draw(st.integers(0, len(outline) - 1))
    try:
        after = moved(outline, at, way)
    except Refusal:
        assume(False)
    assert sorted(one for one, _ in after) == sorted(one for one, _ in outline)
    levels = [level for _, level in after]
    assert levels == tidied(levels)
    assert max(levels) <= DEEPEST
    back = {"up": "down", "down": "up", "in": "out"}.get(way)
    if back in ("up", "down"):
        assert moved(after, [one for one, _ in after].index(outline[at][0]), back) == outline
