"""What converters do to minutes, and how each damage is read: repaired or left, always warned about."""

from __future__ import annotations

from itertools import pairwise

from answerable.core.minutes.grammar import read_minutes
from tests.core.documents import bold, document, item, table
from tests.spec.reading import FRONT, codes, number_of, read

SENTENCES = [
    "The PCC asked why detention times at the Tarnebury suite had risen by an hour since the autumn.",
    "The CC responded that two of the four nurses had left and that agency cover had not always come.",
    "The PCC asked whether prisoners had been taken to the Estmoor suite instead, and how many of them.",
    "The DCC said that 48 had been moved in three months, and that the drive takes forty minutes each way.",
    "The PCC asked when the vacancies would be filled and what would be done about cover until then.",
    "The DCC said that interviews were held last week and that the hospital has lent one nurse until June.",
]


def test_a_page_printed_in_one_cell_and_again_in_slices() -> None:
    rows = [
        ["1.", "Custody", ""],
        ["", " ".join(SENTENCES), ""],
        *(["", one, ""] for one in SENTENCES),
        ["2.", "AOB", ""],
    ]
    record = read(table(rows))
    assert len(record["exchanges"]) == 3
    assert "duplicate-text" in codes(record)


def test_slices_that_are_cut_keep_the_fullest_copy_in_order() -> None:
    cut = [
        SENTENCES[0],
        SENTENCES[1],
        SENTENCES[2][:60],
        SENTENCES[1],
        SENTENCES[2],
        SENTENCES[3],
        SENTENCES[3],
        SENTENCES[4],
    ]
    rows = [["1.", "Custody", ""], *(["", one, ""] for one in cut)]
    texts = [one["text"] for one in read(table(rows))["entries"]]
    assert texts == [SENTENCES[0], SENTENCES[1], SENTENCES[2], SENTENCES[3], SENTENCES[4]]


def test_owners_are_never_dropped_as_copies() -> None:
    rows = [["1.", "Custody", "ACTION"], *(["", f"Action: {one}", "DCC"] for one in SENTENCES[:3])]
    assert [one["owners"] for one in read(table(rows))["actions"]] == [["DCC"]] * 3


def test_the_same_words_a_year_apart_are_no_damage() -> None:
    record = read(
        bold("1. Custody"), *SENTENCES, bold("2. Estate"), "The lease ends in June and will be renewed."
    )
    assert "duplicate-text" not in codes(record)


def test_references_in_the_same_words_are_no_damage() -> None:
    lines = [
        "Action arising from the December 2025 meeting: Agenda item 2.1: Custody",
        "DCC to publish the plan.",
        "Update: Published.",
        "Action arising from the December 2025 meeting: Agenda item 2.3: Estate",
        "CEx to write to the landlord.",
        "Update: Written.",
    ]
    record = read(bold("1. Matters arising"), *lines)
    assert "duplicate-text" not in codes(record)
    assert [one["item"] for one in record["updates"]] == ["2.1", "2.3"]


def test_a_clipped_marker_is_still_an_action() -> None:
    record = read(bold("1. Custody"), "ON- PCC wants a discussion of the plan in 3 months.")
    assert [one["text"] for one in record["actions"]] == ["PCC wants a discussion of the plan in 3 months."]
    assert "damaged-text" in codes(record)


def test_a_false_column_boundary_is_marked_not_guessed() -> None:
    rows = table(
        [
            ["and to", "ting times have risen since autumn and nobody can say quite why that is."],
            ["some of", "the nurses have left and the agency has not sent anybody for three weeks."],
            ["askeo r", "esponse is due in June, when the hospital has promised to lend us a nurse."],
        ]
    )
    record = read(bold("1. Custody"), rows)
    assert codes(record).count("damaged-text") == 3
    assert "ting times" in " ".join(one["text"] for one in record["entries"])


def test_page_numbers_inside_the_text_are_furniture() -> None:
    rows = table(
        [
            ["1.", "Custody", ""],
            ["", "The suite at Tarnebury was closed for repairs and will", ""],
            ["Page 3", "", ""],
            ["", "most likely open again in June.", ""],
        ]
    )
    record = read(rows)
    assert [one["text"] for one in record["entries"]] == [
        "The suite at Tarnebury was closed for repairs and will most likely open again in June."
    ]
    assert "Page 3" in [one["text"] for one in record["furniture"]]


def test_a_bullet_in_a_cell_of_its_own() -> None:
    rows = table(
        [
            ["1.", "Custody", ""],
            ["•", "Two suites have closed for repairs.", ""],
            ["•", "One has opened.", ""],
        ]
    )
    assert [one["text"] for one in read(rows)["entries"]] == [
        "Two suites have closed for repairs.",
        "One has opened.",
    ]


def test_a_row_cut_by_a_page_goes_on() -> None:
    rows = table(
        [
            ["1.", "Custody", ""],
            ["", "The PCC asked when the suite would", ""],
            ["", "open. The CC said that it would be June.", ""],
        ]
    )
    record = read(rows)
    assert record["exchanges"][0]["question"] == "The PCC asked when the suite would open."
    assert len(record["entries"][0]["source"]) == 1


def test_owners_broken_over_rows() -> None:
    rows = table(
        [
            ["1.", "Custody", "ACTION"],
            ["", "Actions arising:", ""],
            ["", item("1. Figures to be shared."), "1.ACC 2.ACC"],
            ["", item("2. An update to be brought back."), "3.DPC"],
            ["", item("3. Custody to form part of the monthly meeting."), "C/ACC"],
        ]
    )
    assert [one["owners"] for one in read(rows)["actions"]] == [["ACC"], ["ACC"], ["DPCC", "ACC"]]


def test_nothing_is_lost_and_nothing_overlaps() -> None:
    """The contract of the record, on damage: every character is covered, entries and items never overlap."""
    rows = [
        ["1.", "Custody", "ACTION"],
        ["", " ".join(SENTENCES), "сс"],
        *(["", one, ""] for one in SENTENCES),
        ["Page 3", "", ""],
    ]
    made = document(*FRONT, table(rows))
    record = read_minutes(made)
    own = [place for part in (record["items"], record["entries"]) for one in part for place in one["source"]]
    spans = sorted((place["start"], place["end"]) for place in own)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(made.text[place["start"] : place["end"]] == place["quote"] for place in own)
    assert number_of(record, 0) == "1"
