"""Every public page says which part of the site it belongs to."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests import publish
from tests.public.test_minutes import tree

pytestmark = pytest.mark.django_db

PARTS = {
    "meetings": "Meetings",
    "assurance-meeting": "Meetings",
    "assurance-meeting/2018-03-27": "Meetings",
    "assurance-meeting/2018-03-27/item/1": "Meetings",
    "actions": "Actions",
    "promises": "Actions",
    "people": "People",
    "posts/police-and-crime-commissioner": "People",
    "search": "Search",
}


def test_it_is_marked_in_the_sections() -> None:
    make.tenure(
        "Rhoda Fenn", "Police and Crime Commissioner", "2016-05-12", abbreviation="PCC", side="office"
    )
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited.")
    publish.published("minutes", meeting)
    publish.published("register")
    publish.published("people")
    for address, name in PARTS.items():
        page = tree(f"wyvern-valley/{address}")
        assert page.xpath("//nav[@aria-label='Sections']//a[@aria-current]/text()") == [name], address
    assert not tree("wyvern-valley").xpath("//nav[@aria-label='Sections']//a[@aria-current]")
