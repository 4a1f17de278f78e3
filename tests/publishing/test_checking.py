"""What is put forward is checked first: what blocks, what asks, and that nothing passes unchecked."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from answerable.core.refusal import Refusal
from answerable.publishing.checking import findings, open_findings
from answerable.publishing.files import child
from answerable.publishing.files.child import Looking
from answerable.publishing.models import Publication
from answerable.publishing.operations import answer, decide
from answerable.readers.child import Limits
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def put_forward(*lines: str) -> Publication:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    for line in lines:
        make.entry(item, "note", line)
    return publish.put("minutes", meeting, asked=True)


def decided(made: Publication) -> Publication:
    return decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)


def test_what_asks_is_answered_before_anybody_decides() -> None:
    made = put_forward("Mrs Quillfeather rang 01632 960123.")
    assert {one["code"] for one in findings(made)} == {"person", "telephone"}
    assert made.scanned_at is None
    with pytest.raises(Refusal):
        decided(made)
    for one in open_findings(made):
        who = publish.first_person()
        made = answer(publication=made, key=one["key"], why="She asked us to.", by=who, at=publish.AT)
    assert made.scanned_at
    assert decided(made).number


def test_an_answer_has_a_reason() -> None:
    made = put_forward("Ring 01632 960123.")
    [one] = findings(made)
    with pytest.raises(Refusal, match="Say why"):
        answer(publication=made, key=one["key"], why=" ", by=publish.first_person(), at=publish.AT)


def test_a_marking_cannot_be_let_stand() -> None:
    made = put_forward("OFFICIAL-SENSITIVE")
    [one] = findings(made)
    assert one["blocks"]
    with pytest.raises(Refusal, match="Nobody can let this stand"):
        answer(publication=made, key=one["key"], why="Why not", by=publish.first_person(), at=publish.AT)
    with pytest.raises(Refusal):
        decided(made)


def test_who_was_there_in_a_post_may_be_named() -> None:
    meeting = make.meeting("2018-03-27")
    make.attend(meeting, "Duncan Aldermere", "Police and Crime Commissioner", "PCC")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Mr Aldermere said that he was assured.")
    assert findings(publish.put("minutes", meeting, asked=True)) == []


@pytest.mark.parametrize(
    "worker", ["while True: pass", "import time; time.sleep(999)", "raise SystemExit", "print(7)"]
)
def test_checks_that_do_not_end_publish_nothing(monkeypatch: pytest.MonkeyPatch, worker: str) -> None:
    class Broken(Looking):
        command = (sys.executable, "-c", worker)

    broken = Broken(Limits(seconds=1))
    monkeypatch.setattr(child, "shared", lambda use: broken)
    with pytest.raises(Refusal, match="could not be checked"):
        put_forward("Callers waited less.")
    broken.close()
    assert not Publication.objects.filter(state="decided").exists()


def test_a_check_that_fails_publishes_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = (
        "from answerable.publishing.files import worker\n"
        "def check(*those): raise ZeroDivisionError\n"
        "worker.check = check\n"
        "worker.main(worker.answer)\n"
    )

    class Failing(Looking):
        command = (sys.executable, "-c", script)

    failing = Failing()
    monkeypatch.setattr(child, "shared", lambda use: failing)
    with pytest.raises(Refusal, match="did not run to their end"):
        put_forward("Callers waited less.")
    failing.close()


def test_an_answer_about_other_words_than_are_left_out_now_does_not_count() -> None:
    """The line says two names; that the one is not secret there says nothing of the other."""
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "The Aldermere and Thistlewood wards were named.")
    publish.redaction(meeting, "Jane Aldermere")
    made = publish.put("minutes", meeting)
    assert made.scanned_at
    publish.redaction(meeting, "Tom Thistlewood")
    again = publish.put("minutes", meeting, asked=True)
    assert [one["code"] for one in open_findings(again)] == ["left-over"]
    assert again.scanned_at is None


def test_words_of_lines_in_a_restricted_item_are_looked_for() -> None:
    meeting = make.meeting("2018-03-27")
    closed, under = make.item(meeting, "1", "Custody"), make.item(meeting, "1.1", "A death")
    make.entry(under, "note", "The inquest found that the cell was not checked.")
    again = "As said: the inquest found that the cell was not checked."
    make.entry(make.item(meeting, "2", "Calls"), "note", again)
    closed.restricted, under.level = True, 2
    closed.save(update_fields=["restricted"])
    under.save(update_fields=["level"])
    made = publish.put("minutes", meeting, asked=True)
    assert [one["code"] for one in findings(made)] == ["left-over"]
