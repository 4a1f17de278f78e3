"""Fixtures of whole installations in folders of their own, for tests that start real processes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cluster import Cluster, running
from tests.postgres import MISSING, server_programs
from tools.soaking.house import House

CLIENTS = 4
DATABASES = ["sqlite", "postgresql"]


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL that waits for the disk; tests that have none are skipped, and fail in CI."""
    if server_programs() is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    with running() as found:
        yield found


@pytest.fixture(scope="session")
def template(tables: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    """An installation on SQLite, filled once and copied for each test."""
    made = House(Path(shutil.copytree(tables, tmp_path_factory.mktemp("template") / "data")))
    made.fill(CLIENTS)
    return made


@pytest.fixture(scope="session")
def postgres_template(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> House:
    """The same on PostgreSQL."""
    made = House(tmp_path_factory.mktemp("template") / "data", cluster.new_database())
    made.fill(CLIENTS)
    return made


@pytest.fixture
def new_house(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], House]:
    """Makes a filled installation on "sqlite" or "postgresql" that a test may do anything with."""

    def make(kind: str, folder: Path = tmp_path / "house") -> House:
        of: House = request.getfixturevalue("template" if kind == "sqlite" else "postgres_template")
        shutil.copytree(of.folder, folder)
        url = ""
        if kind == "postgresql":
            server: Cluster = request.getfixturevalue("cluster")
            name = of.database_url.split("@/")[1].split("?")[0]
            url = server.new_database(name)
        return House(folder, url, filled=of.filled)

    return make
