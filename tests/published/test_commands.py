"""``answerable publications …`` and ``serve --public`` as whoever runs the site uses them."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tools.soaking.house import CHECKOUT, SLOW_START, House, free_port


class Small(NamedTuple):
    """A house that has published a little, and what commands said there."""

    house: House
    told: dict[str, Any]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    house = House(tmp_path_factory.mktemp("small") / "house")
    said = house.python("-m", "tests.published.commanding", str(house.folder)).stdout
    return Small(house, json.loads(said))


def test_the_chain_is_checked(small: Small) -> None:
    assert "Nothing is wrong." in small.told["verified"]
    assert "wyvern-valley: 3 decisions" in small.told["verified"]
    assert small.told["delivered"] == "0 handed over.\n"


def test_no_byte_of_what_was_withdrawn_is_left_in_the_files(small: Small) -> None:
    assert small.told["regretted"]
    said, holds = small.told["purged"]
    assert "hold nothing of what was withdrawn" in said
    assert (small.told["withdrawn"], holds) == (False, False)


def test_the_store_is_told_anew_where_somebody_is_sure(small: Small) -> None:
    assert "add --sure" in small.told["unsure"]
    said, same, holds = small.told["retold"]
    assert said == "3 handed over.\n"
    assert same, "the same pages"
    assert not holds, "and not what was withdrawn"


def test_the_chain_goes_on_over_two_keys(small: Small) -> None:
    believed, kept, keys = small.told["two keys"]
    assert keys == 2
    assert "Nothing is wrong." in believed
    assert "Nothing is wrong." in kept


def test_a_database_that_is_older_says_in_one_sentence_what_to_do(tmp_path: Path) -> None:
    done = House(tmp_path / "new").answerable("publications", "verify")
    assert (done.returncode, done.stderr) == (
        1,
        "answerable: The database is older than this program: run answerable migrate, then the command"
        " again.\n",
    )


@contextmanager
def serving(house: House) -> Iterator[str]:
    """The public site alone, in a process of its own; its address."""
    port = free_port()
    command = [sys.executable, "-m", "answerable.cli", "serve", "--public", "--port", str(port)]
    with subprocess.Popen(command, cwd=CHECKOUT, env=house.environment, stdout=subprocess.PIPE) as started:
        try:
            assert started.stdout
            assert b"Serving on" in started.stdout.readline()
            yield f"http://localhost:{port}"
            started.send_signal(signal.SIGTERM)
            assert started.wait(SLOW_START) == 0
        finally:
            started.kill()


def test_the_public_site_is_served_by_itself_without_the_record(small: Small) -> None:
    house = small.house
    for one in house.folder.glob("answerable.sqlite3*"):
        one.unlink()
    with serving(house) as site:
        with urllib.request.urlopen(f"{site}/wyvern-valley", timeout=SLOW_START) as answer:
            assert answer.status == 200
            assert "Set-Cookie" not in answer.headers
        for path in ("/sign-in/", "/publishing/"):
            with pytest.raises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(site + path, timeout=SLOW_START)
            assert refused.value.code == 404
    assert not (house.folder / "answerable.sqlite3").exists()


def test_a_column_that_is_missing_is_an_older_database(small: Small) -> None:
    from django.db import OperationalError

    from answerable.web.trouble import is_unmigrated

    with closing(sqlite3.connect(small.house.folder / "published.sqlite3")) as store:
        with pytest.raises(sqlite3.OperationalError) as trouble:
            store.execute("SELECT renews FROM published_publication")
        error = OperationalError(str(trouble.value))
        error.__cause__ = trouble.value
    assert is_unmigrated(error)
    assert not is_unmigrated(OperationalError("database is locked"))
