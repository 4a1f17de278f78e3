"""The clock went ahead by more than a day: somebody says that it is right before an embargo ends."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from answerable.publishing.models import HighestSeen, Publication
from answerable.publishing.operations import deliver_due
from tests import publish
from tests.publishing_pages import auditor, board, commissioner

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ASKED = "The clock of this machine went ahead by more than a day"


def jumped() -> None:
    """Minutes under embargo since nine days ago, by a clock that saw nothing in between."""
    before = timezone.now() - dt.timedelta(days=9)
    publish.published("office", at=before)
    deliver_due(at=before)
    opens = before + dt.timedelta(hours=1)
    publish.published("minutes", board(said="Callers waited less."), at=before, opens_at=opens)
    deliver_due(at=timezone.now())


def test_the_desk_asks_and_the_answer_ends_the_embargo() -> None:
    jumped()
    dara = commissioner()
    assert ASKED in dara.open("/publishing/").main
    assert Client().get("/wyvern-valley/assurance-meeting/2018-03-27").status_code == 404
    form = dara.form("/clock")
    after = dara.send(form).main
    assert "The clock is right: embargoes end by it." in after
    assert ASKED not in after
    assert Client().get("/wyvern-valley/assurance-meeting/2018-03-27").status_code == 200
    assert Publication.objects.get(subject="minutes").number == 2
    assert HighestSeen.objects.get().confirmed_by == dara.user
    assert "this was done once" in dara.send(form).main


def test_whoever_only_reads_is_told_and_not_asked() -> None:
    jumped()
    page = auditor().open("/publishing/")
    assert ASKED in page.main
    assert "The clock is right" not in page.main.replace("that it is right", "")
    auditor().post("/publishing/clock", 403)
    assert Client().post("/publishing/clock").status_code in (302, 403)
    assert commissioner().client.get("/publishing/clock").status_code == 405


def test_nobody_is_asked_where_nothing_jumped() -> None:
    publish.published("office")
    dara = commissioner()
    assert ASKED not in dara.open("/publishing/").main
    assert "does not wait for anybody" in dara.post("/publishing/clock").main
