"""Charts as Chromium draws them: no words over one another, none cut off, at every width and on paper."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.conftest import Opened
from tests.e2e.test_pages_in_a_browser import RULES

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

WIDTHS = [1280, 900, 768, 390, 320]
SMALLEST = 9.5  # px of letters as they are seen: 7 pt, for flags on paper; on a phone of 320 px it is 10.5
PAPER = 688  # px: A4 without the margins of the style sheet
DRAWINGS = ".ans-plot svg, .ans-plots svg"

MEASURED = """() => [...document.querySelectorAll(".ans-plot svg, .ans-plots svg")]
  .filter(svg => svg.getClientRects().length)
  .map(svg => {
    const all = svg.getBoundingClientRect(), scale = all.width / svg.viewBox.baseVal.width
    return {
      kind: svg.getAttribute("class"), label: svg.getAttribute("aria-label").slice(0, 40),
      box: [all.left, all.top, all.right, all.bottom],
      words: [...svg.querySelectorAll("text")].map(text => {
        const size = parseFloat(getComputedStyle(text).fontSize), place = text.getBBox()
        const x = all.left + place.x * scale, base = all.top + text.getAttribute("y") * scale
        return {said: text.textContent, seen: size * scale,
                box: [x, base - size * scale * 0.74, x + place.width * scale, base + size * scale * 0.22]}
      })
    }
  })"""
"""Where letters lie: from the top of a capital to the foot of a "g", not the height of the line."""


def _faults(drawing: dict[str, Any]) -> list[str]:
    left, top, right, bottom = drawing["box"]
    words = drawing["words"]
    found = []
    for index, one in enumerate(words):
        a = one["box"]
        if a[0] < left - 1 or a[2] > right + 1 or a[1] < top - 1 or a[3] > bottom + 1:
            found.append(f"{one['said']} is cut off")
        if one["seen"] < SMALLEST:
            found.append(f"{one['said']} is {one['seen']:.1f} px")
        for other in words[index + 1 :]:
            b = other["box"]
            if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]:
                found.append(f"{one['said']} lies over {other['said']}")
    return [f"{drawing['kind']} {drawing['label']}: {fault}" for fault in found]


@pytest.fixture
def gallery(opened: Opened, site: str) -> Any:
    """The gallery in a browser that runs no scripts."""
    page = opened(1280, java_script_enabled=False)
    page.goto(site + "/gallery/")
    return page


def test_no_words_overlap_and_none_are_cut_off(gallery: Any) -> None:
    faults = []
    for width in WIDTHS:
        gallery.set_viewport_size({"width": width, "height": 900})
        drawings = gallery.evaluate(MEASURED)
        kinds = {one["kind"] for one in drawings}
        wide = "ans-plot__wide" if width > 880 else "ans-plot__narrow"
        assert kinds == {wide, "ans-plot__small"}, width
        assert len(drawings) == 14
        faults += [f"{width}: {fault}" for one in drawings for fault in _faults(one)]
        assert gallery.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert not faults


def test_on_paper_the_wide_drawing_is_printed(gallery: Any) -> None:
    gallery.emulate_media(media="print")
    gallery.set_viewport_size({"width": PAPER, "height": 900})
    drawings = gallery.evaluate(MEASURED)
    assert {one["kind"] for one in drawings} == {"ans-plot__wide", "ans-plot__small"}
    assert not [fault for one in drawings for fault in _faults(one)]
    assert gallery.pdf(format="A4").startswith(b"%PDF")


def test_a_screen_reader_hears_each_once(gallery: Any) -> None:
    heard = [one.get_attribute("aria-label") for one in gallery.locator(DRAWINGS).all() if one.is_visible()]
    assert len(heard) == len(set(heard)) == 14
    assert all(heard)


def test_charts_break_no_rule_of_axe(opened: Opened, site: str) -> None:
    page = opened(1280)
    page.goto(site + "/gallery/")
    found = Axe().run(
        page, context={"include": [[".ans-plot"], [".ans-plots"], [".ans-icon"]]}, options=RULES
    )
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found.response["violations"]] == []


def test_every_mark_is_drawn_in_a_colour_that_is_meant(gallery: Any) -> None:
    """What has a class that no rule knows would be black, or nothing."""
    grounds = gallery.evaluate(
        """() => ["ordinary", "better", "worse", "high"].map(kind => getComputedStyle(
             document.querySelector(`.ans-plot__${kind}`)).stroke)"""
    )
    assert len(set(grounds)) == 4
    unpainted = gallery.evaluate(
        """() => [...document.querySelectorAll(".ans-plot path, .ans-plots path, .ans-icon path")]
             .filter(path => {
               const told = getComputedStyle(path)
               return told.fill === "rgb(0, 0, 0)" && told.stroke === "none"
             }).map(path => path.outerHTML.slice(0, 90))"""
    )
    assert unpainted == []
