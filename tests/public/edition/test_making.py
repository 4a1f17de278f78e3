"""An edition of a small store: what nobody can ask a file for is in it all the same."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from answerable.core.refusal import Refusal
from answerable.public.data import dumping
from answerable.public.edition import making
from answerable.public.edition.making import make_edition
from answerable.public.edition.mending import words_of
from answerable.published.models import Publication, Snapshot
from tests import factories as make
from tests.core.publication import contents
from tests.public.given import OFFICE, agenda, meeting, office, small_meeting, taken, topic
from tests.upkeep.edition_links import dead_links

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

MANY = 60  # more than one page of a feed
HISTORY = "http://purl.org/syndication/history/1.0"


def quiet(words: str) -> None:
    del words


def made(folder: Path) -> Path:
    folder.mkdir()
    make_edition(OFFICE, folder, at=make.NOW, tell=quiet)
    return folder


def test_a_feed_has_every_entry_in_one_file(tmp_path: Path) -> None:
    lines = [contents.entry(at, None, "note", f"Word {at}") for at in range(1, MANY + 1)]
    taken(office(), meeting(entries=lines, actions=[], promises=[]))
    taken(topic("calls", *(f"{contents.PATH}#entry-{at}" for at in range(1, MANY + 1))))
    for _ in range(MANY):
        taken(small_meeting("2021-07-01"))
    feeds = made(tmp_path / "public") / OFFICE / "feeds"
    assert sorted(str(one.relative_to(feeds)) for one in feeds.rglob("*.atom")) == [
        "actions.atom", "meetings.atom", "publications.atom", "topics/calls.atom",
    ]  # fmt: skip
    for one in feeds.rglob("*.atom"):
        read = feedparser.parse(one.read_bytes())
        assert not read.bozo
        assert HISTORY in read.namespaces.values()
        assert "complete" in "".join(key for key in read.feed if key.startswith("fh_"))
        assert {link.rel for link in read.feed.links} == {"alternate", "license", "self"}
    assert len(feedparser.parse((feeds / "topics" / "calls.atom").read_bytes()).entries) == MANY
    published = Publication.objects.count()
    assert len(feedparser.parse((feeds / "publications.atom").read_bytes()).entries) == published > MANY


def test_every_version_that_can_be_read_has_its_page(tmp_path: Path) -> None:
    """As the site answers: what was replaced can be read at its address, what was withdrawn cannot."""
    taken(office(about="We held the chief to account."), meeting(), agenda("2022-10-27", theme="Burglary"))
    taken(office(), topic("calls", f"{contents.PATH}#entry-2"), agenda("2022-10-27"))
    taken(topic("calls", name="Answering"), topic("crime", name="Quillfeather"))
    taken(withdrawn=(f"{OFFICE}/topics/crime",))
    folder = made(tmp_path / "public")
    assert dead_links(folder) == []
    laid = 0
    for one in Snapshot.objects.exclude(kind__in=("meeting", "file", "action")):
        where = f"/{one.path}/version/{one.version}"
        answer, file = Client().get(where), folder / f"{where[1:]}.html"
        assert answer.status_code == (410 if one.state == "withdrawn" else 200), where
        assert _words(file.read_text()) == _words(answer.content.decode()), where
        laid += one.state == "replaced"
    assert laid == 3
    assert not [one for one in folder.rglob("*") if one.is_file() and b"Quillfeather" in one.read_bytes()]


def _words(page: str) -> list[str]:
    return words_of(page).split()


@override_settings(PUBLIC_OTHER_LANGUAGES=["cy"])
def test_a_feed_in_another_language_says_so() -> None:
    lines = [contents.entry(at, None, "note", f"Word {at}") for at in range(1, MANY + 1)]
    taken(office(), meeting(entries=lines, actions=[], promises=[]))
    taken(topic("calls", *(f"{contents.PATH}#entry-{at}" for at in range(1, MANY + 1))))
    where = f"/{OFFICE}/feeds/topics/calls.atom"
    assert 'xml:lang="en"' in Client().get(where).content.decode()
    told = Client().get(f"/cy{where}").content.decode()
    assert 'xml:lang="cy"' in told
    links = {one.rel: one.href for one in feedparser.parse(told).feed.links}
    assert links["next"] == f"{settings.SITE}/cy{where}?page=2"
    assert links["alternate"] == f"{settings.SITE}/cy/{OFFICE}/topics/calls"


def test_a_store_that_never_rests_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken(office(), meeting())
    endless = iter(range(100))
    monkeypatch.setattr(dumping, "state", lambda: next(endless))
    monkeypatch.setattr(making, "SMALL", 0)
    with pytest.raises(Refusal, match="something was published each time"):
        made(tmp_path / "public")
    with pytest.raises(CommandError, match="something was published each time"):
        call_command("dump")
