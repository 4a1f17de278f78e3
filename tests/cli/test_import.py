"""``answerable import``: files and folders, what it says, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from rich.console import Console

from answerable.actions.models import Action
from answerable.intake.models import ImportedFile
from answerable.intake.operations import correct_line
from answerable.intake.telling import Teller
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from tests.intake.bringing import AT, user
from tests.records import action, item, note, record, warning

pytestmark = pytest.mark.django_db

MINUTES = """Assurance Meeting
14 December 2023

1. Patrols
The board met at Harrow Hall.
ACTION: CC to publish the rota of patrols by the end of January
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, *records: dict[str, Any] | str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(one if isinstance(one, str) else json.dumps(one) for one in records))
    return path


def meeting(date: str, *lines: Any) -> dict[str, Any]:
    return record(date, item("1", "Patrols"), note("Said."), action("CC to report", "CC"), *lines)


def run(*arguments: str, code: int = 0) -> None:
    if code == 0:
        call_command("import", *arguments)
        return
    with pytest.raises(SystemExit) as ended:
        call_command("import", *arguments)
    assert ended.value.code == code


def test_minutes_are_read_and_a_plain_line_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    put("minutes/2023-12.txt", MINUTES)
    run("minutes")
    said = capsys.readouterr().out
    assert "2023-12.txt: imported, 1 meeting, 1 action" in said
    assert Meeting.objects.get().document is not None
    given = Action.objects.get()
    assert (given.number, given.text) == ("A-0001", "CC to publish the rota of patrols by the end of January")
    assert given.owners_printed == "CC"


def test_the_sum_says_what_came_in_and_what_wants_an_eye(capsys: pytest.CaptureFixture[str]) -> None:
    put("in/a.json", meeting("2023-01-10", warning("owner-missing", "No owner.")))
    put("in/b.json", meeting("2023-02-14"))
    put("in/c.json", meeting("2023-02-14", note("Otherwise.")))
    put("in/d.json", "not JSON")
    run("in", code=1)
    said = capsys.readouterr().out
    assert (
        "2 files imported, 0 read again, 0 known already, 1 waiting, 1 refused: 2 meetings, 2 actions."
        in said
    )
    assert "1  owner-missing" in said
    assert "c.json: waiting. Another record of this meeting is held already." in said
    assert "d.json: refused. d.json: record 1 is not JSON: Expecting value" in said
    assert "1 record of meetings that are held already or cannot be placed. See /review/" in said
    refused = ImportedFile.objects.get(state="refused")
    assert refused.reason.startswith("d.json: record 1 is not JSON")


def test_again_the_same_files_change_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    put("in/2023-12.txt", MINUTES)
    put("in/a.json", meeting("2023-01-10"))
    run("in")
    capsys.readouterr()
    run("in")
    said = capsys.readouterr().out
    assert "0 files imported, 0 read again, 2 known already" in said
    assert Meeting.objects.count() == 2


def test_many_records_in_one_file_one_a_line_or_as_a_list() -> None:
    put("lines.jsonl", *(meeting(f"2023-01-{day:02}") for day in range(1, 29)))
    put("list.json", json.dumps([meeting(f"2023-02-{day:02}") for day in range(1, 29)], indent=2))
    put("one.json", json.dumps(meeting("2023-03-01"), indent=2))
    run("lines.jsonl", "list.json", "one.json")
    assert Meeting.objects.count() == 57


def test_a_bad_line_refuses_the_file_and_names_line_and_key(capsys: pytest.CaptureFixture[str]) -> None:
    bad = meeting("2023-01-03")
    bad["actions"][0]["owners"] = "CC"
    put("lines.jsonl", meeting("2023-01-01"), meeting("2023-01-02"), bad)
    put("ok.json", meeting("2023-05-01"))
    run("lines.jsonl", "ok.json", code=1)
    assert "lines.jsonl: line 3: actions[0].owners is not a list." in capsys.readouterr().out
    assert [str(one.date) for one in Meeting.objects.all()] == ["2023-05-01"]


def test_the_forum_and_the_office_can_be_named() -> None:
    put("a.json", meeting("2023-01-10"))
    run("a.json", "--forum", "Scrutiny Board", "--office", "Wyvern Valley")
    assert str(Meeting.objects.get().forum) == "Scrutiny Board"
    assert str(Office.objects.get()) == "Wyvern Valley"
    put("b.json", meeting("2023-02-14"))
    run("b.json", "--office", "Fen Valley")
    with pytest.raises(CommandError, match="There are several offices; say which with --office"):
        run("b.json")


def test_again_reads_kept_originals_with_corrections_laid_over() -> None:
    put("2023-12.txt", MINUTES)
    run("2023-12.txt")
    Path("2023-12.txt").unlink()
    held = Meeting.objects.get()
    correct_line(meeting=held, part="actions", position=0, field="owners", new=["ACC"], by=user(), at=AT)
    run("--again")
    assert Action.objects.get().owners_printed == "ACC"
    assert Meeting.objects.get().pk == held.pk


def test_again_lays_corrections_over_records_too() -> None:
    put("a.json", meeting("2023-01-10"))
    run("a.json")
    held = Meeting.objects.get()
    correct_line(meeting=held, part="actions", position=0, field="owners", new=["ACC"], by=user(), at=AT)
    run("a.json", "--again")
    assert Action.objects.get().owners_printed == "ACC"


def test_hidden_files_and_lock_files_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    put("in/.DS_Store", "x")
    put("in/~$minutes.docx", "x")
    put("in/.git/a.json", "x")
    put("in/a.json", meeting("2023-01-10"))
    run("in")
    assert "1 file imported" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [([], "Say which files or folders to import."), (["nowhere"], "There is no nowhere.")],
)
def test_what_cannot_be_done_is_said_in_one_sentence(arguments: list[str], sentence: str) -> None:
    with pytest.raises(CommandError) as refused:
        call_command("import", *arguments)
    assert str(refused.value) == sentence


def test_on_a_terminal_there_is_a_bar_and_only_the_unusual_is_said() -> None:
    console = Console(force_terminal=True, width=200, record=True)
    teller = Teller(console)
    from answerable.intake.operations import Outcome

    with teller.progress(2):
        teller.tell(Outcome("a.json", "imported", meetings=1))
        teller.tell(Outcome("b.json", "refused", "b.json is no file of minutes."))
    said = console.export_text()
    assert "b.json: refused. b.json is no file of minutes." in said
    assert "a.json: imported" not in said


def test_relink_says_what_changed(capsys: pytest.CaptureFixture[str]) -> None:
    put("a.json", meeting("2023-01-10"))
    run("a.json")
    Action.objects.update(state="closed")
    call_command("relink")
    call_command("relink")
    first, second = capsys.readouterr().out.strip().splitlines()[-2:]
    assert first.endswith("0 owners, 0 links and 1 lives changed.")
    assert second.endswith("0 owners, 0 links and 0 lives changed.")
