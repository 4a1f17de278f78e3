"""Sending minutes in by the browser."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.intake.models import ImportedFile, Upload, UploadedFile
from answerable.intake.uploads import MB
from answerable.meetings.models import Meeting
from answerable.upkeep.working import Worker
from tests import factories as make
from tests.signing import person_with, sign_in

MINUTES = b"""Assurance Meeting
14 March 2023

Present: Asha Dunmore, Chief Constable (CC)

1. Patrols
Patrols went out every night.
ACTION: CC to report on patrols
"""


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> Path:
    """Files of a test go to a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "unfinished"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    return tmp_path / "files"


def file(name: str = "march.txt", content: bytes = MINUTES) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.fixture
def send(client: Client) -> Callable[..., Any]:
    """Send the form as a browser does; the answer with its page as a tree."""

    def post(*files: SimpleUploadedFile, key: str | None = None, **values: str) -> Any:
        given = {"form_key": key or str(uuid.uuid4()), "forum": "", **values, "files": list(files)}
        answer = client.post("/imports/send", given, follow=True)
        answer.main = " ".join(  # type: ignore[attr-defined]
            lxml.html.document_fromstring(answer.content.decode())
            .get_element_by_id("main-content").text_content().split()
        )  # fmt: skip
        return answer

    return post


def work() -> None:
    Worker(until_empty=True).run()


def test_minutes_are_sent_read_and_shown(
    send: Callable[..., Any], get: Callable[..., Any], store: Path
) -> None:
    answer = send(file())
    assert answer.redirect_chain[-1][0] == f"/imports/{Upload.objects.get().pk}/"
    assert "Received: 1 file." in answer.main
    assert "1 is under way" in answer.main
    assert "Waiting" in answer.main
    held = UploadedFile.objects.get()
    sha256 = hashlib.sha256(MINUTES).hexdigest()
    assert (held.name, held.size, held.sha256) == ("march.txt", len(MINUTES), sha256)
    assert (store / "originals" / sha256[:2] / sha256).read_bytes() == MINUTES, "kept under a name of ours"

    work()

    page = get(f"/imports/{held.upload_id}/")
    assert "Imported: 1 meeting, 1 action" in page.main
    assert "All are done." in page.main
    meeting = Meeting.objects.get()
    assert meeting.settled, "what follows from it is worked out, too"
    assert meeting.document is not None
    assert meeting.document.uploaded_by == held.upload.sent_by


def test_look_again_is_a_link(send: Callable[..., Any], get: Callable[..., Any]) -> None:
    send(file())
    path = f"/imports/{Upload.objects.get().pk}/"
    assert get(path).find("Look again") == path
    assert "http-equiv" not in lxml.html.tostring(get(path).tree).decode()
    work()
    assert path not in get(path).links


def test_a_file_that_is_being_read_says_so(send: Callable[..., Any], get: Callable[..., Any]) -> None:
    send(file("a.txt"), file("b.txt", b"b"))
    DBTaskResult.objects.filter(pk=UploadedFile.objects.get(name="a.txt").task_id).update(status="RUNNING")
    DBTaskResult.objects.filter(pk=UploadedFile.objects.get(name="b.txt").task_id).update(status="FAILED")
    rows = get(f"/imports/{Upload.objects.get().pk}/").rows()
    assert rows[0][2] == "Being read"
    assert rows[1][2].startswith("Not done yet: Something went wrong here")


def test_sending_is_one_event_and_each_file_another(send: Callable[..., Any]) -> None:
    send(file("a.txt"), file("b.txt", MINUTES.replace(b"March", b"April")))
    event = Event.objects.get()
    assert (event.operation, event.summary) == ("intake.send_files", "Sent in 2 files to be imported.")
    work()
    done = sorted(Event.objects.exclude(pk=event.pk).values_list("operation", flat=True))
    assert done == ["intake.finish_import", "intake.import_file", "intake.import_file"]


def test_a_form_that_is_sent_twice_acts_once(send: Callable[..., Any]) -> None:
    key = str(uuid.uuid4())
    send(file(), key=key)
    answer = send(file(), key=key)
    assert "more than once" in answer.main
    assert Upload.objects.count() == UploadedFile.objects.count() == DBTaskResult.objects.count() == 1


def test_the_same_bytes_again_change_nothing(send: Callable[..., Any], get: Callable[..., Any]) -> None:
    send(file())
    work()
    send(file("other name.txt"))
    work()
    rows = get(f"/imports/{Upload.objects.order_by('pk').last().pk}/").rows()  # type: ignore[union-attr]
    assert rows == [["other name.txt", "1", "Held already"]]
    assert Meeting.objects.count() == ImportedFile.objects.count() == 1


def test_what_cannot_be_read_is_refused_with_the_reason(
    send: Callable[..., Any], get: Callable[..., Any]
) -> None:
    send(file("broken.pdf", b"%PDF-1.7 and nothing"), file())
    work()
    rows = get(f"/imports/{Upload.objects.get().pk}/").rows()
    assert rows[0][2].startswith("Refused: broken.pdf")
    assert rows[1][2].startswith("Imported")


