"""Files go with a report: kept as they came, and nobody but the own side has them before it is released."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.actions.models import Action, Report
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from tests import factories as make
from tests.pages.desk import Desk, officer
from tests.reporting import DONE, an_action, chief, page, staff_officer

SHEET = b"day,callers\n1 April,412\n"


@pytest.fixture(autouse=True)
def store(tmp_path: Path, settings: Any) -> Path:
    """Files of a test go to a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "unfinished"
    settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    return tmp_path / "files"


@pytest.fixture
def action(db: None) -> Action:
    return an_action()


def files(*named: tuple[str, bytes]) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, content) for name, content in named]


def sent(desk: Desk, action: Action, to: str = "save", status: int = 200, **more: Any) -> Any:
    """The form of the report, whatever stands in it, with more."""
    desk.open(page(action))
    held = desk.form("/save")[1]
    held.pop("files", None)
    return desk.post(f"{page(action)}/{to}", status, **{**held, "text": DONE, "done": "yes", **more})


def test_they_are_kept_whole(action: Action, store: Path) -> None:
    cal = staff_officer()
    shown = sent(cal, action, files=files(("callers.csv", SHEET), ("photo.jpg", b"\xff\xd8")))
    assert "callers.csv" in shown.main
    made = Report.objects.get()
    assert [one.name for one in made.documents.all()] == ["callers.csv", "photo.jpg"]
    document = made.documents.all()[0].document
    assert (store / "originals" / document.sha256[:2] / document.sha256).read_bytes() == SHEET
    answer = cal.client.get(f"/documents/{document.pk}/original")
    assert b"".join(answer.streaming_content) == SHEET


def test_before_the_release_only_the_own_side_has_them(action: Action) -> None:
    sent(staff_officer(), action, files=files(("callers.csv", SHEET)))
    address = f"/documents/{Document.objects.get().pk}/original"
    assert chief().client.get(address).status_code == 200
    assert Desk(Role.AUDITOR).client.get(address).status_code == 200
    for role in (Role.POLICY_OFFICER, Role.COMMISSIONER, Role.PANEL_READER, Role.ADMINISTRATOR):
        assert Desk(role).client.get(address).status_code == 404, role
    assert "callers.csv" not in officer().open("/restricted/").text


def test_with_the_release_those_who_may_read_what_is_restricted(action: Action) -> None:
    sent(chief(), action, "release", files=files(("callers.csv", SHEET)))
    address = f"/documents/{Document.objects.get().pk}/original"
    assert officer().client.get(address).status_code == 200
    assert Desk(Role.PANEL_READER).client.get(address).status_code == 404
    assert "callers.csv" in officer().open(page(action)).main


def test_one_is_left_out_again(action: Action) -> None:
    cal = staff_officer()
    sent(cal, action, files=files(("callers.csv", SHEET), ("old.csv", b"old")))
    old = Report.objects.get().documents.get(name="old.csv")
    sent(cal, action, **{f"leave-{old.pk}": "yes"})
    assert [one.name for one in Report.objects.get().documents.all()] == ["callers.csv"]


def test_the_same_file_goes_with_it_once(action: Action) -> None:
    cal = staff_officer()
    sent(cal, action, files=files(("callers.csv", SHEET)))
    sent(cal, action, files=files(("again.csv", SHEET)))
    assert [one.name for one in Report.objects.get().documents.all()] == ["callers.csv"]


def test_a_file_that_is_held_already_stays_as_it_is(action: Action) -> None:
    held = make.document("The minutes of March.", "march.txt")
    sent(staff_officer(), action, files=files(("evidence.txt", b"The minutes of March.")))
    document = Document.objects.get()
    assert document.pk == held.pk
    assert (document.name, document.restricted, document.kept_for) == ("march.txt", False, "")


def test_they_are_not_lost_where_something_else_is_wrong(action: Action) -> None:
    cal = staff_officer()
    cal.open(page(action))
    held = cal.form("/save")[1]
    held.pop("files", None)
    shown = cal.post(f"{page(action)}/save", 400, **{**held, "text": ""}, files=files(("callers.csv", SHEET)))
    assert "The files that you chose before are kept." in shown.main
    held = cal.form("/save")[1]
    held.pop("files", None)
    cal.post(f"{page(action)}/save", **{**held, "text": DONE})
    assert [one.name for one in Report.objects.get().documents.all()] == ["callers.csv"]


def test_nor_where_two_write_at_once(action: Action) -> None:
    ben, cal = staff_officer("Ben Sarsen"), staff_officer()
    ben.open(page(action))
    mine = ben.form("/save")[1]
    mine.pop("files", None)
    sent(cal, action)
    ben.post(f"{page(action)}/save", 409, **{**mine, "text": "Ours."}, files=files(("callers.csv", SHEET)))
    ben.send("/save", **{"choose-text": "mine", "choose-done": "mine", "choose-done_on": "mine"})
    made = Report.objects.get()
    assert made.text == "Ours."
    assert [one.name for one in made.documents.all()] == ["callers.csv"]


def test_nobody_can_name_a_file_that_they_did_not_send(action: Action) -> None:
    secret = make.document("Kept from the force.", "secret.txt", restricted=True)
    cal = staff_officer()
    cal.post(f"{page(action)}/save", text=DONE, files_token=f'[["x","{secret.sha256}"]]:forged')
    assert not Report.objects.get().documents.exists()


def test_an_empty_file_is_told(action: Action) -> None:
    shown = sent(staff_officer(), action, status=400, files=files(("nothing.csv", b"")))
    assert "nothing.csv is empty: choose the file again, or leave it out" in shown.main
    assert not Report.objects.exists()


def test_what_is_too_large_is_told(action: Action, settings: Any) -> None:
    settings.UPLOADS = {**settings.UPLOADS, "file_mb": 1}
    shown = sent(staff_officer(), action, status=400, files=files(("film.mp4", b"x" * (1024 * 1024 + 1))))
    assert "film.mp4 is larger than 1 MB" in shown.main


def test_a_form_with_a_file_needs_its_key(action: Action) -> None:
    cal = staff_officer()
    cal.client.handler.enforce_csrf_checks = True
    answer = cal.client.post(
        f"{page(action)}/save",
        {"text": DONE, "files": files(("callers.csv", SHEET)), "form_key": str(uuid.uuid4())},
    )
    assert answer.status_code == 403
    assert not Document.objects.exists()
