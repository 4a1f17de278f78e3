"""The nightly dump: made once, put in place in one step, and never given out after something went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from answerable.core.refusal import Refusal
from answerable.public.data import dumping, views
from answerable.public.data.dumping import CURRENT, dump, good_dump, place
from tests import open_data

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
FILE = "/wyvern-valley/data/entries.csv"


@pytest.fixture(autouse=True)
def world(db: None, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.DATA = tmp_path
    monkeypatch.setattr(views, "SMALL", 0)  # an office with too much to make it while somebody waits
    open_data.world()


def content(answer: Any) -> bytes:
    assert answer.status_code == 200
    assert answer.streaming
    return b"".join(answer.streaming_content)


def test_it_is_made_once_for_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("dump")
    call_command("dump", "--office", "wyvern-valley")
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("wyvern-valley: ")
    assert first.endswith(" files made.")
    assert second == "wyvern-valley: nothing has changed."
    with pytest.raises(CommandError, match="has published nothing"):
        call_command("dump", "--office", "otterdale")


def test_files_come_from_disk_with_a_tag() -> None:
    dump("wyvern-valley")
    answer = Client().get(FILE)
    assert content(answer).startswith(b"path,url,part,modified")
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert 'filename="wyvern-valley-entries.csv"' in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-cache"
    again = Client(headers={"If-None-Match": answer.headers["ETag"]}).get(FILE)
    assert again.status_code == 304


def test_before_the_first_it_says_when_to_come_back() -> None:
    answer = Client().get(FILE)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "3600"
    assert "use the API" in answer.content.decode()
    assert "being made again" in Client().get("/wyvern-valley/data").content.decode()


def test_what_is_new_waits_for_the_next() -> None:
    dump("wyvern-valley")
    open_data.take(open_data.meeting("2019-05-14"))
    assert b"2019-05-14" not in content(Client().get(FILE))
    dump("wyvern-valley")
    assert b"2019-05-14" in content(Client().get(FILE))


def withdrawn() -> None:
    open_data.take(doing="withdraw", withdrawn=(open_data.PATH,))


def corrected() -> None:
    open_data.take(open_data.meeting(entries=[], exchanges=[], promises=[]), doing="correct")


@pytest.mark.parametrize("goes", [withdrawn, corrected])
def test_what_went_is_never_given_out_again(goes: Callable[[], None]) -> None:
    dump("wyvern-valley")
    before = good_dump("wyvern-valley")
    goes()
    assert good_dump("wyvern-valley") is None
    for name in ("entries.csv", "entries.jsonl", "all.zip"):
        assert Client().get(f"/wyvern-valley/data/{name}").status_code == 503
    made = dump("wyvern-valley")
    assert before
    assert made
    assert b"2019-03-12#entry-2" not in content(Client().get(FILE))
    assert {one.name for one in place("wyvern-valley").iterdir()} == {CURRENT, made.folder}


def test_another_offices_withdrawal_changes_nothing_here() -> None:
    dump("wyvern-valley")
    open_data.take(open_data.office("otterdale", "Otterdale"), office="otterdale")
    open_data.take(open_data.office("otterdale", "Otterdale again"), office="otterdale", doing="correct")
    assert good_dump("wyvern-valley")


@pytest.mark.parametrize("said", ["", "{}", "[]", '{"format": "answerable-dump/1", "files": 7}', "\0"])
def test_a_damaged_note_gives_nothing_out(said: str) -> None:
    dump("wyvern-valley")
    (place("wyvern-valley") / CURRENT).write_text(said)
    assert Client().get(FILE).status_code == 503
    assert dump("wyvern-valley")


def test_a_file_of_another_size_is_not_given_out() -> None:
    made = dump("wyvern-valley")
    assert made
    (place("wyvern-valley") / made.folder / "entries.csv").write_text("something else")
    assert Client().get(FILE).status_code == 503


def test_a_dump_of_another_store_is_not_given_out() -> None:
    """The store was put back to before: what it does not know, it does not give out."""
    made = dump("wyvern-valley")
    assert made
    note = place("wyvern-valley") / CURRENT
    note.write_text(note.read_text().replace(made.last[1], "0" * 64))
    assert Client().get(FILE).status_code == 503


def test_while_somebody_publishes_it_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    states = iter([(1, "a"), (2, "b"), (3, "c"), (3, "c")])
    monkeypatch.setattr(dumping, "state", lambda: next(states))
    assert dump("wyvern-valley")
    endless = iter(range(100))
    monkeypatch.setattr(dumping, "state", lambda: next(endless))
    open_data.take(open_data.meeting("2019-05-14"))
    before = (place("wyvern-valley") / CURRENT).read_bytes()
    with pytest.raises(Refusal, match="try again"):
        dump("wyvern-valley")
    assert (place("wyvern-valley") / CURRENT).read_bytes() == before
    assert len(list(place("wyvern-valley").iterdir())) == 2
