"""The force sends a briefing note in."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
import time_machine

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.meetings.models import Deadline, Meeting
from answerable.papers.models import BriefingNote, NoteVersion
from tests import cycle
from tests import factories as make
from tests.core.papers.test_outline import pdf, word
from tests.pages.desk import Desk, contributor, officer

TEXT = b"1. How long do callers wait?\nFour minutes in May.\n\nRisks and challenges\nRecruitment is slow.\n"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> Path:
    """Files of a test go to a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "unfinished"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    return tmp_path / "files"


@pytest.fixture
def meeting(db: None) -> Meeting:
    made = cycle.planned()
    cycle.deadline(made, time="09:00")
    cycle.terms(made, "How long do callers wait?", "How many are lost?")
    return made


def page(meeting: Meeting) -> str:
    return f"/papers/meetings/{meeting.pk}/"


def there(meeting: Meeting) -> str:
    return f"{page(meeting)}notes"


def test_a_note_is_received_and_read(meeting: Meeting, store: Path) -> None:
    cal = contributor("Cal Fenn")
    assert "Send the briefing note" in cal.open(page(meeting)).main
    shown = cal.upload(there(meeting), TEXT, "june.txt")
    assert "Received: june.txt." in shown.main
    assert shown.heading == "Briefing note, version 1"
    assert "Not judged yet. Sent by Cal Fenn on 2 May 2019, 10am, in time; 16 words." in shown.main
    made = NoteVersion.objects.get()
    assert (made.words, made.pages, made.late, made.problem) == (16, None, 0, "")
    assert [one["title"] for one in made.headings] == ["1. How long do callers wait?", "Risks and challenges"]
    kept = store / "originals" / made.document.sha256[:2] / made.document.sha256
    assert kept.read_bytes() == TEXT
    assert "1 briefing note waits to be judged: Briefing note, version 1" in officer().open("/papers/").main


@pytest.mark.parametrize(
    ("content", "name", "pages"), [(word(), "june.docx", None), (pdf(), "june.pdf", 1)], ids=["word", "pdf"]
)
def test_every_kind_of_paper(content: bytes, name: str, pages: int | None, meeting: Meeting) -> None:
    contributor().upload(there(meeting), content, name)
    made = NoteVersion.objects.get()
    assert (made.problem, made.pages) == ("", pages)
    assert made.headings[0] == {"title": "1. How long do callers wait?", "words": 7}


def test_headings_that_match_are_proposed(meeting: Meeting) -> None:
    shown = contributor().upload(there(meeting), TEXT)
    assert [(one.point.text, one.part, one.said_by) for one in NoteVersion.objects.get().coverage.all()] == [
        ("How long do callers wait?", "1. How long do callers wait?", None),
        ("How many are lost?", "", None),
    ]
    assert "1 point has no part that answers it: point 2." in shown.main


def test_the_deadline_is_met(meeting: Meeting) -> None:
    cal = contributor()
    cal.upload(there(meeting), TEXT)
    due = Deadline.objects.get(kind="papers")
    assert due.met_at == make.NOW
    assert due.met_by == cal.user


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2019-06-04T08:00:59Z", "in time"),
        ("2019-06-04T08:01:00Z", "1 hour late"),
        ("2019-06-05T13:30:00Z", "30 hours late"),
        ("2019-06-09T08:00:00Z", "5 days late"),
    ],
)
def test_late_is_said(moment: str, said: str, meeting: Meeting) -> None:
    with time_machine.travel(moment, tick=False):
        cal = contributor()
        assert said in cal.upload(there(meeting), TEXT).main
        assert said in cal.open(page(meeting)).main
        assert said in officer().open("/papers/").main


def test_without_a_deadline_nothing_is_late(meeting: Meeting) -> None:
    Deadline.objects.all().delete()
    assert "late" not in contributor().upload(there(meeting), TEXT).main
    assert NoteVersion.objects.get().late is None


