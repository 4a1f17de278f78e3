"""The page of hostile files says what the tests show."""

from __future__ import annotations

from tests.hostile import table


def test_the_page_is_the_one_that_is_made() -> None:
    assert table.PAGE.read_text("utf-8") == table.page()
