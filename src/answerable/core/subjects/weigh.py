"""How much speaks for a returning phrase: where it stands, how closely its words belong together.

The numbers are judgements, set so that a subject of two items outweighs a mention in passing. They are about
places and frequencies; none is about a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log

from answerable.core.subjects.index import Index, ItemPlace, Standing
from answerable.core.subjects.phrases import REACH, Key
from answerable.core.subjects.plain import BODIES, CONNECTORS, GENERAL, WEAK
from answerable.core.subjects.shapes import Signal
from answerable.core.subjects.stems import stem

BONUS: dict[Signal, float] = {"title": 0.8, "heading": 0.7, "action": 0.3, "name": 0.15, "label": 0.4}
"""What a signal adds to the weight of a phrase in an item, over that of its mentions (under 1)."""

SINGLE_WORD_HALF = 6.0
"""A single word's mentions, squared, that weigh half: it has to be said again and again in an item."""

SINGLE_WORD_LEAST = 0.4
"""A single word has to weigh this in an item of two meetings: three mentions, or two in a heading's text."""

SINGLE_WORD_SHARE = 0.6
"""A single word says less than two: it is offered after pairs that say as much."""

PLACES = 6  # of a score: the last ones are noise, and ties go by the alphabet
LOOSE_SHARE = 0.85
PROPER_NAME_SHARE = 0.5
"""Where something is, or what it is called, is seldom what it is about."""

CARRIED = 0.6
"""What the words of a pair can add, where the item says them again and again."""

MEETINGS_OF_A_SUBJECT = 2
FEWEST_STRETCHES = 300
"""In less text than that of one meeting, frequencies say nothing about chance."""

LEAST_RARITY = 0.1
PARTICIPLE = ("ced", "ded", "ied", "led", "ned", "red", "sed", "ted", "ved")
NOT_NOUNS = ("ed", "ly", "able", "ible", "ive", "al", "ous", "ful")
"""Endings of words that are seldom a subject alone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A returning phrase with its weight in every item and its score."""

    key: Key
    score: float
    weights: dict[ItemPlace, float]
    signals: tuple[Signal, ...]


def candidates(index: Index) -> list[Candidate]:
    """Phrases that could be subjects, the best first; equal ones by the alphabet."""
    found = [
        candidate
        for key, places in index.standings.items()
        if not _not_a_subject(index, key) and (candidate := _candidate(index, key, places)) is not None
    ]
    return sorted(found, key=lambda one: (-round(one.score, PLACES), one.key))


def _candidate(index: Index, key: Key, places: dict[ItemPlace, Standing]) -> Candidate | None:
    acronym = is_acronym(index, key)
    weights = {place: _weight(index, key, place, standing) for place, standing in places.items()}
    best = _best_of_meetings(weights)
    single = len(key) == 1 and not acronym
    if len(best) < MEETINGS_OF_A_SUBJECT or (single and best[1] < SINGLE_WORD_LEAST):
        return None
    share = SINGLE_WORD_SHARE if single else _beyond_chance(index, key)
    if _is_proper_name(index, key, places):
        share *= PROPER_NAME_SHARE
    score = _score(best) * _rarity(index, places) * share * _tightness(index, key)
    return Candidate(key, score, weights, _signals(places, acronym))


def _is_proper_name(index: Index, key: Key, places: dict[ItemPlace, Standing]) -> bool:
    """A place, a person, a system: a word is never printed small, nor all in capitals; no title names it."""
    if any(max(one.signals.get("title", 0), one.signals.get("heading", 0)) >= 1 for one in places.values()):
        return False
    words = {word for shown in index.shown[key] for word in shown.split()}
    names = index.capital - index.small
    return any(not word.isupper() and stem(word.lower()) in names for word in words)


def _tightness(index: Index, key: Key) -> float:
    """A little less where a word stands between the two: "silver level performance framework"."""
    shown = index.shown[key]
    tight = sum(times for words, times in shown.items() if not _loose(words.lower().split()))
    return LOOSE_SHARE + (1 - LOOSE_SHARE) * tight / shown.total()


def _loose(words: list[str]) -> bool:
    return any(word not in CONNECTORS for word in words[1:-1])


def is_acronym(index: Index, key: Key) -> bool:
    return len(key) == 1 and key[0] in index.acronyms


def _not_a_subject(index: Index, key: Key) -> bool:
    """A body, an area or a post; words of an acronym that is one; a single word that is no noun."""
    if is_acronym(index, key):
        stems = index.acronyms[key[0]].stems
        return stems[-1] in BODIES or set(stems) <= WEAK | GENERAL
    if any(set(key) <= stems for stems in index.bodies):
        return True
    shown = index.shown[key].most_common(1)[0][0].lower()
    return _head(shown) in BODIES or shown.endswith(NOT_NOUNS if len(key) == 1 else PARTICIPLE)


def _head(shown: str) -> str:
    """The stem of the noun that the others only tell more about: "uplift" of "uplift in officers"."""
    words = shown.split()
    stop = next((at for at, word in enumerate(words) if at and word in CONNECTORS), len(words))
    return stem(words[stop - 1])


def _weight(index: Index, key: Key, place: ItemPlace, standing: Standing) -> float:
    """Mentions and signals; a pair is carried by words that the item speaks of again and again."""
    times = len(standing.stretches)
    extra = sum(BONUS.get(signal, 0.0) * share for signal, share in standing.signals.items())
    if len(key) == 1 and not is_acronym(index, key):
        return _again(times) + extra
    carried = [_again(index.times(word, place)) for word in key if word not in WEAK]
    return times / (times + 1) + CARRIED * sum(carried) / max(1, len(carried)) + extra


def _again(times: int) -> float:
    return times**2 / (times**2 + SINGLE_WORD_HALF)


def _best_of_meetings(weights: dict[ItemPlace, float]) -> list[float]:
    """The highest weight of each meeting, the highest first."""
    best: dict[int, float] = {}
    for (meeting, _item), weight in weights.items():
        best[meeting] = max(weight, best.get(meeting, 0.0))
    return sorted(best.values(), reverse=True)


def _score(best: list[float]) -> float:
    """Two meetings make a subject: the second counts most, further ones add less and less."""
    return (best[0] + 2 * best[1]) / 3 * (1 + log(len(best) - 1) / 4)


def _rarity(index: Index, places: dict[ItemPlace, Standing]) -> float:
    """From 1 for a phrase of one item in each of its meetings down to a floor for one that is everywhere."""
    meetings = len({meeting for meeting, _item in places})
    everywhere = max(index.items_of_meeting, 2.0)
    spread = (len(places) / meetings - 1) / (everywhere - 1)
    return max(LEAST_RARITY, 1 - spread)


def _beyond_chance(index: Index, key: Key) -> float:
    """The share of a pair's mentions that its words' frequencies alone do not explain."""
    if len(key) == 1:
        return 1.0
    stretches = max(index.stretches, FEWEST_STRETCHES)
    said = sum(len(standing.stretches) for standing in index.standings[key].values())
    by_chance = float(REACH * stretches)
    for word in key:
        by_chance *= max(index.said.get(word, 0), said) / stretches
    return max(LEAST_RARITY, 1 - by_chance / said)


def _signals(places: dict[ItemPlace, Standing], acronym: bool) -> tuple[Signal, ...]:
    """The signals seen anywhere, the strongest first; "wording" where there are none."""
    seen = {signal for standing in places.values() for signal in standing.signals}
    order: tuple[Signal, ...] = ("title", "heading", "label", "action", "name")
    found = tuple(signal for signal in order if signal in seen)
    if acronym:
        found = ("acronym", *found)
    return found or ("wording",)
