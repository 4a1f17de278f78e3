"""A record taken over: the same record, the same public site, and promises that stay whose they were."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from answerable.actions.models import Action
from answerable.audit.keys import make_key, pem_of, public_in, public_of
from answerable.audit.queries import taken_over_keys
from answerable.config.editions import BOTH, Wanted, hand_over
from answerable.core.permissions.roles import Role
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.published.models import Key, Publication
from answerable.published.operations import clear
from answerable.publishing.checking_chain import wrong_with
from answerable.publishing.models import Address
from answerable.publishing.operations import deliver_due, delivering
from answerable.upkeep.handover import taking
from answerable.upkeep.handover.saying import ANEW
from answerable.upkeep.handover.sealing import KEY, MANIFEST, seal
from answerable.upkeep.handover.tables import KINDS, way_to_office
from answerable.upkeep.handover.taking import take_over
from tests import factories as make
from tests.signing import person_with, sign_in
from tests.upkeep.rich import rich
from tests.upkeep.test_handover import emptied, people_again, quiet, tables
from tests.upkeep.test_public_edition import bytes_of

pytestmark = pytest.mark.any_database  # test_handover.py takes a record over on both


@pytest.fixture
def office(db: None) -> Iterator[Office]:
    yield rich()
    people_again()


def both(office: Office, target: Path) -> Path:
    hand_over(office, target, Wanted(BOTH, restricted=True), at=make.NOW, tell=quiet)
    return target


def test_record_and_public_site_are_the_same_there(office: Office, tmp_path: Path) -> None:
    """With the whole of it: redactions, corrections, withdrawals, measures, files, both stores."""
    first = both(office, tmp_path / "first")
    emptied()
    clear(office.slug)
    assert not Publication.objects.exists()
    take_over(folder=first / "full", by=None, at=make.NOW, tell=quiet)
    deliver_due(at=make.NOW)
    again = both(Office.objects.get(), tmp_path / "again")
    assert tables(first / "full") == tables(again / "full")
    one, other = bytes_of(first / "public"), bytes_of(again / "public")
    assert one.keys() == other.keys()
    assert {name for name in one if one[name] != other[name]} == set()


def test_the_successor_knows_whose_key_signed(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its own trail does not name the key, the event of the taking over does."""
    first = both(office, tmp_path / "first")
    theirs = public_in(first / "full" / KEY)
    emptied()
    clear(office.slug)
    Key.objects.using("published").all().delete()
    take_over(folder=first / "full", by=None, at=make.NOW, tell=quiet)
    monkeypatch.setattr(delivering, "key_statements", list)
    deliver_due(at=make.NOW)
    assert [one.public for one in taken_over_keys()] == [theirs]
    taken = Office.objects.get()
    assert theirs in Client().get(f"/{taken.slug}/publications/keys").content.decode()
    assert list(wrong_with(taken, {one.key: one.public for one in taken_over_keys()})) == []


def test_the_successor_reads_whose_promises_they_were(office: Office, tmp_path: Path) -> None:
    """Beside its own record: the page of an action says who was to do it, and who held the post then."""
    first = both(office, tmp_path / "first")
    number, slug = "A-9001", office.slug
    emptied(but="otterdale")
    take_over(folder=first / "full", by=None, at=make.NOW, tell=quiet)
    taken = Office.objects.get(slug=slug)
    action = Action.objects.get(office=taken, number=number)
    client = sign_in(Client(), person_with(Role.POLICY_OFFICER, taken, "Una Successor"))
    page = unescape(client.get(reverse("action", args=[action.pk])).content.decode())
    assert action.text in page
    assert "Crown Prosecution Service" in page or "CPS" in page
    assert Office.objects.get(slug="otterdale").name not in page
    _has_its_addresses(taken)


def _has_its_addresses(office: Office) -> None:
    """What has an address keeps it: a decision of another office is not at one of theirs."""
    there = Address.objects.filter(office=office).exclude(about=None)
    assert {"agenda", "decision"} <= set(there.values_list("kind", flat=True))
    for kind in set(there.values_list("kind", flat=True)):
        model = apps.get_model(KINDS[kind])
        named = model._default_manager.filter(**{str(way_to_office(model)): office})
        keys = set(there.filter(kind=kind).values_list("about", flat=True))
        assert keys <= set(named.values_list("pk", flat=True)), kind


