"""The same page with its frame in another language, at an address of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import translation
from django.utils.dates import MONTHS, MONTHS_3, WEEKDAYS

from answerable.public.languages import led_on
from tests.core.publication.contents import PATH
from tests.public.given import agenda, meeting, office, taken, topic
from tests.public.test_words import pseudo

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
HOME = "/wyvern-valley"


@pytest.fixture(autouse=True)
def _welsh_too() -> Iterator[None]:
    with override_settings(PUBLIC_OTHER_LANGUAGES=["cy"]):
        yield


def tree(address: str) -> lxml.html.HtmlElement:
    answer = Client().get(address)
    assert answer.status_code == 200
    return lxml.html.document_fromstring(answer.content.decode())


def test_the_frame_is_in_the_language_of_the_address_and_the_record_says_its_own() -> None:
    taken(office(), meeting())
    page = tree(f"/cy/{PATH}")
    assert page.get("lang") == "cy"
    assert page.xpath("//nav[contains(@class, 'pub-sections')]//a")[0].text == "Cyfarfodydd"
    assert page.xpath("//span[@lang='en']")
    assert tree(f"/{PATH}").get("lang") == "en"


def test_the_first_page_can_be_searched_from_in_every_language() -> None:
    taken(office(), meeting())
    for address in (HOME, f"/cy{HOME}"):
        assert tree(address).xpath("//form[@role='search']//input[@name='q']"), address


def test_links_stay_in_the_language_and_assets_are_the_same() -> None:
    taken(office(), meeting())
    page = tree("/cy/wyvern-valley")
    links = [one for one in page.xpath("//a[not(@hreflang)]/@href") if one.startswith("/")]
    assert links
    assert all(one.startswith(("/cy/", "/api")) for one in links)
    assert page.xpath("//link[@rel='stylesheet']/@href") == tree(HOME).xpath(
        "//link[@rel='stylesheet']/@href"
    )


def test_each_page_names_the_other_and_one_address_is_cited() -> None:
    taken(office(), meeting())
    for address in (f"/{PATH}?x=1", f"/cy/{PATH}?x=1"):
        page = tree(address)
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{settings.SITE}/{PATH}"]
        assert page.xpath("//link[@hreflang]/@href") == [
            f"{settings.SITE}/{PATH}", f"{settings.SITE}/cy/{PATH}",
        ]  # fmt: skip
    english, welsh = tree(f"/{PATH}?x=1"), tree(f"/cy/{PATH}?x=1")
    assert english.xpath("//a[@hreflang]/@href") == [f"/cy/{PATH}?x=1"]
    assert welsh.xpath("//a[@hreflang]/@href") == [f"/{PATH}?x=1"]


def test_each_is_kept_by_itself() -> None:
    taken(office())
    first, second = Client().get(HOME), Client().get(f"/cy{HOME}")
    assert first["ETag"] != second["ETag"]
    assert Client().get(f"/cy{HOME}", headers={"If-None-Match": second["ETag"]}).status_code == 304
    assert Client().get(f"/cy{HOME}", headers={"If-None-Match": first["ETag"]}).status_code == 200
    assert not second.cookies


def test_what_is_not_there_says_so_in_that_language() -> None:
    taken(office())
    answer = Client().get("/cy/wyvern-valley/nowhere/2018-01-01")
    assert answer.status_code == 404
    assert b'<html lang="cy"' in answer.content


@pytest.mark.parametrize("address", ["/cy/actions/", "/cy/", "/cy", "/cy/api/v1/", "/cy/api", "/cy/gallery/"])
def test_only_public_pages_for_people_have_another_language(address: str) -> None:
    taken(office())
    assert Client().get(address).status_code == 404


def test_nothing_is_there_where_no_other_language_is_offered() -> None:
    taken(office())
    with override_settings(PUBLIC_OTHER_LANGUAGES=[]):
        assert Client().get("/cy/wyvern-valley").status_code == 404
        assert not tree(HOME).xpath("//*[@hreflang]")


PAGES = (
    "", "/meetings", "/assurance", "/assurance/2022-08-25", "/assurance/2022-08-25/item/2.7",
    "/assurance/2022-08-25/entry/1", "/assurance/2022-08-25/version/1", "/assurance/2022-10-27/agenda",
    "/actions", "/promises", "/promises?state=odd", "/topics", "/topics/custody", "/measures", "/people",
    "/decisions?year=odd", "/areas", "/bodies", "/search?q=custody", "/publications",
    "/scheme", "/data", "/version/1", "/nothing", "/topics/nothing",
)  # fmt: skip


def test_no_page_says_a_word_of_its_own_in_english(tmp_path: Path) -> None:
    parts = [
        office(),
        meeting(),
        agenda("2022-10-27"),
        topic("custody", f"{PATH}#entry-1", f"{PATH}#entry-2"),
    ]
    taken(*parts)
    said = " ".join(_strings([one.read() for one in parts])).lower()
    left = {}
    with override_settings(LOCALE_PATHS=[pseudo(tmp_path)]):
        for address in PAGES:
            answer = Client().get(f"/cy/wyvern-valley{address}")
            words = _unmarked(lxml.html.document_fromstring(answer.content.decode()))
            left[address] = [one for one in words if one.lower() not in said and one.lower() not in OTHERS]
    assert {address: words for address, words in left.items() if words} == {}


OTHERS = frozenset(
    "english cymraeg minutes publish csv json zip sha wyvern valley http localhost pdf kb bytes".split()
)
"""Names that are the same in every language, and the title of the publication."""


DATA = (
    "//script|//code|//*[@class='pub-hash']|//*[contains(@class, 'pub-frozen')]"
    "|//table[contains(@class, 'open-data-files')]//th[@scope='row']"
    "|//table[contains(@class, 'open-data-files')]//a"
)
"""Names of files and fields, and what was frozen field by field: programs know them by these."""


def _unmarked(page: lxml.html.HtmlElement) -> list[str]:
    """Words that no catalogue gave, but for those of data and dates."""
    for one in page.xpath(DATA):
        one.drop_tree()
    spoken = list(page.xpath("//@aria-label|//@title|//@alt"))
    text, before = "\n".join([*page.itertext(), *spoken]), ""
    while text != before:
        before, text = text, re.sub(r"⟦[^⟦⟧]*⟧", "", text)
    with translation.override("cy"):
        days = " ".join(str(one).lower() for names in (MONTHS, MONTHS_3, WEEKDAYS) for one in names.values())
    found = re.findall(r"[^\W\d_]{2,}", re.sub(r"https?://\S+", "", text))
    return [one for one in found if one.lower() not in days]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (one for each in value.values() for one in _strings(each))
    elif isinstance(value, list):
        yield from (one for each in value for one in _strings(each))


def test_addresses_that_others_wrote_are_left_alone() -> None:
    said = '<p>href=&#34;/x&#34;</p><a href="//other.test/">x</a><a href="https://other.test/">y</a>'
    assert led_on(said, "cy") == said
    assert led_on('<form method="get" action="/a">', "cy") == '<form method="get" action="/cy/a">'
