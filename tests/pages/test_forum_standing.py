"""What every agenda of a forum has is typed, a line to an item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from answerable.agendas.models import StandingItem
from answerable.agendas.operations.standing import NewStanding, as_typed, from_lines
from answerable.audit.models import Event
from answerable.meetings.models import Forum
from tests import cycle
from tests import factories as make

Get = Callable[..., Any]
TYPED = (
    "Apologies\nMatters arising\nHolding to account\n  Performance\n  Risks\nAny other business\nNext meeting"
)


@pytest.fixture
def board(db: None) -> Forum:
    return make.forum("Assurance Meeting")


def save(post: Get, forum: Forum, items: str, status: int = 200, **more: str) -> Any:
    return post(f"/meetings/forums/{forum.pk}/standing", status, items=items, **more)


def held(forum: Forum) -> list[tuple[str, str, int]]:
    return list(forum.standing_items.values_list("title", "kind", "level"))


def test_each_line_is_an_item_and_the_grammar_knows_its_kind(board: Forum, post: Get) -> None:
    page = save(post, board, TYPED)
    assert "Saved." in page.main
    assert held(board) == [
        ("Apologies", "other", 1),
        ("Matters arising", "matters_arising", 1),
        ("Holding to account", "holding_to_account", 1),
        ("Performance", "holding_to_account", 2),
        ("Risks", "risk", 2),
        ("Any other business", "any_other_business", 1),
        ("Next meeting", "next_meeting", 1),
    ]
    assert Event.objects.filter(operation="agendas.set_standing").count() == 1


def test_they_are_shown_as_they_were_typed(board: Forum, get: Get, post: Get) -> None:
    save(post, board, TYPED)
    page = get(f"/meetings/forums/{board.pk}/standing")
    assert page.tree.xpath("//textarea")[0].text.strip("\r\n") == TYPED
    assert "Matters arising: what is open comes back here" in page.main
    assert "Apologies" in get(f"/meetings/forums/{board.pk}/").main


def test_what_is_left_out_is_gone_and_nothing_changed_is_said(board: Forum, post: Get) -> None:
    cycle.standing(board, "Old item", "Any other business")
    save(post, board, "Any other business")
    assert [one[0] for one in held(board)] == ["Any other business"]
    assert "Nothing was changed" in save(post, board, "\n Any other business \n\n").main


def test_all_of_them_can_be_taken_off(board: Forum, post: Get) -> None:
    cycle.standing(board, "Old item")
    save(post, board, "")
    assert held(board) == []


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ("x" * 201, "to 200 letters: it is the title of an item."),
        ("\n".join(f"Item {number}" for number in range(61)), "Keep to 60 standing items: these are 61."),
    ],
)
def test_too_much_is_refused_and_kept(items: str, sentence: str, board: Forum, post: Get) -> None:
    page = save(post, board, items)
    assert sentence in page.main
    assert page.tree.xpath("//textarea")[0].text.strip() == items
    assert held(board) == []


def test_two_people_choose_with_both_texts(board: Forum, get: Get, post: Get) -> None:
    seen = get(f"/meetings/forums/{board.pk}/standing").tree.xpath("//input[@name='seen']/@value")[0]
    save(post, board, "Theirs")
    page = save(post, board, "Mine", 409, seen=seen)
    assert "“Theirs” became “Mine”" in page.main
    assert [one[0] for one in held(board)] == ["Theirs"]


def test_hostile_text_is_text(board: Forum, get: Get, post: Get) -> None:
    save(post, board, "<script>alert(1)</script>")
    page = get(f"/meetings/forums/{board.pk}/")
    assert not page.tree.xpath("//li/script")
    assert "<script>alert(1)</script>" in page.main


TITLES = ["Apologies", "Matters arising", "a", "101 and 999", "Risks: what, if", "- not a bullet", "é"]
LINES = st.lists(st.tuples(st.sampled_from(TITLES), st.integers(1, 3)), max_size=12)


@settings(deadline=None)
@given(LINES)
def test_what_is_shown_is_read_as_the_same(lines: list[tuple[str, int]]) -> None:
    items: list[NewStanding] = []
    for title, level in lines:
        items.append(NewStanding(title, min(level, (items[-1].level if items else 0) + 1)))
    rows = [StandingItem(title=one.title, level=one.level) for one in items]
    assert from_lines(as_typed(rows)) == items


@settings(deadline=None)
@given(st.text("ab \t\n\r\x00é-", max_size=60))
def test_whatever_is_typed_is_items_in_steps(text: str) -> None:
    levels = [one.level for one in from_lines(text)]
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))
    assert all(one.title.isprintable() and one.title.strip() for one in from_lines(text))
