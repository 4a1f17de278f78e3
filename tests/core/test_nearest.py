"""A true mention of a promise counts, and chance does not. Every text is made up."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.actions import nearest as module
from answerable.core.actions.nearest import (
    LOOKS,
    MENTIONS,
    MENTIONS_BY_TWO,
    Nearest,
    Rarity,
    Said,
    Wanted,
    likeness,
    nearest,
    words_of,
)

GIVEN = dt.date(2024, 3, 12)
FORUM = "assurance"

TALK = [
    "The PCC asked about response times in rural areas.",
    "The CC said that response times had improved in the west and fallen in the north.",
    "Officers from the rural team had visited forty farms since the summer.",
    "The DCC reported that sickness had fallen for the third quarter running.",
    "The PCC asked whether the custody suite would need more staff.",
    "Burglary fell by a tenth; car crime did not.",
    "The CC said that the control room had answered more calls than the year before.",
    "The ACC said that victims were told more often of what became of their report.",
    "The CFO said that overtime would stay within the budget.",
    "The PCC welcomed the plan for the new custody suite and asked for its cost.",
]
"""What meetings of such a forum say: the words of the promises below are partly in it."""


def rarity(*more: str) -> Rarity:
    counted = Rarity()
    for text in [*TALK, *more]:
        counted.count(text)
    return counted


def wanted(text: str, key: str = "promise", after: dt.date = GIVEN, *forums: str) -> Wanted:
    return Wanted(key, text, after, frozenset(forums or [FORUM]))


def said(text: str, days: int = 30, key: str = "", forum: str = FORUM) -> Said:
    return Said(key or text, GIVEN + dt.timedelta(days=days), forum, text)


def found(text: str, entries: Iterable[Said], **of: object) -> Nearest | None:
    entries = list(entries)
    return nearest([wanted(text)], entries, rarity(*(one.text for one in entries))).get("promise")


TRUE = [
    ("The new drone unit would be flying in all three areas by the end of March.",
     "The drone unit now flew in two of the three areas; the third waited for a licence."),
    ("all vacancies in the digital forensics team filled by September",
     "The DCC said that two vacancies in digital forensics were still not filled."),
    ("The CC committed to replacing the body-worn cameras before Christmas.",
     "Body-worn cameras: the replacement had begun."),
    ("A single number for stalking victims would be in place by July 2024.",
     "The PCC asked what had become of the single number for stalking victims."),
    ("Every neighbourhood would have a named officer by the autumn.",
     "Named officers: eleven of fourteen neighbourhoods had one."),
    ("The backlog of 300 firearms licences will be cleared in six months",
     "The backlog of firearms licences stood at 120."),
]  # fmt: skip

CHANCE = [
    ("The new drone unit would be flying in all three areas by the end of March.",
     "The PCC asked about response times in all three areas by the end of the year."),
    ("all vacancies in the digital forensics team filled by September",
     "The rural team would be ready by September, when all the training was done."),
    ("The CC committed to replacing the body-worn cameras before Christmas.",
     "The CC committed to bringing a paper on sickness before Christmas."),
    ("A single number for stalking victims would be in place by July 2024.",
     "Victims of burglary were told of their number in place of a letter."),
    ("Every neighbourhood would have a named officer by the autumn.",
     "Officers from the rural team had visited every school by the autumn."),
    ("The backlog of 300 firearms licences will be cleared in six months",
     "The custody backlog will be looked at in six months."),
]  # fmt: skip


@pytest.mark.parametrize(("promise", "later"), TRUE)
def test_a_true_mention_counts(promise: str, later: str) -> None:
    near = found(promise, [said(later), *(said(one) for one in TALK)])
    assert near is not None
    assert (near.key, near.mentions) == (later, True), near.score


@pytest.mark.parametrize(("promise", "later"), CHANCE)
def test_chance_does_not(promise: str, later: str) -> None:
    near = found(promise, [said(later), *(said(one) for one in TALK)])
    assert near is None or not near.mentions, near


def test_no_true_one_is_near_the_threshold_from_the_wrong_side() -> None:
    counted = rarity(*(later for _, later in [*TRUE, *CHANCE]))
    least = min(likeness(words_of(one), words_of(other), counted) for one, other in TRUE)
    most = max(likeness(words_of(one), words_of(other), counted) for one, other in CHANCE)
    assert most < MENTIONS < MENTIONS_BY_TWO < least, (most, least)


def test_one_word_is_no_mention() -> None:
    assert found("Saltwick will reopen", [said("Saltwick."), said("Nothing else.")]) is None


def test_what_was_said_on_the_day_itself_or_before_does_not_count() -> None:
    text = "The drone unit would fly."
    assert found(text, [said(text, 0)]) is None
    assert found(text, [said(text, -30)]) is None


def test_what_other_forums_said_does_not_count() -> None:
    text = "The drone unit would fly."
    assert found(text, [said(text, forum="ethics")]) is None


def test_any_of_its_forums_may_say_it() -> None:
    text = "The drone unit would fly."
    one = wanted(text, "promise", GIVEN, FORUM, "ethics")
    assert nearest([one], [said(text, forum="ethics")], rarity(text))["promise"].mentions


def test_of_equally_near_ones_the_earlier_counts() -> None:
    text = "The drone unit would fly."
    near = found(text, [said(text, 30, "first"), said(text, 60, "second")])
    assert near == Nearest("first", 1.0, True)


def test_a_sentence_of_a_long_entry_is_found() -> None:
    long = " ".join([*TALK, "The drone unit flew in the north and in the west.", *TALK])
    near = found("The drone unit would fly in the north and in the west.", [said(long, key="long")])
    assert near is not None
    assert near.mentions


def test_words_of_time_and_of_who_speaks_say_nothing() -> None:
    assert words_of("The CC said it will be by the end of March 2024, on the 3rd.") == frozenset()
    assert found("By the end of March 2024", [said("By the end of March 2024")]) is None


def test_endings_make_no_difference() -> None:
    assert words_of("replaced cameras") == words_of("replacing the camera")


def test_each_is_compared_with_so_many_sentences_and_no_more() -> None:
    """So that the work grows with the meetings, not with their square."""
    entries = [said(f"drone number{n}", n + 1, key=str(n)) for n in range(LOOKS)]
    last = said("drone unit flying", LOOKS + 5, key="last")
    assert found("drone unit flying", [*entries, last]) == Nearest("last", 1.0, True)  # "unit" is rare
    many = [said(f"drone unit flying over place{n}", n + 1, key=str(n)) for n in range(LOOKS)]
    near = found("drone unit flying", [*many, last])
    assert near is not None
    assert near.key == "0"


def test_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    original = module._Search._compare

    def counting(self: object, *given: object) -> None:
        looked.append(1)
        original(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(module._Search, "_compare", counting)
    promises = [wanted("drone unit flying", str(n)) for n in range(3)]
    nearest(promises, [said("drone unit flying", n + 1) for n in range(5 * LOOKS)], rarity())
    assert len(looked) <= 3 * 3 * LOOKS


PLAIN = st.lists(
    st.sampled_from("drone unit fly camera licence custody suite rural farm".split()), min_size=1
)


@given(PLAIN, PLAIN)
def test_likeness_goes_both_ways_and_stays_between_0_and_1(one: list[str], other: list[str]) -> None:
    first, second = words_of(" ".join(one)), words_of(" ".join(other))
    alike = likeness(first, second, rarity())
    assert alike == pytest.approx(likeness(second, first, rarity()))
    assert -1e-9 <= alike <= 1 + 1e-9
    assert likeness(first, first, rarity()) == pytest.approx(1)


@given(st.randoms(use_true_random=False), st.integers(1, 25))
def test_it_finds_what_comparing_everything_with_everything_finds(chance: random.Random, count: int) -> None:
    every = [one for pair in [*TRUE, *CHANCE] for one in pair] + TALK
    entries = [said(chance.choice(every), n + 1, key=str(n)) for n in range(count)]
    promise = chance.choice(TRUE)[0]
    counted = rarity(*(one.text for one in entries))
    near = nearest([wanted(promise)], entries, counted).get("promise")
    asked = words_of(promise)
    said_words = [words_of(part) for one in entries for part in module.sentences(one.text)]
    scores = [
        (module.is_mention(score, len(asked & words)), score)
        for words in said_words
        if len(asked & words) >= module.FEWEST_SHARED
        and (score := round(likeness(asked, words, counted), 3)) > module.WORTH_SHOWING
    ]
    assert ((near.mentions, near.score) if near else None) == max(scores, default=None)