def test_minutes_without_a_date_wait_for_a_person(send: Callable[..., Any], get: Callable[..., Any]) -> None:
    send(file("undated.txt", b"Assurance Meeting\n\n1. Patrols\nACTION: CC to report on patrols\n"))
    work()
    page = get(f"/imports/{Upload.objects.get().pk}/")
    assert page.rows()[0][2].startswith("Waits for a person:")
    assert page.find("Decide about the file that waits") == "/review/"


def test_records_come_in_too_and_broken_ones_are_refused(
    send: Callable[..., Any], get: Callable[..., Any]
) -> None:
    send(file("records.json", b'{"format": "nothing"}'), file("deep.json", b'{"a":' * 100_000))
    work()
    states = [row[2] for row in get(f"/imports/{Upload.objects.get().pk}/").rows()]
    assert all(state.startswith("Refused: ") for state in states), states


def test_the_forum_is_the_senders_word(send: Callable[..., Any]) -> None:
    send(file(), forum="Wyvern Scrutiny Board")
    work()
    assert Meeting.objects.get().forum.name == "Wyvern Scrutiny Board"


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ([], "Choose the files to send."),
        ([file("nothing.txt", b"")], "nothing.txt is empty: choose the file again, or leave it out."),
        ([file("big.txt", b"x" * (MB + 1))], "big.txt is larger than 1 MB: make it smaller, or split it."),
        ([file(f"{n}.txt", b"x" * MB) for n in range(3)],
         "The files are larger than 2 MB together: send them in several goes."),
        ([file(f"{n}.txt", b"x") for n in range(5)], "Send at most 4 files at a time."),
    ],
)  # fmt: skip
def test_what_is_of_no_use_is_refused_in_a_sentence(
    files: list[SimpleUploadedFile], sentence: str, send: Callable[..., Any], settings: Any, store: Path
) -> None:
    settings.UPLOADS = {"file_mb": 1, "total_mb": 2, "files": 4}
    settings.DATA_UPLOAD_MAX_NUMBER_FILES = 5
    for one in files:
        one.seek(0)
    answer = send(*files, forum="Kept")
    assert answer.status_code == 400
    assert sentence in answer.main
    assert 'value="Kept"' in answer.content.decode(), "what was typed is kept"
    assert not Upload.objects.exists()
    assert not store.exists()
    assert list(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()) == [], "nothing is left lying about"


def test_files_go_to_the_disk_and_not_to_memory(
    client: Client, send: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from answerable.workspace.imports import views

    seen: list[bool] = []
    keep = views.keep
    monkeypatch.setattr(
        views, "keep", lambda one: (seen.append(hasattr(one, "temporary_file_path")), keep(one))[1]
    )
    send(file("small.txt", b"small"))
    assert seen == [True], "even a small one"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\minutes\\may.txt", "may.txt"),
        ("new\nline.txt", "new"),
        ("x" * 300 + ".txt", ("x" * 300 + ".txt")[-255:]),
    ],
)
def test_a_name_is_only_shown(given: str, kept: str, send: Callable[..., Any], store: Path) -> None:
    send(file(given))
    found = UploadedFile.objects.values_list("name", flat=True).first()
    assert found is None or found.startswith(kept[:3])
    assert all(len(path.name) == 64 for path in store.rglob("*") if path.is_file())


def test_a_form_from_elsewhere_is_not_taken(db: None) -> None:
    browser = sign_in(Client(enforce_csrf_checks=True), person_with(Role.POLICY_OFFICER, make.office()))
    answer = browser.post("/imports/send", {"files": [file()]})
    assert answer.status_code == 403
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("role", "sees", "sends"),
    [
        (Role.POLICY_OFFICER, 200, 302),
        (Role.COMMISSIONER, 200, 403),
        (Role.AUDITOR, 200, 403),
        (Role.CONTRIBUTOR, 403, 403),
        (Role.PANEL_READER, 403, 403),
    ],
)
def test_who_may(role: Role, sees: int, sends: int, db: None) -> None:
    browser = sign_in(Client(), person_with(role, make.office()))
    page = browser.get("/imports/")
    assert page.status_code == sees
    if sees == 200:
        assert (b'type="file"' in page.content) == (sends == 302)
    assert browser.post("/imports/send", {"files": [file()]}).status_code == sends


def test_a_stranger_sends_nothing_to_the_disk(db: None, store: Path, settings: Any) -> None:
    """Who may is asked before anything of the form is received."""
    for path in ("/imports/send", "/review/"):
        assert Client().post(path, {"files": [file()]}).status_code in (302, 405)
    assert list(Path(settings.FILE_UPLOAD_TEMP_DIR).iterdir()) == []
    assert not store.exists()


def test_what_another_office_sent_is_not_there(send: Callable[..., Any]) -> None:
    send(file())
    other = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office("Lower Valley")))
    assert other.get(f"/imports/{Upload.objects.get().pk}/").status_code == 404
    assert b"Nothing was sent in yet" in other.get("/imports/").content


def test_the_list_sums_up(send: Callable[..., Any], get: Callable[..., Any]) -> None:
    assert "Nothing was sent in yet." in get("/imports/").main
    send(file(), file("broken.pdf", b"%PDF-1.7 and nothing"))
    assert get("/imports/").rows()[0][3] == "2 under way"
    work()
    assert get("/imports/").rows()[0][2:] == ["2", "1 imported, 1 refused"]
