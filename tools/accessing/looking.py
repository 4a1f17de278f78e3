"""What is wrong with a page as it is drawn: axe-core's rules, and what axe does not look for."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

HERE = Path(__file__).resolve().parent
CHECKS, PRINTED = (HERE / "checks.js").read_text(), (HERE / "printed.js").read_text()
WIDTHS = (320, 768, 1280)
"""CSS pixels: a screen of 1280 at 400% zoom, a tablet, a desktop."""
HEIGHT = 900
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OURS = {
    "page-wider-than-screen": "The page scrolls in two directions",
    "text-cut-off": "Words are cut off by their box",
    "duplicate-id": "An id stands twice",
    "skip-link-first": "The first link leads to the main part",
    "link-to-no-place": "A link leads to a place that the page does not have",
    "focus-not-visible": "The keyboard's focus can be seen",
    "moves-without-end": "Something moves and cannot be stopped",
    "hidden-on-paper": "What can be read on the screen is printed",
    "menu-on-paper": "Menus and forms are not printed",
}
"""What is looked for beside axe-core's rules."""


class Finding(NamedTuple):
    """``rule`` is axe-core's name of it, or one of OURS; ``html``: the first that broke it."""

    rule: str
    says: str
    html: str


def faults(page: Page, width: int) -> list[Finding]:
    """Everything that is found on an open page at a width. Nothing is left out."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    told: dict[str, Any] = Axe().run(page, options={"runOnly": TAGS}).response
    axe = [Finding(one["id"], one["help"], one["nodes"][0]["html"][:160]) for one in told["violations"]]
    return [*axe, *_ours(page.evaluate(CHECKS))]


def faults_on_paper(page: Page) -> list[Finding]:
    """What is lost or too much where an open page is printed."""
    page.evaluate(PRINTED, False)
    page.emulate_media(media="print")
    try:
        return _ours(page.evaluate(PRINTED, True))
    finally:
        page.emulate_media(media="screen")


def engine(page: Page) -> str:
    """What looked, with its version: "axe-core 4.10.2"."""
    told = Axe().run(page, options={"runOnly": ["wcag2a"]}).response
    return f"{told['testEngine']['name']} {told['testEngine']['version']}"


def _ours(found: list[list[str]]) -> list[Finding]:
    return [Finding(rule, OURS[rule], html) for rule, html in found]
