"""Every decision to publish, and that anybody can check it from its pages alone."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from django.test import Client

from answerable.meetings.models import Meeting
from answerable.published.models import Publication
from tests import factories as make
from tests import publish
from tests.public.test_minutes import main, tree

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ALL = "/wyvern-valley/publications"


def held() -> Meeting:
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited less.")
    publish.published("minutes", meeting, title="Minutes of 27 March 2018")
    return meeting


def test_all_are_listed_the_newest_first() -> None:
    held()
    said = main(ALL.lstrip("/"))
    assert "2 publications" in said
    assert said.index("Minutes of 27 March 2018 published") < said.index("office published")


def test_a_stranger_checks_hashes_and_the_chain() -> None:
    held()
    header = Client().get(f"{ALL}/2/header").content
    said = json.loads(header)
    page = main(f"{ALL}/2".lstrip("/"))
    assert sha256(header).hexdigest() in page
    assert said["before"] == sha256(Client().get(f"{ALL}/1/header").content).hexdigest()
    for place, part in enumerate(said["parts"], start=1):
        content = Client().get(f"{ALL}/2/parts/{place}").content
        assert sha256(content).hexdigest() == part["sha256"]
        assert part["sha256"] in page


def test_names_capacities_and_nobody() -> None:
    held()
    said = main(f"{ALL}/2".lstrip("/"))
    assert "put forward by policy officer, decided by commissioner" in said
    assert "Petra Forward" not in said
    assert "Dara Decides" not in said


def test_steps_lead_from_one_to_the_next() -> None:
    held()
    assert f"{ALL}/1" in tree(f"{ALL}/2".lstrip("/")).xpath("//nav[@class='ans-steps']//a/@href")


@pytest.mark.parametrize(
    "rest", ["/0", "/99", "/99999999999999999999", "/2/parts/0", "/2/parts/99", "/99/header"]
)
def test_what_was_never_decided_is_not_there(rest: str) -> None:
    held()
    assert Client().get(ALL + rest).status_code == 404


def test_a_page_beyond_the_last_is_not_there() -> None:
    held()
    assert "shorter" in main(f"{ALL}?page=9".lstrip("/"), 404)
    assert Publication.objects.count() == 2
