"""Pages about the site: what they promise, and that the site keeps it."""

from __future__ import annotations

import datetime as dt
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.conf import settings
from django.test import Client

from answerable.components.words import date
from answerable.public.about import views
from tests import factories as make
from tests import publish
from tests.public.given import meeting, office, taken

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FEWEST_STATES = 200
NAMES = ("about", "accessibility", "privacy", "cookies", "licence", "formats")


def said(name: str) -> str:
    answer = Client().get(f"/wyvern-valley/{name}")
    assert answer.status_code == 200
    main = lxml.html.document_fromstring(answer.content.decode()).get_element_by_id("main-content")
    return " ".join(main.text_content().split())


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_there_for_an_office_that_is_public_and_sets_no_cookie(name: str) -> None:
    path = f"/wyvern-valley/{name}"
    assert Client().get(path).status_code == 404
    taken(office())
    answer = Client().get(path)
    assert answer.status_code == 200
    assert not answer.cookies
    assert "set-cookie" not in {key.lower() for key in answer.headers}
    tree = lxml.html.document_fromstring(answer.content.decode())
    assert len(tree.xpath("//h1")) == 1
    levels = [int(one.tag[1]) for one in tree.xpath("//h1|//h2|//h3|//h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    outside = [one for one in tree.xpath("//@src") if "://" in one]
    assert outside == []


@pytest.mark.parametrize("name", NAMES)
def test_nobody_can_write_to_them(name: str) -> None:
    taken(office())
    assert Client().post(f"/wyvern-valley/{name}").status_code == 405


def test_about_says_who_is_held_to_account_and_how_to_cite() -> None:
    taken(office())
    words = said("about")
    assert "Wyvern Valley commissioner’s office holds Wyvern Valley Police to account" in words
    assert f"{settings.SITE}/wyvern-valley/assurance/2022-08-25/item/2.7" in words
    assert "[left out: personal data]" in words


def test_the_example_of_a_citation_is_an_item_that_can_be_read() -> None:
    taken(office(), meeting())
    address = re.search(rf"item (\S+)\. {settings.SITE}(/\S+/item/(\S+)) ", said("about"))
    assert address and address[1] == address[3]
    assert Client().get(address[2]).status_code == 200


@pytest.mark.parametrize(
    ("day", "told"), [("2001-05-06", "ended on 6 May 2001"), ("2999-05-06", "ends on 6 May 2999")]
)
def test_an_office_that_ends_says_who_goes_on(day: str, told: str) -> None:
    taken(office(ends_on=day, successor="The Mayor of Wyvern Valley"))
    words = said("about")
    assert told in words
    assert "The Mayor of Wyvern Valley goes on with it." in words


def test_what_the_office_typed_is_where_people_look_for_it() -> None:
    typed = make.office()
    typed.contact = {"email": "office@wyvern-valley.example", "post": "1 Castle Street\nWyvern",
                     "data_protection": "Write to the data protection officer."}  # fmt: skip
    typed.save()
    publish.published("office")
    for name in ("about", "accessibility", "formats"):
        assert "office@wyvern-valley.example" in said(name)
    assert "Write to the data protection officer." in said("privacy")


def test_a_way_to_reach_the_office_is_no_markup() -> None:
    taken(office(contact={"post": "<script>x</script>", "complaints": "<b>Write</b>"}))
    answer = Client().get("/wyvern-valley/about").content.decode()
    assert "<script>x" not in answer
    assert "<b>Write" not in answer


def test_the_statement_is_made_from_what_the_tests_found(monkeypatch: pytest.MonkeyPatch) -> None:
    found = {
        "on": "2026-11-20", "version": "7.0", "engine": "axe-core 4.10", "pages": 1204, "states": 2408,
        "widths": ["320", "768", "1280"],
        "findings": [{"rule": "color-contrast", "says": "Text has enough contrast.", "states": 3}],
    }  # fmt: skip
    monkeypatch.setattr(views, "results", lambda: found)
    taken(office())
    words = said("accessibility")
    assert "prepared on 20 November 2026" in words
    assert "axe-core 4.10 was run in Chromium on 2,408 states of 1,204 pages" in words
    assert "widths of 320, 768 and 1280 pixels" in words
    assert "It found 1 kind of failure" in words
    assert "Found in 3 states." in words
    for part in ("Enforcement procedure", "Compliance status", "Non-accessible content", "Feedback"):
        assert part in words


def test_a_statement_without_results_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "results", lambda: {"on": None, "widths": [], "states": 0, "findings": []})
    taken(office())
    assert "has not been tested as a whole yet" in said("accessibility")


def test_the_kept_results_are_whole() -> None:
    kept: dict[str, Any] = json.loads(Path(views.__file__).with_name("accessibility.json").read_text())
    assert kept["page_states"] >= FEWEST_STATES
    assert kept["widths"] == ["320", "768", "1280"]
    assert kept["states"] == kept["page_states"] * len(kept["widths"])
    assert kept["version"] == settings.PROGRAM_VERSION, "make access"
    taken(office())
    words = said("accessibility")
    assert (
        f"{kept['engine']} was run in Chromium on {kept['states']} states of {kept['pages']} pages" in words
    )
    assert f"prepared on {date(dt.date.fromisoformat(kept['on']))} from" in words
    for one in kept["findings"]:
        assert one["says"] in words


def test_the_cookies_page_tells_the_truth() -> None:
    """Every public address that this test can reach, in one go with one browser: nothing is ever set."""
    taken(office(), meeting())
    browser = Client()
    for path in (
        "",
        "/cookies",
        "/feeds/meetings.atom",
        "/feeds/meetings.ics",
        "/assurance/2022-08-25",
        "/no",
    ):
        browser.get(f"/wyvern-valley{path}")
    assert not browser.cookies
