"""``answerable load_figures``: files and folders, with a mapping that is kept; each whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from answerable.core.measures.loading.shape import Shape, as_json, digest
from answerable.core.permissions.roles import Role
from answerable.core.plans.cells import Cell
from answerable.measures.models import Load, Observation
from tests import factories as make
from tests import measuring
from tests.pages.loading import csv_of, values, xlsx_of
from tests.pages.test_figures_police import crime, street
from tests.signing import person_with

pytestmark = pytest.mark.django_db

HEADS = ("Month", "Area", "Value")
ROWS = (HEADS, ("May 2018", "North", 12), ("Jun 2018", "North", 14))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.chdir(tmp_path)
    measuring.area("North")
    measure = measuring.measure("Burglaries", kind="count")
    columns = {"period": "month", "place": "area", "value": "value"}
    shape = as_json(Shape(columns, measure=measure.pk))
    measuring.mapping("Monthly return", head=digest([Cell(one) for one in HEADS]))
    mapping = make.office().mappings.get()
    mapping.shape = shape
    mapping.save()
    return tmp_path


def run(*arguments: str, code: int = 0) -> None:
    if code == 0:
        call_command("load_figures", *arguments)
        return
    with pytest.raises(SystemExit) as ended:
        call_command("load_figures", *arguments)
    assert ended.value.code == code


def put(name: str, content: bytes) -> str:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content)
    return name


def test_a_file_is_loaded_with_the_mapping_that_knows_its_heads(capsys: Any) -> None:
    run(put("return.csv", csv_of(*ROWS)))
    assert "return.csv: 2 values new, 0 revised, 0 as they were." in capsys.readouterr().out
    assert [number for *_, number in values()] == [12, 14]
    load = Load.objects.get()
    assert (load.state, load.mapping and load.mapping.name, load.by.name) == (
        "loaded", "Monthly return", "The person at this machine",
    )  # fmt: skip
    assert load.document is not None
    with load.document.content.open("rb") as file:
        assert file.read() == csv_of(*ROWS)


def test_a_mapping_by_its_name_and_a_sheet_by_its_name(capsys: Any) -> None:
    path = put("return.xlsx", xlsx_of(Notes=[["nothing"]], Figures=ROWS))
    run(path, "--mapping", "Monthly return", code=1)
    assert "It has 2 sheets; say which with --sheet." in capsys.readouterr().err
    run(path, "--mapping", "Monthly return", "--sheet", "Figures")
    assert Observation.objects.count() == 2


def test_the_same_file_again_changes_nothing(capsys: Any) -> None:
    path = put("return.csv", csv_of(*ROWS))
    run(path)
    run(path)
    assert "Nothing would change: all of it is kept already." in capsys.readouterr().out
    assert Load.objects.count() == 1


def test_a_folder_is_loaded_file_by_file_and_a_bad_one_is_named(capsys: Any) -> None:
    put("in/a.csv", csv_of(*ROWS))
    put("in/b.csv", csv_of(HEADS, ("Jul 2018", "North", "about 20")))
    put("in/c.csv", csv_of(HEADS, ("Aug 2018", "North", 9)))
    put("in/read me.md", b"not a file of figures")
    run("in", code=1)
    said = capsys.readouterr()
    assert "in/b.csv: C2: “about 20” is not a number. Write 20 or leave it empty." in said.err
    assert Observation.objects.count() == 3
    assert "read me" not in said.err + said.out


def test_a_dry_run_changes_nothing(capsys: Any) -> None:
    run(put("return.csv", csv_of(*ROWS)), "--dry-run")
    assert "2 values new" in capsys.readouterr().out
    assert not Load.objects.exists()


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        (csv_of(("When", "What"), ("May 2018", 1)), (), "No mapping has the heads of this file"),
        (csv_of(*ROWS), ("--mapping", "Nothing"), "There is no mapping “Nothing”; there is: Monthly return."),
        (
            csv_of(("When", "What"), ("May 2018", 1)),
            ("--mapping", "Monthly return"),
            "has other heads than those",
        ),
        (csv_of(HEADS, ("May 2018", "Norht", 1)), (), "Not known: “Norht”. Load it once on the page"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", (), "is no spreadsheet; save it as XLSX or CSV"),
    ],
)
def test_what_cannot_be_loaded_is_said(
    content: bytes, arguments: tuple[str, ...], said: str, capsys: Any
) -> None:
    run(put("return.csv", content), *arguments, code=1)
    assert said in capsys.readouterr().err
    assert not Load.objects.exists()


def test_a_path_that_is_not_there_is_said() -> None:
    with pytest.raises(CommandError, match=r"nothing\.csv does not exist; check its name"):
        call_command("load_figures", "nothing.csv")
    Path("empty").mkdir()
    with pytest.raises(CommandError, match="empty has no file of figures in it"):
        call_command("load_figures", "empty")


def test_files_of_data_police_uk_need_no_mapping(capsys: Any) -> None:
    make.office().mappings.all().delete()
    put("police/2018-05/2018-05-wyvern-valley-street.csv", street(crime("2018-05", "Burglary")))
    put("police/2018-06/2018-06-wyvern-valley-street.csv", street(crime("2018-06", "Robbery")))
    run("police")
    assert "Measures that would be made" in capsys.readouterr().out
    assert len([one for one in values() if one[0] == "Recorded crime: all types"]) == 2


def test_an_account_acts_only_where_it_may() -> None:
    path = put("return.csv", csv_of(*ROWS))
    reader = person_with(Role.PANEL_READER, make.office(), "Panel Reader")
    with pytest.raises(CommandError, match=r"may load figures\. Your role is panel reader"):
        call_command("load_figures", path, by=reader.email)
    officer = person_with(Role.POLICY_OFFICER, make.office(), "Policy Officer")
    run(path, "--by", officer.email)
    assert Load.objects.get().by == officer
