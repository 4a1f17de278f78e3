"""Agenda items as minutes print them: numbers, titles, headings, and what stands under them."""

from __future__ import annotations

import pytest

from answerable.core.minutes.record import MeetingRecord
from tests.core.documents import Piece, Table, bold, heading, item, table
from tests.spec.reading import codes, read


def items(record: MeetingRecord) -> list[tuple[str | None, str]]:
    return [(one["number"], one["title"]) for one in record["items"]]


def under(record: MeetingRecord, words: str) -> tuple[str | None, str | None]:
    """(item number, heading) of the entry that begins with these words."""
    entry = next(one for one in record["entries"] if one["text"].startswith(words))
    number = None if entry["item"] is None else record["items"][entry["item"]]["number"]
    return number, entry["heading"]


def test_a_number_column() -> None:
    rows = table(
        [
            ["1.", bold("Matters arising"), ""],
            ["", "There were none to report on.", ""],
            ["2.", bold("Holding to account"), ""],
            ["2.1", bold("Custody"), ""],
            ["a", bold("Detention times"), ""],
            ["", "The PCC asked why they had risen. The CC said that suites had closed.", ""],
            ["b", bold("Visits"), ""],
            ["3.", bold("AOB"), ""],
        ]
    )
    record = read(rows)
    assert items(record) == [
        ("1", "Matters arising"),
        ("2", "Holding to account"),
        ("2.1", "Custody"),
        ("2.1.a", "Detention times"),
        ("2.1.b", "Visits"),
        ("3", "AOB"),
    ]
    assert [one["label"] for one in record["items"]] == ["1", "2", "2.1", "a", "b", "3"]
    assert [one["level"] for one in record["items"]] == [1, 1, 2, 3, 3, 1]
    assert codes(record) == []


def test_sub_items_inside_a_cell() -> None:
    body: list[str | Piece] = [
        bold("Victims"),
        bold("1. Support services"),
        "The PCC asked about referrals. The CC said that they had risen.",
        bold("Actions arising:"),
        item("1. Referrals to be counted."),
        item("2. The survey to be repeated."),
        bold("2. Witness care"),
        "The unit has moved.",
    ]
    record = read(table([["1.", bold("Matters arising"), ""], ["2.", body, ""]]))
    assert items(record)[1:] == [("2", "Victims"), ("2.1", "Support services"), ("2.2", "Witness care")]
    assert under(record, "The unit") == ("2.2", None)
    assert len(record["actions"]) == 2


def test_numbers_without_a_table() -> None:
    record = read(
        bold("1. Welcome and apologies"),
        "The Chair welcomed members.",
        bold("2. Custody"),
        bold("2.1 Detention times"),
        "They have risen.",
        bold("3. Date of next meeting"),
        "Tuesday 14 April 2026",
    )
    assert items(record) == [
        ("1", "Welcome and apologies"),
        ("2", "Custody"),
        ("2.1", "Detention times"),
        ("3", "Date of next meeting"),
    ]


def test_numbered_paragraphs_of_prose_are_no_items() -> None:
    record = read(
        bold("1. Custody"),
        "1.1 The Deputy Chief Constable reported that detention times had risen by an hour.",
        "1.2 The Commissioner asked whether the nurses had been replaced.",
    )
    assert items(record) == [("1", "Custody")]
    assert [one["text"][:10] for one in record["entries"]] == ["The Deputy", "The Commis"]


def test_headings_are_items_where_nothing_is_numbered() -> None:
    record = read(
        heading("Review of the year"), "It was long.", heading("Looking ahead"), "The plan is out in May."
    )
    assert items(record) == [(None, "Review of the year"), (None, "Looking ahead")]


def test_unnumbered_headings_inside_items() -> None:
    record = read(
        bold("1. Holding to account"),
        bold("Custody"),
        "The PCC asked about custody. The CC said that times had fallen.",
        bold("Rural crime"),
        "The PCC asked about thefts. The ACC said that two men were charged.",
    )
    assert items(record) == [("1", "Holding to account")]
    assert [one["heading"] for one in record["exchanges"]] == ["Custody", "Rural crime"]


def test_headings_without_emphasis_where_none_is_known() -> None:
    rows = table(
        [
            ["1.", "Holding to account", ""],
            ["", "Call handling performance", ""],
            ["", "The PCC asked about calls and how long people waited. The CC said that it was better.", ""],
        ]
    )
    assert under(read(rows), "The PCC") == ("1", "Call handling performance")


