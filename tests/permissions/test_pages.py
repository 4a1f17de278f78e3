"""The manual says of permissions and addresses what the code says."""

from __future__ import annotations

import os

import pytest

from tests.permissions.pages import PAGES, REFERENCE


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_the_table(name: str) -> None:
    """Printed anew with PRINT_PAGES=1 in the environment."""
    page, printed = REFERENCE / name, PAGES[name]()
    if os.environ.get("PRINT_PAGES"):
        page.write_text(printed, "utf-8")
    assert page.read_text("utf-8") == printed
