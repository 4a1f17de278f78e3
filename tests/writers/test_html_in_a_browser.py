"""Minutes as a web page in Chromium: accessible, and no wider than a telephone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from answerable.core.minutes.printing import Said, Style, read
from answerable.core.minutes.printing.style import LAYOUTS, Layout
from answerable.writers.html import write_html
from tests.core.printing.meeting import CUSTODY, NEXT, paper

pytestmark = pytest.mark.needs("chromium")
WIDTHS = (1280, 390)
LINES = (
    "The PCC asked why detention times rose. The CC responded that 12% more people were detained.",
    "ACTION: T/DCC to share the new baseline by the end of June.",
    Said(CUSTODY, "Violence", "heading"),
    Said(CUSTODY, "The board is content.", "decision"),
    "• a point of a list",
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_minutes_are_accessible_and_fit(browser: Browser, layout: Layout) -> None:
    sheet = read(paper(*LINES, next_meeting=NEXT), Style(layout, marking="DRAFT")).sheet
    for width in WIDTHS:
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.set_content(write_html(sheet))
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()
