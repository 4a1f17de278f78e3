"""A record handed over and taken over: nothing differs, and nothing of our software is needed to read it."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection

from answerable.accounts.models import User
from answerable.actions.models import Action
from answerable.audit.keys import public_in
from answerable.audit.models import Event
from answerable.config.editions import FULL, Wanted, hand_over
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.upkeep.handover.sealing import KEY, SIGNATURE, SUMS, check
from answerable.upkeep.handover.tables import ELSEWHERE, LEFT, handed_over, way_to_office
from answerable.upkeep.handover.taking import take_over
from tests import archive, cycle, follow, measuring, publish
from tests import factories as make


def quiet(words: str) -> None:
    del words


@pytest.fixture
def office(db: None) -> Office:
    """An invented archive with something of most kinds."""
    archive.fill()
    action = Action.objects.exclude(entry=None).select_related("forum", "entry").latest("given")
    planned = cycle.planned("2019-07-09", action.forum)
    cycle.line(cycle.agenda(planned, "Answering the phone")[0], "The DCC said that callers waited less.")
    follow.report(action)
    follow.step(action, "moved", "2019-04-30", reason="More time.", dues=["2019-06-01"])
    measure = measuring.measure("Calls answered")
    measuring.months(measuring.series(measure, measuring.area()), "2018-01", [70.0, 71.0, 72.5])
    publish.published("minutes", action.meeting)
    return make.office()


def handed(office: Office, folder: Path) -> Path:
    hand_over(office, folder, Wanted(FULL), at=make.NOW, tell=quiet)
    return folder


def emptied(but: str = "") -> None:
    """Take every row of the record away, but those of one other office."""
    left = [apps.get_model(label) for label in LEFT if not label.startswith("audit.")]
    tables = [*handed_over(), *(one for one in left if one._meta.pk.name == "id")]
    gone = {model: _keys(model, but) for model in tables if not but or way_to_office(model)}
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # an event was written: keys are checked at once since
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        for model, keys in gone.items():
            cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE id IN ({','.join(keys) or 'NULL'})")


def people_again() -> None:
    """Bring back whom the trail names: it is not emptied, and a test's database is checked at its end."""
    missing = set(Event.objects.values_list("by_id", flat=True)) - set(
        User.objects.values_list("pk", flat=True)
    )
    gone = [User(pk=one, email=f"{one}@gone.example", made_at=make.NOW) for one in missing if one]
    User.objects.bulk_create(gone)


def _keys(model: Any, but: str) -> list[str]:
    """The keys of a table's rows, found before anything that leads to their office is gone."""
    rows, way = model._default_manager.all(), way_to_office(model)
    if but:
        rows = rows.exclude(**{"slug" if way == "pk" else f"{way}__slug": but})
    return [str(one) for one in rows.values_list("pk", flat=True)]


def tables(folder: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in (folder / "record").rglob("*") if one.is_file()}


def test_into_an_empty_one_it_comes_with_no_difference(office: Office, tmp_path: Path) -> None:
    first = handed(office, tmp_path / "first")
    emptied()
    check(first, public_in(first / KEY))
    take_over(folder=first, by=None, at=make.NOW, tell=quiet)
    again = handed(Office.objects.get(), tmp_path / "again")
    assert tables(first) == tables(again)
    assert len(tables(first)["meetings.Entry.jsonl"].splitlines()) > 10


def test_beside_another_record_promises_stay_whose_they_were(office: Office, tmp_path: Path) -> None:
    with make.in_office(make.office("Otterdale")):
        item = make.item(make.meeting("2019-03-12", make.forum("Board")), "1", "Calls")
        line = make.entry(item, "note", "Calls were spoken of.")
        make.promise(line, ["CC"], "It will be done by May.", "2019-05-31")
        make.action(item, "See to it.", ["CC"])
    before = whose(office)
    first = handed(office, tmp_path / "first")
    emptied(but="otterdale")
    take_over(folder=first, by=None, at=make.NOW, tell=quiet)
    taken = Office.objects.get(slug=office.slug)
    assert whose(taken) == before
    assert taken.pk != office.pk
    assert Action.objects.filter(office__slug="otterdale").count() == 1
    assert {one.office_id for one in Action.objects.filter(meeting__office=taken)} == {taken.pk}


def whose(office: Office) -> list[Any]:
    """Each action with its owner as printed, by post and by person, and where it was given."""
    names = (
        "number",
        "text",
        "owners__printed",
        "owners__post__title",
        "owners__person__name",
        "meeting__date",
    )
    return sorted(Action.objects.filter(office=office).values_list(*names), key=str)