def test_a_title_that_runs_in_with_its_paragraph() -> None:
    rows = table(
        [
            [
                "1.",
                "Custody The PCC asked why detention times had risen. The CC said that suites had closed.",
                "",
            ]
        ]
    )
    record = read(rows)
    assert items(record) == [("1", "Custody")]
    assert record["exchanges"][0]["question"] == "The PCC asked why detention times had risen."


def test_a_bold_title_runs_in_with_its_paragraph() -> None:
    record = read(bold("1. Custody"), bold("Nurses The unit has moved to Tarnebury and works at night.", 6))
    assert under(record, "The unit") == ("1", "Nurses")


@pytest.mark.parametrize(
    ("numbers", "code"),
    [
        (("1.", "2.", "4."), "number-out-of-order"),
        (("1.", "3.", "2."), "number-out-of-order"),
        (("1.", "2.", "2."), "number-repeated"),
    ],
)
def test_wrong_numbers_are_kept_and_warned_about(numbers: tuple[str, ...], code: str) -> None:
    titles = ["Matters arising", "Custody", "Estate"]
    record = read(
        *(bold(f"{number} {title}") for number, title in zip(numbers, titles, strict=True)), "Noted."
    )
    assert [one["number"] for one in record["items"]] == [number.rstrip(".") for number in numbers]
    assert code in codes(record)


def test_a_look_alike_number() -> None:
    rows = table(
        [["1.", bold("Holding to account"), ""], ["а", bold("Custody"), ""], ["b", bold("Estate"), ""]]
    )
    record = read(rows)
    assert [one["number"] for one in record["items"]] == ["1", "1.a", "1.b"]
    assert codes(record) == ["homoglyph"]


def test_a_list_of_short_lines_is_no_agenda() -> None:
    body: list[str | Piece] = [
        bold("Priorities"),
        "The CC named three priorities:",
        item("1. Recruitment"),
        item("2. Retention"),
        item("3. Vetting"),
        "The PCC asked which came first. The CC said that it was vetting.",
    ]
    record = read(table([["1.", bold("Matters arising"), ""], ["2.", body, ""]]))
    assert items(record) == [("1", "Matters arising"), ("2", "Priorities")]


def test_kinds_of_items() -> None:
    titles = {
        "Outstanding matters / items brought forward": "matters_arising",
        "Matters arising from the last meeting": "matters_arising",
        "Holding to account": "holding_to_account",
        "HMICFRS update": "inspection",
        "Operational risks": "risk",
        "Chief Constable's update": "executive_update",
        "Any other business": "any_other_business",
        "AOB": "any_other_business",
        "Date of next meeting": "next_meeting",
        "Confirmation of next meeting type / date / time / venue": "next_meeting",
        "Rural crime": "other",
    }
    record = read(*(bold(f"{n}. {title}") for n, title in enumerate(titles, 1)), "Noted.")
    assert [one["kind"] for one in record["items"]] == list(titles.values())


@pytest.mark.parametrize(
    ("line", "judgement"),
    [
        ("Partly assured", "Partly assured"),
        ("Assurance: Not assured", "Not assured"),
        ("Outcome: Assured.", "Assured"),
        ("Level of assurance: Reasonable", "Reasonable"),
        ("The PCC was assured.", None),
    ],
)
def test_a_judgement_that_the_minutes_print(line: str, judgement: str | None) -> None:
    record = read(bold("1. Custody"), "The times were discussed.", line)
    assert record["items"][0]["assurance"] == judgement


def test_an_agenda_printed_before_the_minutes() -> None:
    agenda: Table = table(
        [
            ["Item", "Description", "Lead"],
            ["1", "Welcome", "AM"],
            ["2", "Custody update", "BH"],
            ["3", "Estate strategy", "EF"],
            ["4", "Rural crime", "DN"],
            ["5", "AOB", "AM"],
        ]
    )
    record = read(
        agenda,
        heading("Custody"),
        "Times have fallen.",
        heading("Estate strategy"),
        "The lease ends in June.",
    )
    assert [one["number"] for one in record["items"]] == ["1", "2", "3", "4", "5"]
    assert under(record, "Times have")[0] == "2"
    assert under(record, "The lease")[0] == "3"
    assert record["actions"] == []


def test_minutes_without_an_agenda_say_so() -> None:
    assert "no-agenda" in codes(read("Everybody was there and nothing was said."))


def test_the_next_meeting() -> None:
    record = read(
        bold("1. Custody"),
        "Noted.",
        bold("2. Date of next meeting"),
        "Tuesday 14 April 2026, 10:30am, Old Hall",
    )
    found = record["next_meeting"]
    assert found is not None
    assert (found["date"], found["start_time"]) == ("2026-04-14", "10:30")
