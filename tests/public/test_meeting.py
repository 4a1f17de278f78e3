"""The minutes of a meeting as everybody reads them."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test import Client

from tests import factories as make
from tests import publish

pytestmark = pytest.mark.django_db


def test_minutes_are_public_once_they_are_published() -> None:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "2.1", "Answering 101")
    make.entry(item, "note", "The DCC said that callers waited less.")
    publish.published("office")
    assert Client().get("/wyvern-valley/assurance-meeting/2018-03-27").status_code == 404
    publish.published("minutes", meeting)
    answer = Client().get("/wyvern-valley/assurance-meeting/2018-03-27")
    assert answer.status_code == 200
    assert "callers waited less" in answer.content.decode()
    assert not answer.cookies


def test_reads_nothing_of_the_working_record() -> None:
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited less.")
    publish.published("minutes", meeting)

    def refuse(*args: object) -> None:
        raise AssertionError("the working record was asked")

    with connections["default"].execute_wrapper(refuse):
        for path in ("/wyvern-valley", "/wyvern-valley/assurance-meeting/2018-03-27"):
            assert Client().get(path).status_code == 200


def test_says_that_nothing_changed() -> None:
    publish.published("office")
    first = Client().get("/wyvern-valley")
    assert first.headers["Cache-Control"] == "no-cache"
    again = Client(headers={"If-None-Match": first.headers["ETag"]}).get("/wyvern-valley")
    assert again.status_code == 304
    assert not again.content


def test_what_is_redacted_is_not_there() -> None:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    line = make.entry(item, "note", "The call of Mrs Quillfeather of 4 Ash Lane was not answered.")
    publish.redaction(meeting, "Mrs Quillfeather of 4 Ash Lane", entry=line)
    publish.published("minutes", meeting)
    said = Client().get("/wyvern-valley/assurance-meeting/2018-03-27").content.decode()
    assert 'The call of <span class="pub-left-out">[left out: personal data]</span> was not answered.' in said
    assert "Quillfeather" not in said
