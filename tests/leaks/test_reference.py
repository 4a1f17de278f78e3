"""The manual says of leaks what the tests try."""

from __future__ import annotations

import os

from tests.leaks.pages import PAGE, page


def test_the_page_is_what_the_tests_try() -> None:
    """Printed anew with PRINT_PAGES=1 in the environment."""
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(page(), "utf-8")
    assert PAGE.read_text("utf-8") == page()
