"""What every test may use: programs that may be missing, the labelled corpus, a data folder of its own."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from hypothesis import settings as hypothesis_settings

# No test is timed: how long one case takes says how busy the machine is. The rest stays as hypothesis
# has it here, which in CI are the same cases every time.
hypothesis_settings.register_profile("untimed", parent=hypothesis_settings(), deadline=None)
hypothesis_settings.load_profile("untimed")

CHECKOUT = Path(__file__).resolve().parent.parent

PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "tesseract": ("tesseract",),
    "soffice": ("soffice", "libreoffice"),
    "pdftotext": ("pdftotext",),
    "npm": ("npm",),
}
"""A program's name in ``@pytest.mark.needs("…")``, and the names it goes by."""

CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def find_program(name: str) -> str | None:
    """The path of a program of PROGRAMS (or of any other name), None where it is not installed."""
    return next((path for known in PROGRAMS.get(name, (name,)) if (path := shutil.which(known))), None)


def require_program(name: str) -> str:
    """The path of a program; where it is missing the test is skipped with its name, and fails in CI."""
    path = find_program(name)
    if path is None:
        report = pytest.fail if os.environ.get("CI") else pytest.skip
        report(f"{name} is not installed")
    assert path is not None
    return path


def pytest_configure(config: pytest.Config) -> None:
    """Whatever a test stores, or a program that it starts, goes to a folder that is thrown away."""
    folder = tempfile.mkdtemp(prefix="answerable-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ["ANSWERABLE_DATA"] = folder
    # Settings were read before: a worker of xdist would share what the first process has, and its key.
    django_settings.DATA = Path(folder)
    django_settings.AUDIT_KEY = str(Path(folder, "audit-key.pem"))
    django_settings.MEDIA_ROOT = Path(folder, "files")
    django_settings.FILE_UPLOAD_TEMP_DIR = Path(folder, "unfinished")
    django_settings.FILE_UPLOAD_TEMP_DIR.mkdir()
    # A live server serves style sheets as the product does: at addresses with their version.
    StaticFilesHandler._should_handle = lambda handler, path: False  # type: ignore[method-assign]
    django_settings.PUBLIC_READS = (
        "published"  # a second connection would not see what a test has not committed
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what uses the database, so that only this is run again on PostgreSQL.

    Whoever has the record has the public store beside it, as the product does.
    """
    for item in items:
        uses = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
        said = item.get_closest_marker("django_db")
        if uses or said:
            both = {"databases": ["default", "published"], **(said.kwargs if said else {})}
            item.add_marker(pytest.mark.django_db(**both), append=False)
        if item.get_closest_marker("any_database"):
            continue
        if uses or item.get_closest_marker("django_db"):
            item.add_marker("database")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if "answerable.public.keeping" in sys.modules:  # pages kept of a store that was rolled back
        sys.modules["answerable.public.keeping"].shelf.clear()
    tempfile.tempdir = None  # a server that a test began puts temporary files into its data folder
    for marker in item.iter_markers("needs"):
        for name in marker.args:
            require_program(name)
    if item.get_closest_marker("corpus") and corpus_folder() is None:
        pytest.skip("the labelled corpus is not here (ANSWERABLE_CORPUS)")


def corpus_folder() -> Path | None:
    """The folder of labelled minutes that ANSWERABLE_CORPUS names, else the one beside the checkout."""
    folder = Path(os.environ.get("ANSWERABLE_CORPUS") or CHECKOUT.parent / "shared" / "corpus")
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The labelled corpus; the test is skipped where it is not."""
    folder = corpus_folder()
    if folder is None:
        pytest.skip("the labelled corpus is not here (ANSWERABLE_CORPUS)")
    return folder


@pytest.fixture(scope="session")
def tables(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with both stores on SQLite, empty: making the tables takes longer than most tests."""
    folder = tmp_path_factory.mktemp("tables")
    with django_db_blocker.unblock():
        for alias, name in (("default", "answerable.sqlite3"), ("published", "published.sqlite3")):
            connection = connections[alias]
            if connection.vendor == "sqlite" and connection.introspection.table_names():
                with closing(sqlite3.connect(folder / name)) as file:
                    connection.connection.backup(file)
    return folder


@pytest.fixture
def data_folder(tables: Path, tmp_path: Path) -> Path:
    """A data folder of the test's own for processes that it starts; migrating it has little to do."""
    return Path(shutil.copytree(tables, tmp_path / "data"))


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium, for ``playwright.chromium.launch(executable_path=…)``."""
    return require_program("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """Chromium, begun once: a second one in the same process would want a loop of its own."""
    from playwright.sync_api import sync_playwright

    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's loop runs in this thread; pages do not
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGUMENTS)
        yield opened
        opened.close()
