"""Every kind of public page at ten times the size: the same number of queries, and no more than 15."""

from __future__ import annotations

import pytest
from benching.publication_parts import Record
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.public.keeping import shelf
from answerable.published.models import Line, Snapshot
from tests.public.given import taken

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

FEW, MANY = 1, 10
MOST = 15
OFFICE = "/wyvern-valley"
PAGES = (
    "", "/meetings", "/meetings?year=2006", "/actions", "/actions?state=overdue", "/actions.csv",
    "/actions.json", "/promises", "/promises.csv", "/promises.json", "/topics", "/people", "/search?q=plan",
    "/publications", "/data", "/feeds/meetings.atom", "/feeds/actions.atom",
    "/feeds/publications.atom", "/feeds/search.atom?q=plan", "/feeds/meetings.ics", "/data/popolo.json",
    "/areas", "/bodies", "/decisions", "/measures", "/scheme",
)  # fmt: skip
API = ("meetings", "items", "entries", "exchanges", "actions", "promises", "topics", "people", "publications")


def addresses() -> list[str]:
    """The lists, the API, and of each kind of thing the first."""
    meeting, action, topic, person = (
        Line.objects.filter(kind=kind, gone=False).order_by("pk")[0].path
        for kind in ("meeting", "action", "topic", "person")
    )
    single = (
        meeting, f"{meeting}/item/2.1", f"{meeting}/entry/3", f"{meeting}/version/1",
        f"{meeting}/minutes.akn.xml", f"{meeting}/accountability.json", meeting.rpartition("/")[0], action,
        topic, f"{topic}.csv", f"{topic}.json", person,
    )  # fmt: skip
    return [
        *(OFFICE + one for one in PAGES), *(f"/api/v1/{one}?limit=10" for one in API),
        *(f"/{one}" for one in single),
    ]  # fmt: skip


def publish(meetings: int) -> None:
    record = Record(meetings)
    minutes = list(record.minutes())
    taken(record.office(), *minutes, *record.others())


def counted() -> dict[str, int]:
    return {one: queries_of(one) for one in addresses()}


def queries_of(path: str) -> int:
    shelf.clear()
    with CaptureQueriesContext(connections["published"]) as asked:
        answer = Client().get(path)
        assert answer.status_code == 200, path
        b"".join(answer)
    return len(asked)


def test_ten_times_as_much_takes_as_many_queries() -> None:
    publish(FEW)
    few = counted()
    publish(MANY)
    assert Snapshot.objects.filter(kind="meeting", state="current").count() == MANY
    many = counted()
    assert {path: (few[path], count) for path, count in many.items() if count > few[path]} == {}
    assert {path: count for path, count in many.items() if count > MOST} == {}
