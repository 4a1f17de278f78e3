"""The agenda of a meeting, published before it."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.meetings.models import Item, Meeting
from answerable.published.models import Line
from answerable.published.queries import part_of, snapshot_at
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "wyvern-valley/assurance-meeting/2018-03-27"


def planned(meeting: Meeting, number: str, title: str, **more: Any) -> None:
    item = make.item(meeting, number, title)
    Item.objects.filter(pk=item.pk).update(**more)


def test_an_agenda_has_an_address_of_its_own() -> None:
    meeting = make.meeting("2018-03-27", state="planned")
    planned(meeting, "1", "Answering 101", note="The note of May is attached.")
    publish.published("agenda", meeting)
    found = snapshot_at(f"{WHERE}/agenda")
    assert found
    told = part_of(found).read()
    assert told["meeting"] == WHERE
    assert [one["title"] for one in told["items"]] == ["Answering 101"]
    line = Line.objects.get(kind="agenda")
    assert "The note of May is attached." in line.text


def test_what_is_left_out_is_not_in_it() -> None:
    meeting = make.meeting("2018-03-27", state="planned")
    planned(meeting, "1", "The Quillfeather case", note="Quillfeather", restricted=True)
    planned(meeting, "2", "Calls of Mrs Thistlewood", note="Thistlewood called.")
    publish.redaction(meeting, "Mrs Thistlewood")
    publish.redaction(meeting, "Thistlewood")
    publish.published("agenda", meeting)
    found = snapshot_at(f"{WHERE}/agenda")
    assert found
    said = part_of(found).content.decode()
    assert "Quillfeather" not in said
    assert "Thistlewood" not in said
    assert "Calls of [left out: personal data]" in said
