"""The checks of what is put forward: what they stop at, what they let pass, and that they end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.publication import checks
from answerable.core.publication.checks import CHECKS, Known, Place, TooMuch, check, texts
from answerable.core.publication.checks.finding import quoted
from tests.core.publication.labelled import HOLDERS, LABELLED

KNOWN = Known(HOLDERS)


def codes(text: str, known: Known = KNOWN) -> set[str]:
    return {one.code for one in check([Place("wyvern/a/2018-03-27#entry-1", "text", text)], known)}


@pytest.mark.parametrize("code", [one.code for one in CHECKS])
def test_finds_nine_in_ten_and_is_right_nine_times_in_ten(code: str) -> None:
    wanted = {text for text, labels in LABELLED if code in labels}
    found = {text for text, _ in LABELLED if code in codes(text)}
    assert len(found & wanted) >= 0.9 * len(wanted), sorted(wanted - found)
    assert len(found & wanted) >= 0.9 * len(found), sorted(found - wanted)


def test_a_finding_says_where_what_and_how_to_mend_it() -> None:
    [one] = check([Place("wyvern/a/2018-03-27#entry-4", "text", "Ring 01632 960123 after six.")], KNOWN)
    assert (one.path, one.field) == ("wyvern/a/2018-03-27#entry-4", "text")
    assert one.words == "01632 960123"
    assert one.quote == "Ring 01632 960123 after six."
    assert one.sentence == "This looks like a telephone number."
    assert not one.blocks


def test_a_marking_and_a_number_of_the_state_block() -> None:
    assert {one.code for one in CHECKS if one.blocks} == {"marking", "identity"}


def test_who_has_a_public_post_may_be_named_in_full_and_by_surname() -> None:
    assert codes("Mr Aldermere said so. Duncan Aldermere said so.") == set()
    assert codes("Mr Aldermere said so.", Known()) == {"person"}


def test_every_text_of_a_part_is_looked_at_with_its_address() -> None:
    content = {
        "path": "w/f/2018-03-27",
        "title": "Assurance",
        "date": "2018-03-27",
        "entries": [{"path": "w/f/2018-03-27#entry-1", "kind": "note", "text": "T", "speakers": ["DCC"]}],
        "figures": [{"text": "4 victims", "value": 4.0}],
    }
    found = [(one.path, one.field, one.text) for one in texts(content, "w")]
    assert found == [
        ("w/f/2018-03-27", "title", "Assurance"),
        ("w/f/2018-03-27#entry-1", "text", "T"),
        ("w/f/2018-03-27#entry-1", "speakers", "DCC"),
        ("w/f/2018-03-27", "text", "4 victims"),
    ]


def test_the_same_place_is_said_once() -> None:
    place = Place("p", "text", "Ring 01632 960123.")
    assert len(check([place, place], KNOWN)) == 1


def test_too_much_is_refused_and_not_half_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MOST_LETTERS", 10)
    with pytest.raises(TooMuch):
        check([Place("p", "text", "x" * 11)], KNOWN)


def test_too_many_findings_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "MOST_FINDINGS", 1)
    with pytest.raises(TooMuch):
        check([Place("p", "text", "PC 4471 met PC 4472 and PC 4473.")], KNOWN)


@given(st.text(alphabet="Aa0 .-/@,\nBPCDMr", max_size=400))
def test_any_text_is_looked_at_without_an_error(text: str) -> None:
    for one in check([Place("p", "text", text)], KNOWN):
        assert one.quote.strip()


@pytest.mark.parametrize(
    "piece",
    [
        "a", "A", "0", "1 ", "Aa ", "AB ", "x@", "a.", "PC ", "Mr A", "1 Aa ", "one a ",
        "\n", "\n ", "(", "one man ", "1 men, ", "RESTRICTED ", "Ann B. ",
    ],
)  # fmt: skip
def test_long_texts_end(piece: str) -> None:
    """What grew with a power of the length would not come back from here."""
    assert isinstance(check([Place("p", "text", piece * (60_000 // len(piece)))], KNOWN) or [], list)


def test_a_small_number_after_a_day_is_found_and_after_its_name_is_not() -> None:
    assert codes("Yesterday three women were hurt.") == {"small"}
    assert codes("Of item 3 people asked.") == set()


def test_words_that_somebody_typed_are_looked_at_whatever_their_field() -> None:
    typed = {"successor": "Office of Priya Vennimore", "start_time": "ring 01632 960123"}
    assert {one.field for one in texts(typed, "w")} == {"successor", "start_time"}


def test_a_quote_has_a_little_around_it() -> None:
    assert quoted("a" * 100 + " here " + "b" * 100, 101, 105) == f"…{'a' * 39} here {'b' * 39}…"
