"""The full edition: what is in it, what is not and why, and that it is the same each time."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import stat
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from answerable.actions.models import Action, ReportDocument
from answerable.audit.operations import record
from answerable.config.editions import FULL, Wanted, hand_over
from answerable.core.editions import FULL as FULL_PLACES
from answerable.core.editions import PUBLIC, Place
from answerable.core.refusal import Refusal
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.upkeep.handover import folder as full_edition
from answerable.upkeep.handover.tables import KINDS
from answerable.upkeep.handover.taking import take_over
from tests import factories as make
from tests import follow
from tests.permissions.places import SECRET
from tests.upkeep.edition_links import dead_links
from tests.upkeep.rich import rich
from tests.upkeep.test_handover import emptied, people_again, quiet, tables
from tests.upkeep.test_public_edition import bytes_of

pytestmark = pytest.mark.any_database
DATED = {"START-HERE.html", "README.txt", "handover.json", "SHA256SUMS", "SIGNATURE", "audit/trail.jsonl"}
"""What says when it was handed over, or follows from that."""
NAMING = (("search.SearchRow", "object_id"), ("publishing.Address", "about"))


@pytest.fixture
def office(db: None) -> Office:
    found = rich()
    secret = make.document("Secret minutes.", "secret.txt", b"Secret minutes.")
    Document.objects.filter(pk=secret.pk).update(restricted=True, marking="restricted")
    return found


def full(office: Office, folder: Path, **more: Any) -> Path:
    hand_over(office, folder, Wanted(FULL, **more), at=make.NOW, tell=quiet)
    return folder


def test_it_can_be_read_from_end_to_end(office: Office, tmp_path: Path) -> None:
    folder = full(office, tmp_path / "full")
    assert dead_links(folder) == []
    start = (folder / "START-HERE.html").read_text()
    assert all(f'href="{one.relative_to(folder)}"' in start for one in folder.glob("pages/*-meeting-*.html"))
    measure = next(folder.glob("pages/measure-*.html")).read_text()
    assert "<svg" in measure
    assert "<table" in measure
    assert any(SECRET in one.read_text() for one in folder.glob("pages/*.html"))
    _keeps_its_schemas(folder / "record")
    _names_rows_of_known_tables(folder / "record")
    _says_what_is_left_out(folder)


def _keeps_its_schemas(record: Path) -> None:
    """Each row of each table, held against the schema that lies beside it by somebody else's program."""
    checked = 0
    for path in sorted(record.glob("*.jsonl")):
        schema = json.loads((record / "schema" / f"{path.stem}.json").read_text())
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(
            schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
        )
        for line in path.read_text().splitlines():
            validator.validate(json.loads(line))
            checked += 1
    assert checked > 300


def _names_rows_of_known_tables(record: Path) -> None:
    """Also where a column is a plain number, and a kind says which table it is a key of."""
    found = {name: _kinds(record / f"{name}.jsonl", key) for name, key in NAMING}
    assert {"agenda", "decision", "item", "topic"} <= found["publishing.Address"]
    assert set().union(*found.values()) <= set(KINDS)


def _kinds(path: Path, key: str) -> set[str]:
    rows = map(json.loads, path.read_text().splitlines())
    return {one["kind"] for one in rows if one[key] is not None}


def _says_what_is_left_out(folder: Path) -> None:
    with (folder / "originals.csv").open(newline="") as file:
        told = {row["name"]: row for row in csv.DictReader(file)}
    assert told["secret.txt"]["what became of it"] == "restricted, and nobody said that it may go"
    assert not (folder / told["secret.txt"]["file"]).exists()
    here = [row for row in told.values() if row["what became of it"] == "here"]
    assert here
    assert all((folder / row["file"]).is_file() for row in here)
    assert "secret.txt" in (folder / "pages" / "left-out.html").read_text()


def test_restricted_originals_go_where_a_person_said_so(office: Office, tmp_path: Path) -> None:
    folder = full(office, tmp_path / "full", restricted=True)
    assert b"Secret minutes." in set(bytes_of(folder).values())
    assert texts(folder)["secret.txt"] == "Secret minutes."
    assert "Every original is here." in (folder / "pages" / "left-out.html").read_text()


def texts(folder: Path) -> dict[str, str]:
    lines = (folder / "record" / "documents.Document.jsonl").read_text().splitlines()
    return {row["name"]: row["text"] for row in map(json.loads, lines)}


def test_the_text_stays_where_its_file_stays(office: Office, tmp_path: Path) -> None:
    folder = full(office, tmp_path / "full")
    assert texts(folder)["secret.txt"] == ""
    assert any(texts(folder).values())
    assert [name for name, told in bytes_of(folder).items() if b"Secret minutes" in told] == []


@pytest.mark.parametrize("restricted", [False, True])
def test_what_the_force_keeps_for_itself_is_not_the_offices_to_give(
    office: Office, tmp_path: Path, restricted: bool
) -> None:
    """Neither file, text nor draft, whatever is said of what is restricted; its own the office may give."""
    action = Action.objects.filter(office=office).latest("given")
    for side in ("force", "office"):
        kept = make.document(f"Told by the {side}.", f"{side}.txt", f"Sent by the {side}.".encode())
        Document.objects.filter(pk=kept.pk).update(restricted=True, marking="restricted", kept_for=side)
        draft = follow.report(action, f"Drafted by the {side}.", side=side, state="draft")
        ReportDocument.objects.create(report=draft, document=kept, name=f"{side}.txt")
    folder = full(office, tmp_path / "full", restricted=restricted)
    with (folder / "originals.csv").open(newline="") as file:
        became = {row["name"]: row["what became of it"] for row in csv.DictReader(file)}
    assert became["force.txt"] == "the force keeps it for itself"
    assert became["office.txt"] == ("here" if restricted else "restricted, and nobody said that it may go")
    found = b"".join(bytes_of(folder).values())
    words = {word for word in (b"Told", b"Sent", b"Drafted") if word + b" by the force." in found}
    assert words == set()
    assert b"Drafted by the office." in found
    assert (b"Told by the office." in found) == (b"Sent by the office." in found) == restricted


