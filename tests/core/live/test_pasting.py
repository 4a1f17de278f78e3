"""What is pasted becomes lines: nothing is lost, none is too long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from answerable.core.live.lines import Typed, read_lines, setting
from answerable.core.live.pasting import LONGEST_LINE, lines_of


def test_a_paragraph_is_a_line() -> None:
    assert lines_of("One.\n\n  Two  words. \r\n\tThree.") == ["One.", "Two words.", "Three."]


def test_what_cannot_be_seen_goes() -> None:
    assert lines_of("a\x00b\u202ec\x0bd") == ["a b c", "d"]


def test_a_huge_paragraph_is_cut_at_sentence_ends() -> None:
    text = "The CC said that callers waited less. " * 3000
    lines = lines_of(text)
    assert len(lines) > 20
    assert all(line.endswith(".") for line in lines)
    assert " ".join(lines) == text.strip()


def test_twenty_thousand_words_are_read() -> None:
    text = "The PCC asked if callers waited less. The CC said that they did, by a minute. " * 1250
    lines = lines_of(text)
    read = read_lines([Typed(line) for line in lines], setting([]))
    assert (
        sum(len(piece["text"].split()) for pieces in read for piece in pieces) == len(text.split()) == 20_000
    )


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=300).map(lambda text: text * 40))
def test_no_word_is_lost_and_no_line_is_too_long(text: str) -> None:
    lines = lines_of(text)
    assert all(0 < len(line) <= LONGEST_LINE for line in lines)
    assert "".join("".join(lines).split()) == "".join("".join(lines_of("".join(lines))).split())
