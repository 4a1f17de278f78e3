"""Passages: folded text that can always say where it stands."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.minutes import passage as folding
from answerable.core.minutes.document import Line
from answerable.core.minutes.passage import join, passage, places

TEXT = st.text(alphabet="ab eé\u0301-\u00ad\ufffe\u00a0\t.", min_size=1, max_size=40)


def lines_of(text: str) -> list[Line]:
    found, at = [], 0
    for piece in text.split("\n"):
        if piece.strip():
            found.append(Line(at, at + len(piece)))
        at += len(piece) + 1
    return found


def test_lines_are_folded_to_one_text() -> None:
    text = "The PCC  asked\nwhen the\tsuite would open. "
    assert passage(text, lines_of(text)).text == "The PCC asked when the suite would open."


@given(st.lists(st.text(alphabet="ab e\u00e9-\u00a0\t.\x1f", max_size=9), max_size=6), st.data())
def test_folding_at_once_is_folding_line_by_line(pieces: list[str], data: st.DataObject) -> None:
    """Lines that show as they are have a path of their own, which must give the same text and places."""
    glue = data.draw(st.sampled_from(["\n", "\n", " ", "\n\n", ""]))
    text = glue.join(pieces)
    lines, at = [], 0
    for piece in pieces:
        lines.append(Line(at, at + len(piece)))
        at += len(piece) + len(glue)
    fast = passage(text, lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_plain", lambda text, lines: None)
        slow = passage(text, lines)
    assert (fast.text, list(fast.runs)) == (slow.text, list(slow.runs))


def test_a_place_is_quoted_and_boxed_as_a_whole() -> None:
    text = "One line\nand another"
    lines = [Line(0, 8, 1, (10.0, 10.0, 50.0, 20.0)), Line(9, 20, 1, (8.0, 22.0, 60.0, 32.0))]
    [place] = places(text, lines)
    assert place["quote"] == text
    assert place["bbox"] == [8.0, 10.0, 60.0, 32.0]


def test_a_word_that_goes_on_in_the_next_line() -> None:
    text = "a multi\ufffe\nagency plan and an infor\u00ad\nmation desk"
    assert passage(text, lines_of(text)).text == "a multi-agency plan and an information desk"


def test_a_cut_knows_its_places() -> None:
    text = "One sentence.  Another\nsentence here."
    whole = passage(text, lines_of(text))
    second = whole.cut(whole.text.index("Another"))
    assert second.text == "Another sentence here."
    assert [place["quote"] for place in places(text, second.lines())] == ["Another\nsentence here."]


def test_places_part_where_other_text_stands_between() -> None:
    text = "One owner two"
    found = places(text, [Line(0, 3, 1, None), Line(10, 13, 1, None)])
    assert [place["quote"] for place in found] == ["One", "two"]


def test_places_part_at_a_page() -> None:
    text = "One\ntwo"
    assert len(places(text, [Line(0, 3, 1, (0, 0, 9, 9)), Line(4, 7, 2, (0, 0, 9, 9))])) == 2


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_folded_text_is_nfc_without_double_blanks(pieces: list[str]) -> None:
    text = "\n".join(piece.replace("\n", " ") for piece in pieces)
    made = passage(text, lines_of(text))
    assert "  " not in made.text
    assert made.text == made.text.strip()
    assert unicodedata.is_normalized("NFC", made.text) or "\u0301" in made.text


@given(st.lists(TEXT, min_size=1, max_size=4), st.data())
def test_two_cuts_never_share_a_character(pieces: list[str], data: st.DataObject) -> None:
    text = "\n".join(pieces)
    whole = passage(text, lines_of(text))
    blanks = [index for index, character in enumerate(whole.text) if character == " "]
    at = data.draw(st.sampled_from([len(whole.text), *blanks]))
    before, after = whole.cut(0, at), whole.cut(at)
    spans = [(line.start, line.end) for one in (before, after) for line in one.lines()]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@given(st.lists(TEXT, min_size=1, max_size=3))
def test_joined_passages_cover_what_their_parts_do(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    parts = [passage(text, [line]) for line in lines_of(text)]
    parts = [part for part in parts if part]
    if parts:
        joined = join(parts)
        assert [(line.start, line.end) for line in joined.lines()] == [
            (line.start, line.end) for part in parts for line in part.lines()
        ]
