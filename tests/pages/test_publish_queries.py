"""The pages of publication ask as many questions of the database however much there is."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from answerable.publishing.models import Publication
from tests import factories as make
from tests import publish
from tests.papers_sent import paper
from tests.publishing_pages import board, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MOST = 15
MOST_BUILDING = 60
"""Of a page for which minutes are built as they would be published now, and rolled back."""
BUILDS = ("meeting", "publication")


def asked(address: str) -> int:
    """How many questions a page asks of both databases."""
    petra = officer()
    petra.open(address)  # what is kept of a session is kept by now
    record, store = (CaptureQueriesContext(connections[name]) for name in ("default", "published"))
    with record, store:
        petra.open(address)
    return len(record) + len(store)


def fill() -> dict[str, str]:
    """Minutes, an agenda with a paper, and a topic that is behind; the addresses of their pages."""
    meeting = board(said="Callers waited less.")
    publish.published("minutes", meeting)
    make.topic("Telephone calls", [meeting.entries.get()], state="kept")
    publish.published("topics")
    publish.published("minutes", board("2018-04-24", "Callers waited longer."))
    waits = publish.put("minutes", board("2018-05-22", "Callers rang twice."))
    planned = make.meeting("2018-06-26", state="planned")
    make.item(planned, "1", "Answering 101")
    paper(planned, "Callers waited less.")
    return {
        "desk": "/publishing/",
        "meeting": f"/publishing/meetings/{meeting.pk}/",
        "publication": f"/publishing/{waits.pk}/",
        "preview": f"/publishing/{waits.pk}/preview/wyvern-valley/assurance-meeting/2018-05-22",
        "agenda": f"/publishing/meetings/{planned.pk}/agenda",
        "forward": f"/publishing/meetings/{planned.pk}/put-forward",
    }


def test_each_page_asks_few_questions_and_no_more_of_a_larger_record() -> None:
    pages = fill()
    few = {name: asked(address) for name, address in pages.items()}
    most = {name: MOST_BUILDING if name in BUILDS else MOST for name in few}
    assert {name: count for name, count in few.items() if count > most[name]} == {}
    for month in range(1, 9):
        meeting = board(f"2019-0{month}-20", f"In month {month} callers waited.")
        publish.put("minutes", meeting, opens_at=publish.AT.replace(year=2030))
        publish.redaction(meeting, f"month {month}")
    publish.published("minutes", board("2019-09-17", "Callers waited less still."))
    many = {name: asked(address) for name, address in pages.items()}
    assert Publication.objects.count() > 10
    assert {name: (few[name], many[name]) for name in pages if many[name] > few[name]} == {}
