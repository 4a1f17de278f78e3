"""Decisions as everybody reads them: records, and lines of minutes; what is exempt stays here."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.core.refusal import Refusal
from answerable.published.models import Snapshot
from answerable.publishing.models import DecisionRecord
from answerable.publishing.operations import decide
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ALL = "/wyvern-valley/decisions"


def decision(number: str = "01/27/03/2018", **more: Any) -> DecisionRecord:
    return publish.decision_record(number, **{"taken_on": dt.date(2018, 3, 27), **more})


def shown(path: str = ALL) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def test_a_record_is_published_with_its_papers() -> None:
    decision(papers="Business case https://wyvern-valley.example/case\nLetter", background="It had closed.")
    publish.published("decision")
    page = shown(f"{ALL}/01-27-03-2018")
    assert "Taken by Police and Crime Commissioner on 27 March 2018." in page
    assert "£20,000 for one year." in page
    assert 'href="https://wyvern-valley.example/case"' in page
    assert "A grant for the hostel" in shown()


def test_what_is_not_ready_is_not_there() -> None:
    decision()
    decision("02/27/03/2018", title="Kestrelwind", ready=False)
    publish.published("decision")
    assert "Kestrelwind" not in shown()
    assert Client().get(f"{ALL}/02-27-03-2018").status_code == 404


def test_the_exempt_part_stays_here_and_needs_a_second_person() -> None:
    decision(exempt="The bid of Quillfeather Ltd was lower.", category="exemption")
    publish.published("office")
    put = publish.put("decision")
    with pytest.raises(Refusal, match="another person"):
        decide(publication=put, as_role="policy officer", by=put.put_forward_by, at=publish.AT)
    decide(publication=put, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    publish.deliver_due(at=publish.AT)
    page = shown(f"{ALL}/01-27-03-2018")
    assert "A part of this record is not published: exempt from publication." in page
    for one in Snapshot.objects.all():
        assert b"Quillfeather" not in bytes(one.content)


def test_the_bytes_do_not_tell_how_long_the_exempt_part_is() -> None:
    one = decision(exempt="Short.", category="personal")
    publish.published("decision")
    told = Snapshot.objects.get(kind="decision", state="current").sha256
    one.exempt = "Much longer than that. " * 40
    one.save()
    with pytest.raises(Refusal, match="Nothing in it has changed"):
        publish.published("decision")
    assert Snapshot.objects.get(kind="decision", state="current").sha256 == told


def test_decisions_in_minutes_are_listed_and_one_with_a_record_once() -> None:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "3", "Grants")
    first = make.entry(item, "decision", "The hostel is granted £20,000.")
    make.entry(item, "decision", "The lease of the old station ends.")
    publish.published("minutes", meeting)
    assert "2 decisions" in shown()
    decision(entry=first, meeting=meeting)
    publish.published("decision")
    page = shown()
    assert "2 decisions" in page
    assert "The lease of the old station ends." in page
    assert "The hostel is granted" not in page
    assert "Where the minutes say it" in shown(f"{ALL}/01-27-03-2018")


def test_by_year_and_word() -> None:
    decision()
    decision("01/02/05/2019", title="A new estate plan", taken_on=dt.date(2019, 5, 2))
    publish.published("decision")
    assert "hostel" not in shown(f"{ALL}?year=2019")
    assert "estate plan" not in shown(f"{ALL}?word=hostel")
    assert "No decision fits." in shown(f"{ALL}?word=nothing")
    assert Client().get(f"{ALL}?year=99999").status_code == 400


def test_one_that_is_taken_back_goes() -> None:
    decision()
    kept = decision("02/27/03/2018", title="Another")
    publish.published("decision")
    DecisionRecord.objects.exclude(pk=kept.pk).update(ready=False)
    publish.published("decision")
    assert Client().get(f"{ALL}/01-27-03-2018").status_code == 410
    assert "1 decision" in shown()


def test_reads_the_same_number_of_times_however_many_there_are() -> None:
    def count() -> int:
        with CaptureQueriesContext(connections["published"]) as found:
            shown()
            shown(f"{ALL}/01-27-03-2018")
        return sum('FROM "published_' in one["sql"] for one in found)

    decision()
    publish.published("decision")
    once = count()
    for at in range(2, 30):
        decision(f"{at:02}/27/03/2018")
    publish.published("decision")
    assert count() == once <= 15