@pytest.mark.parametrize("restricted", [False, True])
def test_what_goes_over_comes_with_no_difference(office: Office, tmp_path: Path, restricted: bool) -> None:
    kept = make.document("Told by the force.", "force.txt", b"Sent by the force.")
    Document.objects.filter(pk=kept.pk).update(restricted=True, marking="restricted", kept_for="force")
    action = Action.objects.filter(office=office).latest("given")
    draft = follow.report(action, "Drafted by the force.", state="draft")
    ReportDocument.objects.create(report=draft, document=kept, name="force.txt")
    first = full(office, tmp_path / "first", restricted=restricted)
    emptied()
    take_over(folder=first, by=None, at=make.NOW, tell=quiet)
    people_again()
    again = full(Office.objects.get(), tmp_path / "again", restricted=restricted)
    assert tables(first) == tables(again)
    assert (first / "originals.csv").read_bytes() == (again / "originals.csv").read_bytes()


def test_twice_it_is_the_same_but_for_the_day(office: Office, tmp_path: Path) -> None:
    first = bytes_of(full(office, tmp_path / "first"))
    assert bytes_of(full(office, tmp_path / "again")) == first
    hand_over(
        office, tmp_path / "later", Wanted(FULL), at=make.NOW.replace(year=make.NOW.year + 1), tell=quiet
    )
    later = bytes_of(tmp_path / "later")
    changed = {name for name in first if first[name] != later[name]}
    assert {name for name in changed if "measure" not in name} <= DATED  # a measure is judged on a day


def test_a_record_that_changes_meanwhile_is_not_handed_over(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rows of two moments do not hold together. Who signs in, or looks, changes nothing."""
    copy = full_edition.copy_originals

    def meanwhile(operation: str, office_id: int | None) -> None:
        def happens(*given: Any, **more: Any) -> Any:
            record(by=None, at=make.NOW, operation=operation, summary="Meanwhile.", office_id=office_id)
            return copy(*given, **more)

        monkeypatch.setattr(full_edition, "copy_originals", happens)

    meanwhile("meetings.correct", office.pk)
    with pytest.raises(Refusal, match="The record changed while it was handed over"):
        full(office, tmp_path / "full")
    assert list(tmp_path.iterdir()) == []
    meanwhile("accounts.sign_in", None)
    assert full(office, tmp_path / "full").is_dir()


def test_a_spreadsheet_runs_nothing_of_it(db: None, tmp_path: Path) -> None:
    item = make.item(make.meeting("2019-03-12"), "1", "=HYPERLINK(1)")
    make.document("Minutes.", "=cmd.txt")
    folder = full(item.meeting.office, tmp_path / "full")
    with (folder / "record" / "csv" / "meetings.Item.csv").open(newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["'=HYPERLINK(1)"]
    with (folder / "originals.csv").open(newline="") as file:
        assert [row["name"] for row in csv.DictReader(file)] == ["'=cmd.txt"]
    assert '"title":"=HYPERLINK(1)"' in (folder / "record" / "meetings.Item.jsonl").read_text()


def test_the_day_is_that_of_the_office(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half past midnight in summer is the evening before in UTC."""
    office = make.office()
    now = dt.datetime(2019, 6, 30, 23, 30, tzinfo=dt.UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)
    call_command("handover", str(tmp_path / "full"), "--edition", "full", stdout=StringIO())
    told = (tmp_path / "full" / "README.txt").read_text()
    assert f"The record of {office.name}, as it stood on 1 July 2019." in told
    assert "1 July 2019" in (tmp_path / "full" / "START-HERE.html").read_text()


def test_both_are_one_folder_with_one_start(office: Office, tmp_path: Path) -> None:
    """As somebody types it."""
    folder, said = tmp_path / "both", StringIO()
    with pytest.raises(CommandError, match="say which with --office"):
        call_command("handover", str(folder))
    call_command("handover", str(folder), "--archive", "--office", office.slug, stdout=said)
    assert re.search(r"Handed over to .+: \d+ pages, \d+ files, [\d,]+ rows", said.getvalue())
    assert {one.name for one in folder.iterdir()} == {"START-HERE.html", "public", "full"}
    assert dead_links(folder) == []
    assert (tmp_path / "both.tar.sha256.sig").exists()
    with pytest.raises(CommandError, match="is there already"):
        call_command("handover", str(folder), "--office", office.slug)
    with pytest.raises(CommandError, match="There is no office called nowhere"):
        call_command("handover", str(tmp_path / "other"), "--office", "nowhere")
    assert [stat.S_IMODE((folder / one).stat().st_mode) & 0o077 == 0 for one in ("full", "public")] == [
        True, False,
    ]  # fmt: skip
    public, full = folder / "public", folder / "full"
    assert _not_there(public, PUBLIC, office.slug) == []
    assert _not_there(full, [one for one in FULL_PLACES if one.path != "originals/"], office.slug) == []
    told = {one.path.replace("OFFICE", office.slug) for one in PUBLIC}
    assert {f"{one.name}/" if one.is_dir() else one.name for one in public.iterdir()} <= told


def _not_there(folder: Path, places: Sequence[Place], slug: str) -> list[str]:
    """What the manual says lies there and does not."""
    told = [one.path.replace("OFFICE", slug) for one in places]
    return [one for one in told if not (folder / one).exists()]
