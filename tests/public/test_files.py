"""Minutes as files: what everybody can take home."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.published.models import Snapshot
from answerable.published.queries import part_of, snapshot_at
from answerable.publishing.operations import correct, decide, deliver_due, withdraw
from answerable.readers import read
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "wyvern-valley/assurance-meeting/2018-03-27"


def minutes_published() -> None:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "2.1", "Answering 101")
    line = make.entry(item, "note", "The call of Mrs Quillfeather was not answered for nine hours.")
    make.attend(meeting, "Duncan Aldermere", "Police and Crime Commissioner", "PCC")
    publish.redaction(meeting, "Mrs Quillfeather", entry=line)
    publish.published("minutes", meeting)


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_minutes_are_there_as_a_file_made_of_what_is_public(suffix: str) -> None:
    minutes_published()
    answer = Client().get(f"/{WHERE}/files/minutes.{suffix}")
    assert answer.status_code == 200
    said = " ".join(read(answer.content, f"minutes.{suffix}").text.split())
    assert "[left out: personal data] was not answered for nine hours" in said
    assert b"Quillfeather" not in answer.content
    assert "Quillfeather" not in said
    name = f"assurance-meeting-2018-03-27-minutes.{suffix}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["ETag"]


def test_the_minutes_say_which_files_there_are() -> None:
    minutes_published()
    found = snapshot_at(WHERE)
    assert found
    files = part_of(found).read()["files"]
    assert [one["path"] for one in files] == [f"{WHERE}/files/minutes.pdf", f"{WHERE}/files/minutes.docx"]
    sizes = dict(Snapshot.objects.filter(kind="file").values_list("path", "size"))
    assert {one["path"]: one["size"] for one in files} == sizes


def test_an_unknown_file_is_not_there() -> None:
    minutes_published()
    for name in ("minutes.odt", "../minutes.pdf", "minutes.pdf/version/9", "minutes.pdf/version/99999999999"):
        assert Client().get(f"/{WHERE}/files/{name}").status_code == 404


def test_an_old_file_says_that_it_was_replaced_and_a_withdrawn_one_is_gone() -> None:
    meeting = make.meeting("2018-03-27")
    line = make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited less.")
    first = publish.published("minutes", meeting)
    line.text = "Callers waited more."
    line.save(update_fields=["text"])
    made = correct(
        publication=first, note="They waited more.", as_role="policy officer", by=publish.first_person(),
        at=publish.AT,
    )  # fmt: skip
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    deliver_due(at=publish.AT)
    old = Client().get(f"/{WHERE}/files/minutes.docx/version/1")
    assert "replaced-version-1" in old.headers["Content-Disposition"]
    assert old.headers["Link"] == f'</{WHERE}/files/minutes.docx>; rel="latest-version"'
    assert "Callers waited more" in read(Client().get(f"/{WHERE}/files/minutes.docx").content, "m.docx").text
    withdraw(
        office=make.office(), publication=first, note="It should not have been here.",
        as_role="commissioner", by=publish.second_person(), at=publish.AT,
    )  # fmt: skip
    deliver_due(at=publish.AT)
    gone = Client().get(f"/{WHERE}/files/minutes.docx")
    assert gone.status_code == 410
    assert "It should not have been here." in gone.content.decode()
