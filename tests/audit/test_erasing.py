"""What events say can be emptied for good; that they were is on record, and the chain holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from answerable.audit.models import Event
from answerable.audit.operations import erase, sign_head
from answerable.core.refusal import Refusal
from tests import factories as make
from tests.audit.chains import findings, harm, head_of, people, write_chain

pytestmark = pytest.mark.django_db


def test_the_content_is_gone_and_the_chain_holds() -> None:
    by = people()
    events = write_chain(10, by)
    done = erase(sequences=[7, 4], reason="A name was asked to be erased.", by=by[0], at=make.NOW)
    assert done.summary == "Erased what events 4, 7 say: A name was asked to be erased."
    assert done.named == [("audit.event", 4), ("audit.event", 7)]
    assert harm([head_of(events, 10)]) == []
    notes = [str(one) for one in findings()]
    assert "event 4 was erased: event 11 says why" in notes
    one = Event.objects.get(pk=4)
    assert (one.erased, one.summary, one.details, one.by) == (True, "(erased)", {}, by[0])
    with connection.cursor() as cursor:
        cursor.execute("SELECT salt, content FROM audit_event WHERE id = 4")
        assert cursor.fetchone() == ("", "")


@pytest.mark.parametrize(
    ("sequences", "reason", "sentence"),
    [
        ([3], "  ", "Say why it is erased."),
        ([], "A name.", "Say which events to erase."),
        ([3, 1234], "A name.", "There is no event 1,234."),
        ([2], "A name.", "Event 2 is erased already."),
        ([11], "A name.", "Event 11 is about the audit trail itself and stays as it is."),
    ],
)
def test_what_cannot_be_erased_is_refused(sequences: list[int], reason: str, sentence: str) -> None:
    write_chain(10, people())
    erase(sequences=[2], reason="A name.", by=None, at=make.NOW)
    with pytest.raises(Refusal) as refused:
        erase(sequences=sequences, reason=reason, by=None, at=make.NOW)
    assert str(refused.value) == sentence
    assert Event.objects.count() == 11
    assert harm() == []


def test_a_key_cannot_be_erased(key: Path) -> None:
    sign_head(at=make.NOW)
    with pytest.raises(Refusal, match="about the audit trail itself"):
        erase(sequences=[1], reason="A name.", by=None, at=make.NOW)


def test_the_command_says_which_event_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    by = people()
    write_chain(3, by)
    call_command("audit", "erase", "2", "--reason", "A name.", "--by", by[1].email)
    assert capsys.readouterr().out == "Erased; event 4 says so.\n"
    assert Event.objects.get(pk=4).by == by[1]
    with pytest.raises(CommandError, match=r"^Nobody here has the address nobody@wyvern\.example\.$"):
        call_command("audit", "erase", "1", "--reason", "A name.", "--by", "nobody@wyvern.example")
    with pytest.raises(CommandError, match=r"^Event 2 is erased already\.$"):
        call_command("audit", "erase", "2", "--reason", "A name.")
