"""What an installation starts with."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from answerable.config.secret import secret_key


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet"
    key = secret_key(folder)
    assert len(key) > 50
    assert secret_key(folder) == key
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_whoever_starts_together_gets_the_same_key(tmp_path: Path) -> None:
    program = "import sys; from pathlib import Path; from answerable.config.secret import secret_key; "
    program += "print(secret_key(Path(sys.argv[1])))"

    def start(_: int) -> str:
        command = [sys.executable, "-c", program, str(tmp_path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(start, range(4)))) == 1
    assert len(list(tmp_path.iterdir())) == 1


def test_a_data_folder_that_is_made_is_its_owners_only(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    program = "from django.conf import settings; settings.DATA"
    clean = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    env = {**clean, "ANSWERABLE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "answerable.config.settings"}
    subprocess.run([sys.executable, "-c", program], env=env, check=True)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.django_db
def test_sqlite_waits_for_its_turn_and_keeps_what_it_confirmed() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("SQLite only")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
        assert cursor.execute("PRAGMA busy_timeout").fetchone() == (20_000,)
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db
def test_a_page_may_run_and_show_only_what_is_ours(client: Client) -> None:
    headers = client.get("/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_a_name_that_is_not_this_machines_is_not_answered(client: Client) -> None:
    """Somebody else's page could otherwise lead its name here and read what is served."""
    assert settings.DEBUG is False
    assert client.get("/", headers={"host": "answerable.example"}).status_code == 400
    assert client.get("/", headers={"host": "localhost:8000"}).status_code == 302  # to sign in


def test_the_data_folder_is_where_the_environment_says(tmp_path: Path) -> None:
    program = "from answerable.config import settings; print(settings.DATABASES['default']['NAME'])"
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment["ANSWERABLE_DATA"] = str(tmp_path / "here")
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(tmp_path / "here" / "answerable.sqlite3")
