"""Whatever a public page links to inside of the public site is there: the page, and the place on it."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from django.test import Client
from lxml import html

from tests.public.given import OFFICE
from tests.public.site import GONE, PAGES, publish_site
from tools.accessing.states import FILE

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ENOUGH = 160  # pages that are followed; the small site has fewer
EXPECTED = {
    f"/{GONE}": 410, f"/{GONE}/version/1": 410, f"/{OFFICE}/nothing/at/all": 404,
    f"/{OFFICE}/meetings?year=1": 400,
}  # fmt: skip
ELSEWHERE = ("/meetings/2019-03-12", f"/{OFFICE}/assurance-meeting")  # what the small site does not publish


def test_every_link_leads_to_a_page_and_its_place() -> None:
    publish_site()
    waiting = [f"/{path}" for path in PAGES]
    ids: dict[str, set[str]] = {}
    places: dict[str, set[tuple[str, str]]] = defaultdict(set)
    lost = []
    while waiting and len(ids) < ENOUGH:
        path = waiting.pop(0)
        if path in ids or FILE.search(path.partition("?")[0]):
            continue
        answer = Client().get(path)
        if answer.status_code != EXPECTED.get(path, 200):
            lost.append((path, answer.status_code))
        tree = html.fromstring(answer.content.decode())
        ids[path] = set(tree.xpath("//@id"))
        for href in tree.xpath("//a/@href"):
            there, place = urldefrag(urljoin(path, href))
            if there.startswith((f"/{OFFICE}/", f"/{OFFICE}?")) and not there.startswith(ELSEWHERE):
                waiting.append(there)
                if place:
                    places[there].add((unquote(place), path))
    missing = {
        f"{there}#{place} on {path}"
        for there, wanted in places.items()
        for place, path in wanted
        if there in ids and place not in ids[there]
    }
    assert not waiting, "raise ENOUGH"
    assert not lost
    assert not missing
