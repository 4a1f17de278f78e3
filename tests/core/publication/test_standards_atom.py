"""Feeds: read back by feedparser, as a reader's program would."""

from __future__ import annotations

import datetime as dt
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from answerable.core.publication.standards.atom import FeedEntry, FeedPage, atom

AT = dt.datetime(2022, 9, 1, 10, 0, tzinfo=dt.UTC)
SITE = "https://record.example"
MEETING = f"{SITE}/wyvern-valley/assurance/2022-08-25"


def feed(*entries: FeedEntry, **more: Any) -> FeedPage:
    return FeedPage(
        f"{SITE}/wyvern-valley/feeds/meetings.atom", f"{SITE}/wyvern-valley/meetings", "Meetings",
        "Wyvern Valley", entries, **more,
    )  # fmt: skip


def test_a_reader_finds_what_was_published() -> None:
    later = AT + dt.timedelta(days=1)
    one, other = FeedEntry(MEETING, AT, "Minutes & more", "Two <b>items</b>"), FeedEntry(f"{MEETING}x", later)
    read = feedparser.parse(atom(feed(one, other)))
    assert not read.bozo
    first = read.entries[0]
    assert (first.id, first.link, first.title) == (MEETING, MEETING, "Minutes & more")
    assert first.summary == "Two <b>items</b>"
    assert first.updated == "2022-09-01T10:00:00Z"
    assert read.feed.updated == "2022-09-02T10:00:00Z"
    assert read.feed.rights == "Open Government Licence v3.0"


def test_what_is_gone_leaves_its_address_and_nothing_else() -> None:
    root = etree.fromstring(atom(feed(FeedEntry(MEETING, AT, "Secret", "words", gone=True))).encode())
    (gone,) = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert dict(gone.attrib) == {"ref": MEETING, "when": "2022-09-01T10:00:00Z"}
    assert "Secret" not in etree.tostring(root, encoding=str)


def test_pages_lead_to_each_other() -> None:
    links = {one.rel: one.href for one in feedparser.parse(atom(feed(page=2, pages=3))).feed.links}
    own = f"{SITE}/wyvern-valley/feeds/meetings.atom"
    assert links["self"] == f"{own}?page=2"
    assert (links["previous"], links["next"]) == (own, f"{own}?page=3")
    assert (links["first"], links["last"]) == (own, f"{own}?page=3")


def test_a_feed_of_a_search_keeps_its_question() -> None:
    found = FeedPage(f"{SITE}/w/feeds/search.atom?q=calls", SITE, "Calls", "W", [], 1, 2)
    assert f"{SITE}/w/feeds/search.atom?q=calls&amp;page=2" in atom(found)


def test_a_time_has_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        atom(feed(FeedEntry(MEETING, dt.datetime(2022, 9, 1))))


@given(words=st.text(max_size=40))
@settings(max_examples=60)
def test_any_words_make_a_feed(words: str) -> None:
    root = etree.fromstring(atom(feed(FeedEntry(MEETING, AT, words, words))).encode())
    assert len(root.findall("{http://www.w3.org/2005/Atom}entry")) == 1
