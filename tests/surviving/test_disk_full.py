"""The disk is full: a plain page says so, nothing confirmed is lost, and it is well again when there is room.

The web server is not started again. Each disk is a small one of its own: that of the database, of the uploads
and of temporary files.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cluster import running
from tests.surviving.small_disk import SmallDisk, small_disk
from tools.soaking.client import SAVED, Answer, Browser
from tools.soaking.house import House, Web, web
from tools.soaking.people import People, people

DATABASE_MB, FILES_MB, POSTGRES_MB = 6, 4, 220
MOST_SAVES = 400  # until a database that has room inside itself needs more
NO_ROOM, GONE = "There is no room left on the disk", "The database cannot be reached"
UPLOAD = os.urandom(64_000).hex().encode()  # more than the room that is left, and never the same twice
NewHouse = Callable[..., House]


def save_until_refused(who: People) -> Answer:
    """Everybody saves in turn until somebody is refused."""
    for _ in range(MOST_SAVES):
        for saver in who.savers:
            answer = saver.save()
            if answer.status != SAVED:
                return answer
    raise AssertionError("there was room all the time")


def save_all(who: People) -> list[int]:
    return [saver.save().status for saver in who.savers]


def send_file(browser: Browser, content: bytes) -> Answer:
    """What the page for imports does."""
    action, fields, _ = browser.form("/imports/", "/imports/send")
    fields.pop("files", None)
    return browser.upload(action, fields, content)


def test_full_at_an_sqlite_database(new_house: NewHouse, tmp_path: Path) -> None:
    house = new_house("sqlite")
    with small_disk(tmp_path / "disk", DATABASE_MB) as disk:
        moved = shutil.move(house.folder / "answerable.sqlite3", disk.folder / "answerable.sqlite3")
        on_disk = House(house.folder, f"sqlite:///{moved}", filled=house.filled)
        with web(on_disk) as server:
            who = people(on_disk, server.port)
            assert save_all(who) == [SAVED] * len(who.savers)
            reader = who.savers[0].browser
            reader.get("/actions/")  # what the site had to say is said: it is kept in the session until then
            disk.fill()
            assert reader.get("/actions/").status == 200, "what is held can be read"
            refused = save_until_refused(who)
            assert (refused.status, refused.heading) == (507, NO_ROOM)
            disk.make_room()
            assert save_all(who) == [SAVED] * len(who.savers)
        assert who.wrong() == []


def test_full_at_postgresql(new_house: NewHouse, cluster: object, tmp_path: Path) -> None:
    """Where its own journal finds no room PostgreSQL ends and starts again: either page is a plain one."""
    del cluster  # it says what is missing where nothing can be started
    folder = Path(tempfile.mkdtemp(prefix="answerable-disk-"))  # where PostgreSQL's own user may go
    with small_disk(folder, POSTGRES_MB) as disk, running(disk.folder) as own:
        house = House(tmp_path / "house", own.new_database())
        house.fill(4)
        with web(house) as server:
            who = people(house, server.port)
            assert save_all(who) == [SAVED] * len(who.savers)
            disk.fill()
            refused = save_until_refused(who)
            assert (refused.status, refused.heading) in [(507, NO_ROOM), (503, GONE)]
            disk.make_room()
            if refused.status == 503:
                own.ensure_started()
            assert save_all(who) == [SAVED] * len(who.savers)
        assert who.wrong() == []


def _uploads(house: House, disk: SmallDisk, server: Web) -> None:
    who = people(house, server.port)
    browser = who.savers[0].browser
    assert send_file(browser, b"Before " + UPLOAD[:1000]).status == SAVED
    disk.fill()
    refused = send_file(browser, UPLOAD)
    assert (refused.status, refused.heading) == (507, NO_ROOM)
    assert save_all(who) == [SAVED] * 4, "what needs no file goes on"
    disk.make_room()
    assert send_file(browser, UPLOAD).status == SAVED
    assert who.wrong() == []


def test_full_at_the_uploads(new_house: NewHouse, tmp_path: Path) -> None:
    house = new_house("sqlite")
    (house.folder / "files").rename(house.folder / "kept")
    with small_disk(house.folder / "files", FILES_MB) as disk:
        shutil.copytree(house.folder / "kept", disk.folder, dirs_exist_ok=True)
        with web(house) as server:
            _uploads(house, disk, server)
        left = [path.name for path in disk.folder.rglob("tmp*")]
        assert left == [], "nothing half written is left"


def test_full_at_the_temporary_files(new_house: NewHouse, tmp_path: Path) -> None:
    house = new_house("sqlite")
    shutil.rmtree(house.folder / "unfinished", ignore_errors=True)
    with small_disk(house.folder / "unfinished", FILES_MB) as disk:
        house.extra["TMPDIR"] = str(disk.folder)
        with web(house) as server:
            _uploads(house, disk, server)


@pytest.mark.parametrize("full", ["files", "database"])
def test_an_import_says_so_in_a_sentence(full: str, tmp_path: Path) -> None:
    house = House(tmp_path / "house")
    house.answerable("migrate")
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("Assurance Meeting\n12 March 2022\n\n1. Welcome\nACTION: CC to bring the plan.\n" * 20)
    with small_disk(tmp_path / "disk", DATABASE_MB) as disk:
        if full == "database":
            moved = shutil.move(house.folder / "answerable.sqlite3", disk.folder / "answerable.sqlite3")
            house = House(house.folder, f"sqlite:///{moved}", filled=house.filled)
        else:
            (house.folder / "files").symlink_to(disk.folder)
        disk.fill()
        refused = house.answerable("import", str(minutes))
        said = (refused.stdout + refused.stderr).lower()
        assert refused.returncode == 1, said
        assert "traceback" not in said
        assert "no space left" in said or "no room" in said or "disk is full" in said
        disk.make_room()
        again = house.answerable("import", str(minutes))
        assert again.returncode == 0, again.stderr


def test_a_backup_says_so_and_leaves_nothing(new_house: NewHouse, tmp_path: Path) -> None:
    house = new_house("sqlite")
    with small_disk(tmp_path / "disk", 1) as disk:
        disk.fill()
        refused = house.answerable("backup", str(disk.folder / "backup"))
        assert refused.returncode == 1
        assert "Traceback" not in refused.stderr
        assert "backup" in refused.stderr
        assert [one.name for one in disk.folder.iterdir()] == ["ballast"]
