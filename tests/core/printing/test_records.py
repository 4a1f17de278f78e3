"""Records printed: a kind that a person confirmed, what cannot be printed, what parts were taken out of."""

from __future__ import annotations

from copy import deepcopy

import pytest

from answerable.core.minutes.grammar import read_minutes
from answerable.core.minutes.printing import (
    Said,
    Style,
    Unprintable,
    as_document,
    print_minutes,
    read_paper,
)
from answerable.core.minutes.printing.comparing import bare
from answerable.core.minutes.printing.style import LAYOUTS
from answerable.core.minutes.record import EntryKind, MeetingRecord
from answerable.core.minutes.sheet import Sheet, Table, Text
from tests.core.printing.meeting import CUSTODY, paper

layouts = pytest.mark.parametrize("style", [Style(one) for one in LAYOUTS], ids=LAYOUTS)


def record_of(*lines: str) -> MeetingRecord:
    return read_paper(paper(*lines), Style("inline"))


def read_again(sheet: Sheet) -> dict[str, object]:
    return bare(read_minutes(as_document(sheet)))


def leads(sheet: Sheet) -> list[str]:
    pieces = [block for block in sheet.blocks if not isinstance(block, Table)]
    tables = [block for block in sheet.blocks if isinstance(block, Table)]
    cells = [piece for table in tables for row in table.rows for cell in row for piece in cell]
    return [one.lead for one in (*pieces, *cells) if isinstance(one, Text) and one.lead]


@layouts
@pytest.mark.parametrize("kind", ["decision", "update"])
def test_a_kind_that_was_confirmed_is_printed_with_its_word(style: Style, kind: EntryKind) -> None:
    record = record_of("The plan is on the table.")
    record["entries"][0]["kind"] = kind
    sheet = print_minutes(record, style)
    assert any(lead.startswith(kind.capitalize()) for lead in leads(sheet))
    assert read_again(sheet) == bare(record)


@layouts
def test_what_reads_as_it_is_needs_no_word(style: Style) -> None:
    record = record_of("The PCC asked why times rose. The CC responded that staff were short.")
    assert not {"Question:", "Response:"} & set(leads(print_minutes(record, style)))


@layouts
def test_owners_that_stood_in_a_column_are_never_lost(style: Style) -> None:
    given = paper(Said(CUSTODY, "ACTION: The review to be read by others.", owners=("CC", "LCJB")))
    record = read_paper(given, Style("column"))
    assert read_again(print_minutes(record, style)) == bare(record)


def test_what_cannot_be_printed_is_refused_with_its_line() -> None:
    record = record_of("The plan is on the table.")
    record["entries"][0]["speakers"] = ["nobody, in: particular"]
    with pytest.raises(Unprintable, match="“The plan is on the table"):
        print_minutes(record, Style())


def test_a_record_that_parts_were_taken_out_of_is_printed_as_near_as_can_be() -> None:
    record = deepcopy(record_of("The PCC asked why times rose. The CC responded that staff were short."))
    record["entries"][1]["text"] = "It was answered."
    sheet = print_minutes(record, Style(), exact=False)
    assert "staff were short" not in as_document(sheet).text
    assert "It was answered." in as_document(sheet).text
