"""Look at the public pages of a running site with axe-core, for the accessibility statement.

    make run                                   in one window
    make access SITE=http://localhost:8000     in another

Each state is looked at in three widths, of which 320 pixels are a desktop at 400% zoom, and once on paper. No
rule is switched off and nothing on a page is left out: what is found is printed, and stands in the statement.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.accessing.looking import WIDTHS, Finding, engine, faults, faults_on_paper  # noqa: E402
from tools.accessing.states import State, states_of  # noqa: E402  the checkout is put on the path first

RESULTS = ROOT / "src/answerable/public/about/accessibility.json"
OUR_FAULT = 500
CHROMIUM = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
UNFOLD = "() => document.querySelectorAll('details').forEach(one => { one.open = true })"
PAPER = "on paper"


class Looked(NamedTuple):
    """How many states in how many widths, what was found in how many of them (without its HTML), by what."""

    times: int
    found: Counter[Finding]
    engine: str


def looked_at(page: Page, site: str, states: Iterable[State]) -> Looked:
    """Look at some states, one after another."""
    looked, found = 0, Counter[Finding]()
    for state in states:
        page.goto(site + state.path)
        if state.unfolded:
            page.evaluate(UNFOLD)
        for width in WIDTHS:
            found.update(_said(state, f"at {width}", faults(page, width)))
            looked += 1
        found.update(_said(state, PAPER, faults_on_paper(page)))
        if looked % 60 == 0:
            print(f"{looked} looked at, {len(found)} kinds of failure", flush=True)
    return Looked(looked, found, engine(page))


def in_a_browser(chromium: str, site: str, states: list[State]) -> Looked:
    """The same in a browser of its own, past the page's policy: it lets no script in, axe-core's neither."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=CHROMIUM)
        told = looked_at(browser.new_page(bypass_csp=True), site, states)
        browser.close()
    return told


def in_browsers(chromium: str, site: str, states: list[State], jobs: int) -> Looked:
    """In so many browsers at once: every one of them has some of each kind of page."""
    if jobs == 1:
        return in_a_browser(chromium, site, states)
    with ProcessPoolExecutor(jobs) as pool:
        parts = [pool.submit(in_a_browser, chromium, site, states[place::jobs]) for place in range(jobs)]
        told = [part.result() for part in parts]
    found = sum((one.found for one in told), Counter[Finding]())
    return Looked(sum(one.times for one in told), found, told[0].engine)


def _said(state: State, where: str, findings: Iterable[Finding]) -> set[Finding]:
    """The kinds of failure of a state; each is printed with the HTML that it was found in."""
    told = list(findings)
    for one in told:
        print(f"{state.name} {where}: {one.rule}: {one.html}", file=sys.stderr, flush=True)
    return {one._replace(html="") for one in told}


def main() -> int:
    parser = argparse.ArgumentParser(description="axe-core over the public pages of a running site")
    parser.add_argument("--site", required=True)
    parser.add_argument(
        "--office", action="append", required=True, help="its name in addresses; again for more"
    )
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--jobs", type=int, default=1, help="browsers at once")
    parser.add_argument("--states", type=int, help="look at no more than so many, and write nothing")
    options = parser.parse_args()
    site = options.site.rstrip("/")
    states = states_of(site, options.office)[: options.states]
    print(f"{len(states)} states", flush=True)
    if broken := [one.name for one in states if one.status >= OUR_FAULT]:
        print(f"These pages fail: {', '.join(broken)}", file=sys.stderr)
        return 1
    told = in_browsers(options.chromium, site, states, options.jobs)
    if options.states is None:
        RESULTS.write_text(json.dumps(_results(states, told), indent=2) + "\n")
    print(f"{told.times} looked at: {len(states)} states, {len(told.found)} kinds of failure")
    return 1 if told.found else 0


def _results(states: list[State], told: Looked) -> dict[str, Any]:
    """What the statement prints: see ``public.about.results``."""
    return {
        "on": dt.datetime.now(dt.UTC).date().isoformat(),
        "version": version("answerable"),
        "engine": told.engine,
        "pages": len({one.path for one in states}),
        "page_states": len(states),
        "states": told.times,
        "widths": [str(one) for one in WIDTHS],
        "findings": [
            {"rule": one.rule, "says": one.says, "states": times} for one, times in sorted(told.found.items())
        ],
    }


if __name__ == "__main__":
    sys.exit(main())