class Terminal(StringIO):
    """Somebody sits before it."""

    def isatty(self) -> bool:
        return True


def test_an_archive_is_one_file_that_openssl_checks(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "valley.tar"
    both(office, target)
    names = {one.name for one in tmp_path.iterdir()}
    assert names == {"valley.tar", "valley.tar.sha256", "valley.tar.sha256.sig", "valley.tar.pem"}
    sums = ["sha256sum", "--quiet", "-c", "valley.tar.sha256"]
    assert subprocess.run(sums, cwd=tmp_path, check=False).returncode == 0
    verify = (
        "openssl pkeyutl -verify -pubin -inkey valley.tar.pem -rawin -in valley.tar.sha256 "
        "-sigfile valley.tar.sha256.sig"
    )
    done = subprocess.run(verify.split(), cwd=tmp_path, check=False, capture_output=True)
    assert b"Verified Successfully" in done.stdout + done.stderr
    emptied()
    said = Terminal()
    call_command("take_over", str(target), "--key", f"{target}.pem", stdout=StringIO(), stderr=said)
    assert Office.objects.get().slug == office.slug
    steps = said.getvalue().split(ANEW)
    assert [one for one in ("the archive", "checksums", "meetings", "originals") if one in steps] == [
        "the archive", "checksums", "meetings", "originals",
    ]  # fmt: skip
    assert steps[-1] == "", "the line is gone at the end"
    assert {one.name for one in tmp_path.iterdir()} == names


def test_bad_input_is_refused_in_a_sentence_and_nothing_is_taken(office: Office, tmp_path: Path) -> None:
    first = both(office, tmp_path / "first")
    full = first / "full"
    other = tmp_path / "other.pem"
    other.write_text(pem_of(public_of(make_key(tmp_path / "other-key.pem"))))
    assert "is not signed with this key" in refused(first, "--key", str(other))
    assert "is not there" in refused(tmp_path / "nowhere")
    assert "neither a folder nor an archive" in refused(other)
    assert "is the public edition, which has no tables" in refused(first / "public")
    with changed(full / MANIFEST, '"format": "answerable-handover/2"', '"format": "answerable-handover/9"'):
        assert "written by another version (answerable-handover/9)" in refused(first)
    with changed(full / "record" / "schema.json", '"table": "actions.Action"', '"table": "actions.Deed"'):
        assert "whose table actions.Action is not as this version has it" in refused(first)
    assert "a record of Wyvern Valley here already" in refused(first)


def test_a_disk_that_fills_leaves_no_half_of_a_file(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.document("More minutes.", "more.txt", b"More minutes.")
    first = both(office, tmp_path / "first")
    kept = [Path(settings.MEDIA_ROOT) / name for name in Document.objects.values_list("content", flat=True)]
    emptied()
    for one in kept:
        one.unlink()
    copy, copied = taking.copy_synced, []

    def fills(source: Path, target: Path) -> str:
        if copied:
            Path(target).write_bytes(b"half")
            full_disk()
        copied.append(target)
        return copy(source, target)

    monkeypatch.setattr(taking, "copy_synced", fills)
    assert "Nothing was taken over: No space left on device" in refused(first)
    assert copied
    assert [one for one in kept if one.exists()] == []
    assert list(kept[0].parent.glob("*.unfinished")) == []
    assert not Office.objects.exists()


def full_disk(*given: object, **more: object) -> None:
    raise OSError(28, "No space left on device", "originals")


def refused(*given: object) -> str:
    """The one sentence of a taking over that is refused."""
    with pytest.raises(CommandError) as error:
        call_command("take_over", *map(str, given), stdout=StringIO())
    assert "\n" not in str(error.value)
    return str(error.value)


@contextmanager
def changed(path: Path, was: str, now: str) -> Iterator[None]:
    """A file of the folder otherwise, and signed so by the office itself."""
    text = path.read_text("utf-8")
    assert was in text
    folder = next(one for one in path.parents if (one / MANIFEST).exists())
    path.write_text(text.replace(was, now), encoding="utf-8")
    seal(folder)
    yield
    path.write_text(text, encoding="utf-8")
    seal(folder)
