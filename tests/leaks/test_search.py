"""Whoever looks for a word that is not public is told just what they are told of a word that is nowhere."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.public.keeping import shelf
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

UNKNOWN = "Plumbagofen"
NAMED, WHOLE, RESTRICTED, ELSEWHERE = "Quillfeather", "Kestrelwind", "Grimblehurst", "Otterdusk"
ASKED = (
    "search?q={}", "search?q={}&kind=entry", "feeds/search.atom?q={}", "actions?text={}",
    "actions.csv?text={}", "actions.json?text={}", "promises?text={}", "promises.csv?text={}",
    "people/{}", "topics/{}", "{}", "data/{}",
)  # fmt: skip


@pytest.fixture
def there(db: None) -> None:
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    make.action(item, f"DCC to write to {NAMED} by May.", ["DCC"], "2018-05-31")
    publish.redaction(meeting, NAMED)
    publish.redaction(meeting, entry=make.entry(item, "note", f"{WHOLE} was spoken of."))
    marked = {"restricted": True, "marking": "restricted", "marking_why": "personal"}
    make.entry(item, "note", f"{RESTRICTED} was spoken of.", **marked)
    make.entry(make.item(make.meeting("2018-05-27"), "1", "Else"), "note", f"{ELSEWHERE} was spoken of.")
    publish.published("minutes", meeting)
    publish.published("register")


@pytest.mark.parametrize("word", [NAMED, WHOLE, RESTRICTED, ELSEWHERE])
def test_a_word_that_is_not_public_is_an_unknown_word(word: str, there: None) -> None:
    for asked in ASKED:
        assert told(asked, word) == told(asked, UNKNOWN), asked


def told(asked: str, word: str) -> tuple[int, str]:
    """The status and the page, with the word that was asked for taken out."""
    shelf.clear()
    answer = Client(raise_request_exception=False).get(f"/wyvern-valley/{asked.format(word)}")
    body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type]
    return answer.status_code, body.decode().replace(word, "…").replace(word.lower(), "…")
