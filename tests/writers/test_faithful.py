"""What is written reads back as the sheet says, block by block, whatever the sheet."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from answerable.core.minutes.printing import as_document
from answerable.core.minutes.sheet import Sheet
from answerable.readers import read
from answerable.writers.files import write
from tests.writers.sheets import minutes, sheet
from tests.writers.views import furniture, seen

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def assert_same(one: Sheet, key: str) -> None:
    expected = as_document(one, headings=key != "pdf")
    found = read(write(one, key), f"minutes.{key}")
    assert seen(found) == seen(expected)
    assert furniture(expected) - {one.footer} <= furniture(found)


@SLOW
@given(sheet())
def test_any_sheet_reads_back_from_docx(one: Sheet) -> None:
    assert_same(one, "docx")


@SLOW
@given(sheet())
def test_any_sheet_reads_back_from_pdf(one: Sheet) -> None:
    assert_same(one, "pdf")


@pytest.mark.parametrize("key", ["docx", "pdf"])
@pytest.mark.parametrize("items", [1, 2, 12, 25])
def test_minutes_read_back(key: str, items: int) -> None:
    assert_same(minutes(items), key)
