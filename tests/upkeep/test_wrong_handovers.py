"""A handover that somebody made up, signed with a key of their own: one sentence, and nothing is taken."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from answerable.audit.keys import key_path, make_key
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.publishing.addresses import given
from answerable.upkeep.handover import taking
from answerable.upkeep.handover.sealing import MANIFEST, SIGNATURE, SUMS, seal
from tests import factories as make
from tests.upkeep.test_handover import emptied, handed, people_again

pytestmark = pytest.mark.any_database

Change = Callable[[Any], Any]


@pytest.fixture
def folder(db: None, tmp_path: Path) -> Iterator[Path]:
    """A record with a meeting and its original, handed over; neither is here any more."""
    made = make.document("Minutes.", "minutes.pdf", b"%PDF-1.7 minutes", media_type="application/pdf")
    meeting = make.meeting("2019-03-12")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited.")
    made.meetings.add(meeting)
    given(made.office, "wyvern-valley/meeting", "meeting", meeting.pk, make.NOW)
    handed(made.office, tmp_path / "theirs")
    place(made.content.name).unlink()
    emptied()
    yield tmp_path / "theirs"
    people_again()


def place(name: str) -> Path:
    return Path(settings.MEDIA_ROOT) / name


def said(folder: Path) -> str:
    """The one sentence of the refusal; nothing was taken over."""
    before = sorted(Path(settings.MEDIA_ROOT).rglob("*"))
    with pytest.raises(CommandError) as error:
        call_command("take_over", str(folder), stdout=StringIO())
    assert "\n" not in str(error.value)
    assert not Office.objects.exists()
    assert sorted(Path(settings.MEDIA_ROOT).rglob("*")) == before
    return str(error.value)


def told(folder: Path, file: str, change: Change) -> None:
    """Change what a JSON file says."""
    path = folder / file
    path.write_text(json.dumps(change(json.loads(path.read_text("utf-8")))), encoding="utf-8")
    seal(folder)


def row(folder: Path, table: str, **values: Any) -> None:
    """Change the first row of a table."""
    path = folder / "record" / f"{table}.jsonl"
    first, *rest = path.read_text("utf-8").splitlines()
    lines = [json.dumps({**json.loads(first), **values}), *rest]
    path.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
    seal(folder)


@pytest.mark.parametrize("name", ["../{sha}.pdf", "/tmp/{sha}.pdf", "originals/../../{sha}", "minutes.pdf"])
def test_no_file_is_put_elsewhere(folder: Path, name: str, tmp_path: Path) -> None:
    sha = json.loads((folder / "record" / "documents.Document.jsonl").read_text())["sha256"]
    row(folder, "documents.Document", content=name.format(sha=sha))
    assert "which is no name of an original" in said(folder)


def test_a_file_is_what_the_record_says_it_is(folder: Path) -> None:
    file = next(folder.glob("*.pdf"))
    file.write_bytes(b"%PDF-1.7 other minutes")
    seal(folder)
    assert "is not the file that the record names" in said(folder)


def test_no_row_is_slipped_into_the_record_of_another(folder: Path) -> None:
    """A key below one would come out as that of a row which is here already."""
    row(folder, "meetings.Meeting", office_id=-1)
    assert "A row of meetings.Meeting cannot be read (-1 is no key of a row)" in said(folder)


def test_a_row_that_names_nothing_is_refused(folder: Path) -> None:
    row(folder, "meetings.Entry", item_id=987_654)
    assert "names another that was not handed over" in said(folder)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("meetings.Meeting", {"date": "some day"}),
        ("meetings.Meeting", {"date": 7}),
        ("meetings.Meeting", {"state": "dreamt"}),
        ("meetings.Meeting", {"revision": "many"}),
        ("meetings.Meeting", {"settled": "perhaps"}),
        ("meetings.Meeting", {"id": 10**30}),
        ("accounts.User", {"id": ["1"]}),
        ("publishing.Address", {"kind": "planet"}),
    ],
)
def test_a_row_that_is_none_is_refused(folder: Path, table: str, values: dict[str, Any]) -> None:
    row(folder, table, **values)
    assert f"A row of {table} cannot be read" in said(folder)


@pytest.mark.parametrize("line", ["[]", "7", "{", "[" * 100_000])
def test_a_line_that_is_no_row_is_refused(folder: Path, line: str) -> None:
    (folder / "record" / "accounts.User.jsonl").write_text(line)
    seal(folder)
    assert "accounts.User.jsonl cannot be read" in said(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda told: [told],
        lambda told: {**told, "rows": []},
        lambda told: {name: value for name, value in told.items() if name != "slug"},
        lambda told: {**told, "slug": "otterdale"},
    ],
)
def test_a_manifest_that_says_something_else_is_refused(folder: Path, change: Change) -> None:
    told(folder, MANIFEST, change)
    assert said(folder)


def test_a_link_is_refused_wherever_it_leads(folder: Path, tmp_path: Path) -> None:
    (folder / "more").symlink_to(tmp_path, target_is_directory=True)
    assert "is neither a file nor a folder" in said(folder)


def test_checksums_that_are_none_are_refused(folder: Path) -> None:
    lie = b"whole, believe me\xff\n"
    (folder / SUMS).write_bytes(lie)
    (folder / SIGNATURE).write_text(b64encode(make_key(key_path()).sign(lie)).decode())
    assert "holds something else than checksums" in said(folder)


def test_files_go_again_where_the_rest_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(**given: object) -> None:
        assert Document.objects.exists()
        assert place(Document.objects.get().content.name).exists()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(taking, "record", fails)
    assert said(folder) == "Nothing was taken over: No space left on device."


def test_what_a_killed_one_left_is_no_hindrance(folder: Path) -> None:
    name = json.loads((folder / "record" / "documents.Document.jsonl").read_text())["content"]
    place(f"{name}.unfinished").parent.mkdir(parents=True, exist_ok=True)
    place(f"{name}.unfinished").write_bytes(b"%PDF-1.")
    call_command("take_over", str(folder), stdout=StringIO())
    assert place(name).read_bytes() == b"%PDF-1.7 minutes"
    assert not place(f"{name}.unfinished").exists()
