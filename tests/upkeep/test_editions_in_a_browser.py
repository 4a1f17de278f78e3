"""Both editions as somebody opens them from a USB stick: no server, no network, and a search that finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from answerable.config.editions import BOTH, Wanted, hand_over
from tests import factories as make
from tests.upkeep.rich import rich
from tests.upkeep.test_handover import quiet

pytestmark = [pytest.mark.any_database, pytest.mark.needs("chromium")]


@pytest.fixture
def folder(db: None, tmp_path: Path) -> Path:
    office = rich()
    target = tmp_path / "stick"
    hand_over(office, target, Wanted(BOTH), at=make.NOW, tell=quiet)
    return target


def test_both_open_and_are_searched_without_a_server(folder: Path, browser: Any) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    trouble: list[str] = []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("requestfailed", lambda request: trouble.extend(_asked_by_a_page(request)))
    page.goto((folder / "START-HERE.html").as_uri())
    page.get_by_role("link", name="Public edition").click()
    _accessible(page)
    page.get_by_label("Search the record").fill("hung up")
    page.get_by_role("button", name="Search").click()
    page.locator("#results a").first.wait_for()
    assert (
        "have these words" in page.locator("#said").inner_text()
        or "has these" in page.locator("#said").inner_text()
    )
    _accessible(page)
    page.locator("#results a").first.click()
    assert "hung up" in page.locator("main").inner_text()
    assert page.url.startswith("file://")
    page.goto((folder / "full" / "START-HERE.html").as_uri())
    _accessible(page)
    page.get_by_label("Words, all of which").fill("constructor")
    page.get_by_role("button", name="Search").click()
    page.get_by_text("0 pages have these words.").wait_for()
    page.get_by_label("Words, all of which").fill("hung up")
    page.get_by_role("button", name="Search").click()
    page.locator("#results a").first.click()
    assert "hung up" in page.locator("main").inner_text()
    for file in ("measures.html", "actions-2019.html", "left-out.html"):
        page.goto((folder / "full" / "pages" / file).as_uri())
        _accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
    assert trouble == []


def _asked_by_a_page(request: Any) -> list[str]:
    """Not by axe, which reads style sheets once more, as no page of a folder may."""
    return [] if request.resource_type in ("xhr", "fetch") else [request.url]


def _accessible(page: Any) -> None:
    found = Axe().run(page)
    assert [(one["id"], page.url) for one in found.response["violations"]] == []


def test_without_scripts_everything_is_found_in_lists(folder: Path, browser: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "public" / "START-HERE.html").as_uri())
    page.get_by_role("link", name="Search").click()
    assert page.get_by_text("Without them, look below").is_visible()
    assert not page.locator("#find").is_visible()
    page.get_by_role("link", name="12 March 2019").first.click()
    assert "2019-03-12.html" in page.url
    context.close()
