"""The public edition: the whole public site as files, every address kept, and nothing else."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import feedparser
import pytest

from answerable.config.editions import PUBLIC, Wanted, hand_over
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.published.models import Line, Publication, Snapshot
from answerable.publishing.operations import deliver_due
from answerable.upkeep.handover.sealing import SIGNATURE, SUMS
from tests import factories as make
from tests import publish
from tests.permissions.places import ELSEWHERE, SECRET
from tests.upkeep.edition_links import dead_links, places
from tests.upkeep.rich import REDACTED, rich
from tests.upkeep.test_handover import emptied, people_again

pytestmark = pytest.mark.any_database


def quiet(words: str) -> None:
    del words


@pytest.fixture
def office(db: None) -> Iterator[Office]:
    yield rich()
    people_again()


def edition(office: Office, folder: Path) -> Path:
    hand_over(office, folder, Wanted(PUBLIC), at=make.NOW, tell=quiet)
    return folder


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def listed(folder: Path) -> dict[str, tuple[str, str]]:
    with (folder / "addresses.csv").open(newline="") as file:
        return {row["address"]: (row["file"], row["state"]) for row in csv.DictReader(file)}


def test_it_is_the_whole_public_site(office: Office, tmp_path: Path) -> None:
    folder = edition(office, tmp_path / "public")
    assert dead_links(folder) == []
    addresses = listed(folder)
    _has_every_line(folder, addresses)
    _has_every_version(folder, addresses)
    _can_be_checked(folder, office)
    _is_open_data(folder, office)
    _is_served_at_the_old_addresses(folder)
    _is_sealed(folder, office)
    words = [word.encode() for word in (SECRET, ELSEWHERE, REDACTED)]
    assert [name for name, told in bytes_of(folder).items() if any(one in told for one in words)] == []


def _has_every_line(folder: Path, addresses: dict[str, tuple[str, str]]) -> None:
    """Each line that can be cited is at its address, on the page that the address has."""
    for path, kind in Line.objects.filter(gone=False).values_list("path", "kind"):
        where, _, place = path.partition("#")
        file, state = addresses[f"/{where}"]
        assert state == "there", path
        if place and kind != "observation":  # a figure stands in a table
            assert place in places(folder / file), path
    for path in Line.objects.filter(gone=True, kind="item").values_list("path", flat=True):
        assert addresses[f"/{path}"][1] == "gone"


def _has_every_version(folder: Path, addresses: dict[str, tuple[str, str]]) -> None:
    for one in Snapshot.objects.all():
        _, state = addresses[f"/{one.path}/version/{one.version}"]
        now = "leads on" if one.kind in ("meeting", "file", "action") else "there"
        assert state == {"current": now, "replaced": "there", "withdrawn": "gone"}[one.state]
        if one.kind == "file" and one.state == "current":
            assert (folder / addresses[f"/{one.path}"][0]).read_bytes() == bytes(one.content)
    assert "leads on" in {state for _, state in addresses.values()}
    assert {"there", "gone"} <= {state for where, (_, state) in addresses.items() if "/version/" in where}


def _can_be_checked(folder: Path, office: Office) -> None:
    """As README.txt says: the parts by the header, the header by its hash in the next one."""
    before = "0" * 64
    for one in Publication.objects.order_by("number"):
        base = folder / office.slug / "publications" / str(one.number)
        header = (base / "header").read_bytes()
        told = json.loads(header)
        assert told["before"] == before
        before = hashlib.sha256(header).hexdigest()
        assert before in base.with_name(f"{one.number}.html").read_text()
        for place, part in enumerate(told["parts"], start=1):
            file = base / "parts" / str(place)
            gone = Snapshot.objects.get(publication=one, path=part["path"]).state == "withdrawn"
            assert gone or hashlib.sha256(file.read_bytes()).hexdigest() == part["sha256"]
    assert one.signature in base.with_name(f"{one.number}.html").read_text()
    assert one.key in (folder / office.slug / "publications" / "keys").read_text()


def _is_open_data(folder: Path, office: Office) -> None:
    base = folder / office.slug
    for line in (base / "data" / "SHA256SUMS").read_text().splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((base / "data" / name).read_bytes()).hexdigest() == digest
    assert feedparser.parse((base / "feeds" / "meetings.atom").read_bytes()).entries
    assert (base / "feeds" / "meetings.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert json.loads((base / "data" / "popolo.json").read_bytes())
    assert next(base.rglob("minutes.akn.xml")).read_bytes().startswith(b"<?xml")


def test_it_is_made_of_the_public_store_alone(office: Office, tmp_path: Path) -> None:
    first = bytes_of(edition(office, tmp_path / "first"))
    emptied()
    again = bytes_of(edition(office, tmp_path / "again"))
    assert first.keys() == again.keys()
    assert {name for name in first if first[name] != again[name]} == set()


def _is_served_at_the_old_addresses(folder: Path) -> None:
    """What nginx.conf tries, in its order, is the file that addresses.csv names."""
    rules = (folder / "nginx.conf").read_text()
    assert "try_files $uri~$args.html $uri.html $uri =404;" in rules
    assert 'try_files "${files}${stem}~version-${number}${ending}" @now;' in rules
    for where, (file, state) in listed(folder).items():
        path, _, asked = where.lstrip("/").partition("?")
        old = re.fullmatch(r"(.+/files/)([^/]+)([.][^./]+)/version/(\d+)", path)
        tried = [f"{old[1]}{old[2]}~version-{old[4]}{old[3]}"] if old else []
        download = re.fullmatch(r"(.+/(?:actions|promises))[.](csv|json)", path)
        tried += [f"{download[1]}~{asked}.{download[2]}"] if download else []
        tried += [f"{path}~{asked}.html", f"{path}.html", path]
        served = next((one for one in tried if (folder / unquote(one)).is_file()), None)
        if state == "there" and where != "/":
            assert served == file, where
        if state == "gone":
            assert f'location = "{where}" {{ error_page 410 "/{file}"; return 410; }}' in rules


def _is_sealed(folder: Path, office: Office) -> None:
    """The commands of README.txt find that it is whole, and a changed byte."""
    sums = ["sha256sum", "--quiet", "-c", SUMS]
    assert all(one in (folder / "README.txt").read_text() for one in (" ".join(sums), "openssl pkeyutl"))
    assert subprocess.run(sums, cwd=folder, check=False).returncode == 0
    (folder / f"{SIGNATURE}.bin").write_bytes(b64decode((folder / SIGNATURE).read_text()))
    lines = (folder / "README.txt").read_text().splitlines()
    command = next(one for one in lines if "openssl" in one).split()
    assert subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode == 0
    page = folder / f"{office.slug}.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert subprocess.run(sums, cwd=folder, check=False, capture_output=True).returncode == 1


def test_where_nothing_was_published_there_is_none(db: None, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="so there is no public edition"):
        edition(make.office(), tmp_path / "public")
    assert list(tmp_path.iterdir()) == []


def test_what_is_published_meanwhile_is_not_mixed_in(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from answerable.public.edition import making

    asked = making.start_page

    def slow(*given: object, **more: object) -> str:
        publish.published("register", at=make.NOW)
        deliver_due(at=make.NOW)
        return asked(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "start_page", slow)
    with pytest.raises(Refusal, match="published while the edition was made"):
        edition(office, tmp_path / "public")
    assert list(tmp_path.iterdir()) == []
