"""Pages as a browser gets them, on the day 2 May 2019, over the invented archive."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import time_machine
from django.test import Client

from answerable.actions.models import ActionUpdate
from answerable.core.permissions.roles import Role
from answerable.intake.models import Candidate, ImportedFile
from answerable.meetings.models import Meeting
from answerable.meetings.models import Warning as MeetingWarning
from tests import archive as invented
from tests import factories as make
from tests.audit.once import Watch, watching
from tests.signing import person_with, sign_in

TODAY = dt.datetime(2019, 5, 2, 9, 0, tzinfo=dt.UTC)
FIRST = 4
"""Tests at the head of each file, where what a page is for is done: these run on PostgreSQL, too."""
TOGETHER = re.compile("twice|two_|at_once|clash|both|counted|queries|asks_little|many")
"""And those in which a database takes part: two at once, and how much is asked of it."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Who may not, and what is said of what cannot be, is the same on any database: SQLite shows it."""
    seen: Counter[Path] = Counter()
    for item in items:
        if "pages" in item.path.parts and not item.get_closest_marker("any_database"):
            seen[item.path] += 1
            if seen[item.path] > FIRST and not TOGETHER.search(item.name):
                item.add_marker("any_database")


@dataclass(frozen=True)
class Page:
    """An answer, and its HTML as a tree."""

    response: Any
    tree: Any

    @property
    def status(self) -> int:
        return int(self.response.status_code)

    @property
    def text(self) -> str:
        """What somebody reads, blanks folded."""
        return " ".join(self.tree.text_content().split())

    @property
    def main(self) -> str:
        return " ".join(self.tree.get_element_by_id("main-content").text_content().split())

    @property
    def title(self) -> str:
        return str(self.tree.findtext(".//title"))

    @property
    def heading(self) -> str:
        return " ".join(self.tree.find(".//h1").text_content().split())

    @property
    def links(self) -> list[str]:
        return [str(link.get("href")) for link in self.tree.iter("a")]

    def rows(self) -> list[list[str]]:
        """The cells of every row of the tables' bodies."""
        return [
            [" ".join(cell.text_content().split()) for cell in row if cell.tag in ("td", "th")]
            for row in self.tree.xpath("//tbody/tr")
        ]

    def find(self, words: str) -> str:
        """Where the first link with these words leads."""
        return next(str(link.get("href")) for link in self.tree.iter("a") if words in link.text_content())


Get = Callable[..., Page]


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def gallery(settings: Any) -> None:
    settings.GALLERY = True


@pytest.fixture
def client(db: None) -> Client:
    """The browser of a policy officer who is signed in."""
    return sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office()))


@pytest.fixture
def archive(db: None) -> list[Meeting]:
    return invented.fill()


@pytest.fixture
def get(client: Client) -> Get:
    """Get a page and see that it is one."""

    def fetch(path: str, status: int = 200) -> Page:
        response = client.get(path)
        assert response.status_code == status, f"{path}: {response.status_code}"
        return Page(response, lxml.html.document_fromstring(response.content.decode()))

    return fetch


@pytest.fixture
def post(client: Client) -> Callable[..., Page]:
    """Send a form and follow to the page after it."""

    def send(path: str, status: int = 200, **values: str) -> Page:
        response = client.post(path, values, follow=True)
        assert response.status_code == status, f"{path}: {response.status_code}"
        return Page(response, lxml.html.document_fromstring(response.content.decode()))

    return send


@pytest.fixture
def march(archive: list[Meeting]) -> Meeting:
    return archive[4]


@pytest.fixture
def doubt(march: Meeting) -> MeetingWarning:
    return march.warnings.get()


@pytest.fixture
def waiting(archive: list[Meeting]) -> ActionUpdate:
    return ActionUpdate.objects.get(link="waiting")


@pytest.fixture
def candidate(db: None) -> Callable[..., Candidate]:
    """A record of ``second.docx`` that waits for a person."""

    def make_one(**fields: Any) -> Candidate:
        file = ImportedFile.objects.create(
            office=make.office(), name="second.docx", sha256="c" * 64, state="waiting", imported_at=make.NOW,
            imported_by=make.user(),
        )  # fmt: skip
        values = {"forum_name": "Assurance Meeting", "reason": "A meeting of that day is held already.",
                  "record": {}, "record_sha256": "d" * 64, **fields}  # fmt: skip
        return Candidate.objects.create(office=make.office(), file=file, **values)

    return make_one


@pytest.fixture(autouse=True)
def one_event_at_most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a page does leaves one event at the most, as the last thing of its transaction."""
    if "db" not in request.fixturenames:
        yield
        return
    request.getfixturevalue("db")
    with watching(Watch(strict=False), monkeypatch):
        yield
