"""One thing by its permanent address, publications, offices; and how much is asked of the store."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.publication.open_data.resources import BY_NAME
from tests import open_data

pytestmark = pytest.mark.django_db
BASE = "/api/v1"
MOST_QUERIES = 15


@pytest.fixture(autouse=True)
def world(db: None) -> None:
    open_data.world()


def at(path: str, status: int = 200, **more: Any) -> Any:
    answer = Client().get(f"{BASE}/at", {"path": path, **more})
    assert answer.status_code == status, answer.content
    return answer.json()


def test_a_meeting_is_a_line_and_a_snapshot() -> None:
    told = at(open_data.PATH)
    assert told["line"]["kind"] == "meeting"
    assert told["snapshot"]["state"] == "current"
    assert told["snapshot"]["publication"]["title"] == "Minutes of March"
    assert told["snapshot"]["content"]["entries"][0]["text"] == "Line 1."


def test_a_place_on_its_page_is_a_line() -> None:
    told = at(f"{open_data.PATH}#entry-2")
    assert told["line"]["data"]["text"] == "Line 2."
    assert told["snapshot"] is None


def test_a_version_that_was_replaced_says_by_what() -> None:
    open_data.take(open_data.meeting(title="Mended"), title="Minutes of March, mended", doing="correct")
    old = at(open_data.PATH, version=1)["snapshot"]
    assert (old["version"], old["state"]) == (1, "replaced")
    assert old["ended_by"]["title"] == "Minutes of March, mended"
    assert at(open_data.PATH)["snapshot"]["version"] == 2
    at(open_data.PATH, 404, version=3)
    at(open_data.PATH, 422, version=0)


def test_what_was_withdrawn_says_when_and_why() -> None:
    open_data.take(doing="withdraw", withdrawn=(open_data.PATH,), note="A name stood in it.")
    told = at(open_data.PATH, 410)
    assert told["detail"] == "What was published here was withdrawn. 2019-05-02: A name stood in it."
    assert at(f"{open_data.PATH}#entry-1", 410)["status"] == 410


def test_what_never_was_is_not_there() -> None:
    assert at("wyvern-valley/nothing", 404)["detail"] == "Nothing was ever published at this address."


def test_a_publication_can_be_checked() -> None:
    told = Client().get(f"{BASE}/publications/wyvern-valley/2").json()
    assert sha256(told["header"].encode()).hexdigest() == told["hash"]
    (part,) = told["parts"]
    assert part["sha256"] == json.loads(told["header"])["parts"][0]["sha256"]
    rows = Client().get(f"{BASE}/publications").json()["rows"]
    assert [one["number"] for one in rows] == [1, 2, 3, 4, 5]
    (office,) = Client().get(f"{BASE}/offices").json()["rows"]
    assert office["name"] == "Wyvern Valley"


def asked(path: str) -> int:
    """How many questions a fresh answer asks of the store; of the record it asks none."""
    with CaptureQueriesContext(connections[settings.PUBLIC_READS]) as queries:
        assert Client().get(path).status_code == 200, path
    return len(queries)


def test_it_asks_as_much_of_a_large_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("answerable.public.keeping.shelf.get", lambda path: None)
    paths = [f"{BASE}/{name}?limit=200" for name in (*BY_NAME, "lines", "publications")]
    paths += [f"{BASE}/offices", f"{BASE}/at?path={open_data.PATH}", "/wyvern-valley/data", "/api"]
    paths += [f"{BASE}/publications/wyvern-valley/2", f"{BASE}/actions?state=open&owner=DCC&text=share"]

    def refuse(*args: object) -> None:
        raise AssertionError("the working record was asked")

    with connections["default"].execute_wrapper(refuse):
        before = {path: asked(path) for path in paths}
    for month in range(1, 10):
        open_data.take(open_data.meeting(f"2018-0{month}-06"), open_data.action(f"A-1{month:03}"))
    assert {path: asked(path) for path in paths} == before
    assert max(before.values()) <= MOST_QUERIES, before
