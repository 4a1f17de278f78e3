"""Scoring of recurring subjects: a thread is found by items and by a word; the corpus's are."""

from __future__ import annotations

import pytest
from scoring.cases import find
from scoring.run import read
from scoring.threads import judge, known_numbers, load_threads

from answerable.core.subjects import Link, Offer, offer, subject_meeting

DATES = ("2031-05-06", "2031-06-10")
RECORDS = [{"items": [{"number": number} for number in ("1", "2", None)]} for _ in DATES]
KNOWN = {date: frozenset({"1", "2"}) for date in DATES}


def offered(name: str, *items: tuple[int, int]) -> Offer:
    return Offer(name, tuple(Link(meeting, item, (), 0.5) for meeting, item in items), 1.0, ("wording",))


def thread(name: str, items: list[str], strength: str = "strong"):
    occurrences = [{"meeting": date, "topic": name, "items": items} for date in DATES]
    return {"thread": name, "strength": strength, "occurrences": occurrences}


FERRIES = thread("Ferry patrols", ["2"])


@pytest.mark.parametrize(
    ("one", "found"),
    [
        (offered("Ferries", (0, 1), (1, 1)), True),
        (offered("Ferries", (0, 2), (1, 1)), True),  # an item without a number goes by the one before it
        (offered("Ferries", (0, 0), (1, 1)), False),
        (offered("Lanterns", (0, 1), (1, 1)), False),
    ],
)
def test_a_topic_finds_a_thread_by_items_and_a_word(one, found):
    score = judge([one], RECORDS, DATES, [FERRIES], KNOWN)
    assert (len(score.found), len(score.true), len(score.false)) == ((1, 1, 0) if found else (0, 0, 1))


def test_weak_threads_count_neither_way():
    weak = thread("Lantern oil", ["2"], "weak")
    score = judge([offered("Lanterns", (0, 1), (1, 1))], RECORDS, DATES, [FERRIES, weak], KNOWN)
    assert (len(score.found), len(score.missed), len(score.false), len(score.neither)) == (0, 1, 0, 1)


@pytest.mark.corpus
@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf"])
def test_the_corpus_s_strong_threads_are_offered(corpus, suffix):
    cases = [
        case
        for case in find(corpus, None)
        if case.group == "minutes" and case.path.suffix == suffix and case.path.stem == case.path.parent.name
    ]
    records = [read(case)[0] for case in cases]
    dates = [case.labels["meeting"]["date"] for case in cases]
    offers = offer([subject_meeting(record, key) for key, record in enumerate(records)])
    known = {date: known_numbers(case) for date, case in zip(dates, cases, strict=True)}
    score = judge(offers, records, dates, load_threads(corpus), known)
    assert len(score.missed) <= 1
    assert len(score.false) <= len(score.true)
