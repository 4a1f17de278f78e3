"""Threads of years followed from end to end: asked, answered, given to do, what became of it, asked again.

The sample archive's in CI; the labelled corpus's where there is one. What is looked for comes from the
labels, so that no word of anybody's minutes stands here.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from answerable.actions.models import Action
from answerable.components import words
from answerable.core.minutes.grammar import read_minutes
from answerable.core.subjects.tokens import stems_of
from answerable.meetings.models import TopicLink
from answerable.readers import read
from answerable.topics.models import Topic
from tests.intake.bringing import bring

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
ALIKE = 80  # of two wordings of one question, 0 to 100

Get = Callable[..., Any]


def labels_of(folder: Path, name: str) -> dict[str, Any]:
    return dict(json.loads((folder / name).read_text("utf-8")))


def thread_named(folder: Path, name: str, file: str = "threads.json") -> dict[str, Any]:
    return next(one for one in labels_of(folder, file)["threads"] if one["thread"].casefold() == name)


def follow(thread: dict[str, Any], labels: dict[str, dict[str, Any]], get: Get) -> None:
    """Its topic's page tells each meeting, what was asked and what was given there, and each leads on."""
    topic = topic_of(thread)
    assert topic is not None, f"no topic joins two meetings of {thread['thread']}"
    told = " ".join(page.main for page in all_pages(topic, get))
    days = [one for one in thread["occurrences"] if _joins(topic, one)]
    assert len({one["meeting"] for one in days}) >= 2
    for occurrence in days:
        assert words.date(dt.date.fromisoformat(occurrence["meeting"])) in told
        label = labels[occurrence["meeting"]]
        asked = [one["question"] for one in label.get("exchanges", []) if one["item"] in occurrence["items"]]
        given = [one["text"] for one in label["actions"] if one["item"] in occurrence["items"]]
        came_back = [one["update"] or one["action"] for one in label["updates"]]
        assert any(_tells(told, text) for text in asked + given + came_back), occurrence
    for action in Action.objects.filter(item__topic_links__topic=topic).distinct():
        life = get(f"/actions/{action.pk}/")
        assert "Its life across the meetings" in life.main
        assert words.date(action.given) in life.main


def topic_of(thread: dict[str, Any]) -> Topic | None:
    """The topic that joins right items in the most meetings of the thread, and shares a word with it."""
    best: tuple[int, Topic | None] = (1, None)
    for topic in Topic.objects.exclude(state="dropped"):
        if not set(stems_of(topic.name)) & set(stems_of(thread["thread"])):
            continue
        found = {one["meeting"] for one in thread["occurrences"] if _joins(topic, one)}
        if len(found) > best[0]:
            best = (len(found), topic)
    return best[1]


def _joins(topic: Topic, occurrence: dict[str, Any]) -> bool:
    links = TopicLink.objects.filter(topic=topic, meeting__date=occurrence["meeting"]).exclude(item=None)
    numbers = {number for number in links.values_list("item__number", flat=True) if number}
    return any(_same(number, wanted) for number in numbers for wanted in occurrence["items"])


def _same(number: str, wanted: str) -> bool:
    """2.1.b of the minutes is a part of 2.1, and the other way round."""
    one, other = number.rstrip("."), wanted.rstrip(".")
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def all_pages(topic: Topic, get: Get) -> list[Any]:
    pages, at = [get(f"/topics/{topic.pk}/")], 2
    while f"?page={at}" in pages[-1].response.content.decode():
        pages.append(get(f"/topics/{topic.pk}/?page={at}"))
        at += 1
    return pages


def _tells(told: str, text: str) -> bool:
    return fuzz.partial_ratio(" ".join(text.split())[:200].casefold(), told.casefold()) >= ALIKE


SAMPLES = ("file quality", "rural crime", "front counters", "detective vacancies")


def test_threads_of_the_sample_archive(sample_archive: dict[str, Any], get: Get) -> None:
    for name in SAMPLES:  # in one test: bringing the archive in takes longer than all of them
        follow(thread_named(SAMPLE / "labels", name), sample_archive, get)


@pytest.fixture
def sample_archive(db: object) -> dict[str, Any]:
    """The archive brought in; its labels by the meeting's date."""
    files = sorted((SAMPLE / "minutes").iterdir())
    bring(*(read_minutes(read(file.read_bytes(), file.name)) for file in files))
    every = (labels_of(SAMPLE / "labels", one.name) for one in (SAMPLE / "labels").glob("20*.json"))
    return {one["meeting"]["date"]: one for one in every}


@pytest.mark.corpus
def test_threads_of_the_corpus(corpus: Path, db: object, get: Get) -> None:
    folders = sorted(one for one in (corpus / "minutes").iterdir() if one.is_dir())
    labels = [labels_of(folder, "labels.json") for folder in folders]
    sources = [folder / f"{folder.name}.docx" for folder in folders]
    bring(*(read_minutes(read(one.read_bytes(), one.name)) for one in sources))
    for name in ("outcome 16", "confidence strategy"):
        follow(thread_named(corpus, name), {one["meeting"]["date"]: one for one in labels}, get)