def test_versions_are_all_kept(meeting: Meeting) -> None:
    cal = contributor()
    cal.upload(there(meeting), TEXT)
    note = BriefingNote.objects.get()
    shown = cal.open(page(meeting))
    assert "Send a new version, or another note" in shown.main
    cal.upload(there(meeting), TEXT + b"And more.\n", note=str(note.pk))
    assert [one.number for one in note.versions.all()] == [1, 2]
    shown = cal.open(page(meeting))
    for version in note.versions.all():
        path = f"/documents/{version.document_id}/original"
        assert path in shown.links
        assert b"".join(cal.client.get(path).streaming_content).startswith(TEXT)  # type: ignore[attr-defined]
    first = cal.open(f"/papers/versions/{note.versions.get(number=1).pk}/")
    assert "Version 2 has come in since. This one stays as it was." in first.main


def test_another_note_of_the_same_meeting(meeting: Meeting) -> None:
    cal = contributor()
    cal.upload(there(meeting), TEXT)
    cal.upload(there(meeting), b"Figures of May.", title="Annex", note="")
    assert [one.title for one in BriefingNote.objects.all()] == ["Briefing note", "Annex"]
    again = cal.upload(there(meeting), b"Figures of June.", title="annex", note="")
    assert "There is a note called “annex” already" in again.main


def test_the_very_same_file_is_not_a_new_version(meeting: Meeting) -> None:
    cal = contributor()
    cal.upload(there(meeting), TEXT)
    again = cal.upload(there(meeting), TEXT, note=str(BriefingNote.objects.get().pk))
    assert "This very file was sent in already, as version 1." in again.main
    assert NoteVersion.objects.count() == 1


@pytest.mark.parametrize("note", ["99999", "x", "9" * 40, "²"])
def test_a_note_that_is_not_there_has_no_versions(note: str, meeting: Meeting) -> None:
    shown = contributor().upload(there(meeting), TEXT, status=400, note=note)
    assert "Choose from the list which note it is a new version of." in shown.main


def _zip_without_a_document() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("word/document.xml", "<not")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\nnothing that follows is a PDF", "june.pdf"),
        (_zip_without_a_document(), "june.docx"),
        (b"\x00\x01\x02\x03" * 100, "june.xyz"),
        (b"PK\x03\x04" + b"\xff" * 300, "june.odt"),
    ],
    ids=["broken pdf", "broken word", "bytes", "broken odt"],
)
def test_what_cannot_be_read_is_kept_and_blocks_nothing(content: bytes, name: str, meeting: Meeting) -> None:
    cal = contributor()
    shown = cal.upload(there(meeting), content, name)
    assert f"Received: {name}." in shown.main
    made = NoteVersion.objects.get()
    assert made.problem
    assert made.problem in " ".join(shown.main.split())
    assert "It is kept, but could not be read" in cal.open(page(meeting)).main
    assert "it could not be read" in officer().open("/papers/").main
    answer: Any = cal.client.get(f"/documents/{made.document_id}/original")
    assert b"".join(answer.streaming_content) == content
    ada = officer()
    ada.open(f"/papers/versions/{made.pk}/")
    ada.send("/judge", overall="poor", outcome="returned", why="It cannot be opened.")
    assert BriefingNote.objects.get().state == "returned"


def test_the_same_broken_file_never_loses_the_text_of_minutes(meeting: Meeting) -> None:
    held = make.document("Minutes of March.", "march.txt")
    contributor().upload(there(meeting), b"Minutes of March.", "june.txt")
    held.refresh_from_db()
    assert (held.text, held.name, held.restricted) == ("Minutes of March.", "march.txt", False)
    assert NoteVersion.objects.get().document == held


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "june.txt is empty: choose the file again"), (b"x" * (1024 * 1024 + 1), "is larger than 1 MB")],
    ids=["empty", "too large"],
)
def test_what_cannot_be_taken(content: bytes, said: str, meeting: Meeting, settings: Any) -> None:
    settings.UPLOADS = {"file_mb": 1, "total_mb": 9, "files": 5}
    shown = contributor().upload(there(meeting), content, "june.txt", status=400, title="My title")
    assert said in shown.main
    assert shown.tree.get_element_by_id("title").get("value") == "My title"
    assert not NoteVersion.objects.exists()


