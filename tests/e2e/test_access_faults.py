"""Faults of accessibility planted in public pages are found; ``make access-faults`` plants all of them.

ACCESS_FAULTS: "all", or the name of one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.template import engines
from jinja2 import BaseLoader, Environment
from playwright.sync_api import Browser, Page, Route

from answerable.components.jinja import PACKAGE
from answerable.public.keeping import shelf
from tests.conftest import CHECKOUT
from tests.e2e.access_faults import FAULTS, IN_CI, STYLE, Fault
from tests.public.site import publish_site
from tools.accessing.looking import HEIGHT, Finding, faults, faults_on_paper

pytestmark = [
    pytest.mark.any_database,
    pytest.mark.needs("chromium"),
    pytest.mark.django_db(transaction=True),
    # an SQLite database in memory is shared with the server's threads, which may not close it
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]

ENOUGH = 25
TABLE = CHECKOUT / "docs" / "how-to" / "look-for-failures-of-accessibility.md"
STYLES = PACKAGE / "components" / "static" / "answerable" / STYLE
ASKED = os.environ.get("ACCESS_FAULTS", "")
CHOSEN = [one for one in FAULTS if ASKED in ("all", one.name) or (not ASKED and one.name in IN_CI)]


def test_there_are_enough_and_each_is_a_thing_of_its_own() -> None:
    assert len({one.name for one in FAULTS}) == len(FAULTS) >= ENOUGH
    assert {one.name for one in FAULTS} >= set(IN_CI)
    table = TABLE.read_text()
    for one in FAULTS:
        assert f"| {one.name} | `{one.rule}` |\n" in table
        assert source(one).count(one.here) == 1, f"{one.name}: stands not once in {one.file}"
        assert one.here != one.gone


def test_each_is_found_and_nothing_without_it(
    browser: Browser, transactional_db: None, live_server: Any
) -> None:
    publish_site()
    context = browser.new_context(bypass_csp=True, viewport={"width": 1280, "height": HEIGHT})
    page = context.new_page()
    before = {one: look(page, live_server.url, *one) for one in {(each.path, each.width) for each in CHOSEN}}
    unseen = {}
    for fault in CHOSEN:
        with planted(fault, page):
            found = look(page, live_server.url, fault.path, fault.width)
        if fault.rule not in {one.rule for one in found}:
            unseen[fault.name] = found
    context.close()
    assert not [one for found in before.values() for one in found]
    assert not unseen


def look(page: Page, site: str, path: str, width: int) -> list[Finding]:
    """What is found on a page at a width, 0 for paper."""
    shelf.clear()
    page.goto(f"{site}/{path}")
    return faults(page, width) if width else faults_on_paper(page)


def source(fault: Fault) -> str:
    return (STYLES if fault.file == STYLE else PACKAGE / fault.file).read_text()


@contextmanager
def planted(fault: Fault, page: Page) -> Iterator[None]:
    """The fault is in what the server answers, until the end of the block."""
    bad = source(fault).replace(fault.here, fault.gone)
    if fault.file == STYLE:

        def answer(route: Route) -> None:
            route.fulfill(body=bad, content_type="text/css")

        page.route("**/answerable*.css", answer)
        yield
        page.unroute("**/answerable*.css")
        return
    env = engines["jinja2"].env  # type: ignore[attr-defined]
    kept = env.loader
    env.loader = Faulty(kept, fault.file, bad)
    yield
    env.loader = kept


class Faulty(BaseLoader):
    """Another text for one template; everything else as it is."""

    def __init__(self, other: BaseLoader, name: str, text: str) -> None:
        self.other, self.name, self.text = other, name, text

    def get_source(self, environment: Environment, template: str) -> Any:
        if template == self.name:
            return self.text, None, lambda: True
        return self.other.get_source(environment, template)