def test_taken_over_twice_is_refused(office: Office, tmp_path: Path) -> None:
    first = handed(office, tmp_path / "first")
    with pytest.raises(Refusal, match="a record of Wyvern Valley here already"):
        take_over(folder=first, by=None, at=make.NOW, tell=quiet)


def test_nobody_signs_in_with_what_was_handed_over(office: Office, tmp_path: Path) -> None:
    first = handed(office, tmp_path / "first")
    people = [json.loads(one) for one in (first / "record" / "accounts.User.jsonl").read_text().splitlines()]
    assert people
    assert not {"password", "last_login"} & set(people[0])
    emptied()
    take_over(folder=first, by=None, at=make.NOW, tell=quiet)
    assert not apps.get_model("accounts.User").objects.filter(is_active=True).exists()


def test_every_table_is_handed_over_or_left_with_a_reason(office: Office) -> None:
    ours = {one._meta.label for one in apps.get_models() if one._meta.app_label in settings.SLICES}
    told = {one._meta.label for one in handed_over()} | set(LEFT)
    assert {one for one in ours - told if one.split(".")[0] not in ELSEWHERE} == set()
    assert set(LEFT) <= ours
    lost = [one._meta.label for one in handed_over() if way_to_office(one) is None]
    assert lost == ["accounts.User"]


def test_what_was_changed_on_the_way_is_found(office: Office, tmp_path: Path) -> None:
    first = handed(office, tmp_path / "first")
    key = public_in(first / KEY)
    page = next((first / "pages").glob("assurance*.html"))
    page.write_text(page.read_text() + " ")
    with pytest.raises(Refusal, match="is not as it was handed over"):
        check(first, key)
    page.unlink()
    with pytest.raises(Refusal, match="is missing"):
        check(first, key)
    sums = first / SUMS
    sums.write_text("\n".join(one for one in sums.read_text().splitlines() if page.name not in one) + "\n")
    with pytest.raises(Refusal, match="not signed with this key"):
        check(first, key)


@pytest.mark.needs("openssl")
def test_is_checked_without_our_program(office: Office, tmp_path: Path) -> None:
    """The commands that README.txt gives."""
    first = handed(office, tmp_path / "first")
    lines = (first / "README.txt").read_text()
    assert subprocess.run(["sha256sum", "--quiet", "-c", SUMS], cwd=first, check=False).returncode == 0
    raw = subprocess.run(["base64", "-d", SIGNATURE], cwd=first, capture_output=True, check=True).stdout
    (first / f"{SIGNATURE}.bin").write_bytes(raw)
    command = lines[lines.index("openssl") :].splitlines()[0].split()
    done = subprocess.run(command, cwd=first, capture_output=True, check=False)
    assert b"Verified Successfully" in done.stdout + done.stderr


def test_tables_open_in_a_spreadsheet_as_in_json(office: Office, tmp_path: Path) -> None:
    record = handed(office, tmp_path / "first") / "record"
    schema = {one["table"]: one for one in json.loads((record / "schema.json").read_text())["tables"]}
    for label, told in schema.items():
        names = [one["name"] for one in told["columns"]]
        rows = [json.loads(line) for line in (record / f"{label}.jsonl").read_text().splitlines()]
        with (record / "csv" / f"{label}.csv").open(newline="") as file:
            table = list(csv.reader(file))
        assert table[0] == names
        assert len(table) == len(rows) + 1, label
        assert all(list(row) == names for row in rows), label


def test_a_folder_that_is_there_is_not_mixed_up(office: Office, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    with pytest.raises(Refusal, match="is there already"):
        handed(office, tmp_path / "first")


def test_a_handover_that_fails_leaves_nothing(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **options: object) -> None:
        raise OSError(28, "No space left on device", "originals")

    make.document("More minutes.", "more.txt")
    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space"):
        handed(office, tmp_path / "first")
    assert list(tmp_path.iterdir()) == []


def test_originals_open_from_the_minutes_and_come_back(office: Office, tmp_path: Path) -> None:
    made = make.document("Minutes.", "minutes.pdf", b"%PDF-1.7 minutes", media_type="application/pdf")
    made.meetings.add(Action.objects.filter(office=office).latest("given").meeting)
    first = handed(office, tmp_path / "first")
    file = first / f"{made.content.name}.pdf"
    assert file.read_bytes() == b"%PDF-1.7 minutes"
    assert any(
        f'href="../{made.content.name}.pdf"' in one.read_text() for one in (first / "pages").glob("*.html")
    )
    kept = Path(made.content.path)
    kept.unlink()
    emptied()
    take_over(folder=first, by=None, at=make.NOW, tell=quiet)
    assert kept.read_bytes() == b"%PDF-1.7 minutes"