def test_no_file_at_all(meeting: Meeting) -> None:
    shown = contributor().post(there(meeting), 400, title="")
    assert "Choose the files to send." in shown.main


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("<script>alert(1)</script>.txt", "script>.txt"),
        ("a" * 300 + ".txt", "a" * 251 + ".txt"),
        ("june\u202etxt.exe", "junetxt.exe"),
        ("o'brien & sons “june”.txt", "o'brien & sons “june”.txt"),
    ],
)
def test_names_are_only_names(name: str, kept: str, meeting: Meeting, store: Path) -> None:
    shown = contributor().upload(there(meeting), TEXT, name)
    made = NoteVersion.objects.get()
    assert made.name == kept
    assert not shown.tree.xpath("//script[not(@src)]")
    assert [one.name for one in (store / "originals").rglob("*") if one.is_file()] == [
        hashlib.sha256(TEXT).hexdigest()
    ]


def test_a_file_that_breaks_the_reader_is_kept(meeting: Meeting, monkeypatch: pytest.MonkeyPatch) -> None:
    from answerable.papers import reading

    monkeypatch.setattr(reading, "SECONDS", 0)
    contributor().upload(there(meeting), pdf(), "june.pdf")
    made = NoteVersion.objects.get()
    assert not made.problem or "took longer" in made.problem


def test_sent_twice_it_is_one_version(meeting: Meeting) -> None:
    import uuid

    from django.core.files.uploadedfile import SimpleUploadedFile

    cal, key = contributor(), str(uuid.uuid4())
    for _ in range(2):
        shown = cal.post(there(meeting), form_key=key, file=SimpleUploadedFile("june.txt", TEXT))
    assert "this was done once" in shown.main
    assert NoteVersion.objects.count() == 1
    assert Event.objects.filter(operation="papers.send_note").count() == 1


def test_nothing_is_sent_for_a_cancelled_meeting(meeting: Meeting) -> None:
    Meeting.objects.update(state="cancelled")
    cal = contributor()
    assert "Send the briefing note" not in cal.open(page(meeting)).main
    assert "This meeting was cancelled" in cal.upload(there(meeting), TEXT).main
    assert not Document.objects.exists()


def test_before_terms_are_sent_a_note_can_come(db: None) -> None:
    meeting = cycle.planned()
    cycle.terms(meeting, "How long do callers wait?", sent=False)
    shown = contributor().upload(there(meeting), TEXT)
    assert "No terms of reference were sent for this meeting" in shown.main
    assert not NoteVersion.objects.get().coverage.exists()


def test_an_officer_sends_what_came_by_mail(meeting: Meeting) -> None:
    """It says who sent it, and what answers what is still the force's to say."""
    ada = officer("Ada Vole")
    assert "Send the briefing note" in ada.open(page(meeting)).main
    assert "Sent by Ada Vole" in ada.upload(there(meeting), TEXT, "june.txt").main
    made = NoteVersion.objects.get()
    ada.post(f"/papers/versions/{made.pk}/parts", 403)


@pytest.mark.parametrize("role", [Role.COMMISSIONER, Role.AUDITOR, Role.PANEL_READER])
def test_nobody_else_sends_notes(role: Role, meeting: Meeting) -> None:
    Desk(role).upload(there(meeting), TEXT, status=403)
    assert not NoteVersion.objects.exists()
    assert contributor().client.get(there(meeting)).status_code == 405


def test_another_offices_meeting_is_not_found(meeting: Meeting) -> None:
    with make.in_office(make.office("Otterdale")):
        other = cycle.planned()
    contributor().upload(there(other), TEXT, status=404)


def test_who_may_not_read_papers_cannot_reach_the_file_elsewhere(meeting: Meeting) -> None:
    contributor().upload(there(meeting), TEXT)
    made = NoteVersion.objects.get()
    panel = Desk(Role.PANEL_READER)
    panel.open(f"/papers/versions/{made.pk}/", 403)
    assert panel.client.get(f"/documents/{made.document_id}/original").status_code == 404


def test_a_note_is_not_imported_as_minutes(meeting: Meeting) -> None:
    from answerable.intake.running import kept_originals

    make.meeting("2019-03-12", document=make.document("Minutes of March."))
    contributor().upload(there(meeting), TEXT)
    assert [one.text for one in kept_originals(make.office())] == ["Minutes of March."]
