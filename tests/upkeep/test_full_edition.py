"""The full edition: what is in it, what is not and why, and that it is the same each time."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from django.core.management import CommandError, call_command

from answerable.config.editions import FULL, Wanted, hand_over
from answerable.core.editions import FULL as FULL_PLACES
from answerable.core.editions import PUBLIC, Place
from answerable.documents.models import Document
from answerable.offices.models import Office
from tests import factories as make
from tests.permissions.places import SECRET
from tests.upkeep.edition_links import dead_links
from tests.upkeep.rich import rich
from tests.upkeep.test_handover import quiet
from tests.upkeep.test_public_edition import bytes_of

pytestmark = pytest.mark.any_database
DATED = {"START-HERE.html", "README.txt", "handover.json", "SHA256SUMS", "SIGNATURE", "audit/trail.jsonl"}
"""What says when it was handed over, or follows from that."""


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
    assert "Every original is here." in (folder / "pages" / "left-out.html").read_text()


def test_twice_it_is_the_same_but_for_the_day(office: Office, tmp_path: Path) -> None:
    first = bytes_of(full(office, tmp_path / "first"))
    assert bytes_of(full(office, tmp_path / "again")) == first
    hand_over(
        office, tmp_path / "later", Wanted(FULL), at=make.NOW.replace(year=make.NOW.year + 1), tell=quiet
    )
    later = bytes_of(tmp_path / "later")
    changed = {name for name in first if first[name] != later[name]}
    assert {name for name in changed if "measure" not in name} <= DATED  # a measure is judged on a day


def test_both_are_one_folder_with_one_start(office: Office, tmp_path: Path) -> None:
    """As somebody types it."""
    folder, said = tmp_path / "both", StringIO()
    with pytest.raises(CommandError, match="Say which office with --office"):
        call_command("handover", str(folder))
    call_command("handover", str(folder), "--archive", "--office", office.slug, stdout=said)
    assert re.search(r"Handed over to .+: \d+ pages, \d+ files, [\d,]+ rows", said.getvalue())
    assert {one.name for one in folder.iterdir()} == {"START-HERE.html", "public", "full"}
    assert dead_links(folder) == []
    assert (tmp_path / "both.tar.sha256.sig").exists()
    with pytest.raises(CommandError, match="is there already"):
        call_command("handover", str(folder), "--office", office.slug)
    public, full = folder / "public", folder / "full"
    assert _not_there(public, PUBLIC, office.slug) == []
    assert _not_there(full, [one for one in FULL_PLACES if one.path != "originals/"], office.slug) == []
    told = {one.path.replace("OFFICE", office.slug) for one in PUBLIC}
    assert {f"{one.name}/" if one.is_dir() else one.name for one in public.iterdir()} <= told


def _not_there(folder: Path, places: Sequence[Place], slug: str) -> list[str]:
    """What the manual says lies there and does not."""
    told = [one.path.replace("OFFICE", slug) for one in places]
    return [one for one in told if not (folder / one).exists()]
