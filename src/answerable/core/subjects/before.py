"""Earlier exchanges like a text that somebody writes: a question, a point of terms of reference, a line.

Words count by their stems, so that "waits" finds "waiting times"; a word that few of the exchanges have
counts more than one that all have. After the weighting of BM25 (S. Robertson and H. Zaragoza, "The
Probabilistic Relevance Framework: BM25 and Beyond", 2009), without its part about length: a question is one
sentence, and what is asked is whether it is the same, not how often it says a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from math import log
from typing import NamedTuple

from answerable.core.subjects.plain import WEAK
from answerable.core.subjects.tokens import Token, stretches

MOST_WORDS = 6
"""Words that candidates are looked for with: each pair of them is a search, and six make fifteen."""

IN_QUESTION, IN_HEADING, IN_ANSWER = 1.0, 0.9, 0.6
"""What a word counts where it stands: an answer may speak of much that was not asked."""

OF_WEAK = 0.4  # of a word that says little alone ("rate", "team"), beside others
MIRRORED = 0.9
"""An earlier question may be all inside a long text (a point of terms of reference with its reasons): the
share of its own words counts almost as much as the share of the text's."""

LEAST_SHARED = 2
"""Words that say something and are in both; one where the text has no more."""

LEAST = 0.45
"""Under this likeness an exchange is about something else, on the made-up cases of the tests."""


class Asked(NamedTuple):
    """An exchange; ``heading`` is that of its item and the unnumbered one that it stands under."""

    key: Hashable
    question: str
    answer: str = ""
    heading: str = ""


class Alike(NamedTuple):
    """An exchange by its key; ``score`` is over 0 and at most 1."""

    key: Hashable
    score: float


def search_words(text: str, names: Collection[str] = ()) -> list[str]:
    """The words of a text that say most of what it is about, as written, the most telling first.

    ``names`` are posts as minutes name them ("PCC"): who asks is not what is asked.
    """
    found: dict[str, Token] = {}
    for token in _tokens(text, _ignored(names)):
        if _counts(token) and token.stem not in WEAK:
            found.setdefault(token.stem, token)
    telling = sorted(found.values(), key=lambda one: (not (one.capital or one.number), -len(one.shown)))
    return [one.shown for one in telling[:MOST_WORDS]]


def search_text(text: str, names: Collection[str] = ()) -> str:
    """What to ask the search for: lines with any two of the words, or with the one that there is."""
    words = [f'"{word}"' for word in search_words(text, names)]
    if len(words) < LEAST_SHARED:
        return "".join(words)
    pairs = [f"{one} {other}" for at, one in enumerate(words) for other in words[at + 1 :]]
    return " OR ".join(pairs)


def alike(text: str, exchanges: Sequence[Asked], names: Collection[str] = ()) -> list[Alike]:
    """The exchanges that ask what the text asks, the likest first; equals stay in their order.

    ``names`` are posts as minutes name them, which are nobody's subject.
    """
    no = _ignored(names)
    typed = _stems(text, no)
    rows = [
        (one, _stems(one.question, no), _stems(one.heading, no), _stems(one.answer, no)) for one in exchanges
    ]
    weights = _weights([question | heading | answer for _, question, heading, answer in rows])
    strong = {stem for stem in typed if stem not in WEAK}
    least = min(LEAST_SHARED, len(strong))
    found = []
    for one, question, heading, answer in rows:
        if not strong or len(strong & (question | heading | answer)) < least:
            continue
        place = dict.fromkeys(answer, IN_ANSWER) | dict.fromkeys(heading, IN_HEADING)
        place |= dict.fromkeys(question, IN_QUESTION)
        score = max(
            _share(typed, place, weights),
            MIRRORED * _share(question, dict.fromkeys(typed, IN_QUESTION), weights),
        )
        if score >= LEAST:
            found.append(Alike(one.key, round(score, 3)))
    return sorted(found, key=lambda one: -one.score)


def _share(stems: set[str], place: dict[str, float], weights: dict[str, float]) -> float:
    """How much of the stems' weight is found, each by where it stands; 0 where none says something."""
    if stems <= WEAK:
        return 0.0
    whole = sum(_weight(stem, weights) for stem in stems)
    return sum(_weight(stem, weights) * place.get(stem, 0.0) for stem in stems) / whole


def _weight(stem: str, weights: dict[str, float]) -> float:
    return weights.get(stem, log(2)) * (OF_WEAK if stem in WEAK else 1.0)


def _weights(rows: Sequence[set[str]]) -> dict[str, float]:
    """More for a stem that few rows have; a stem that none has weighs no more than one that all have."""
    counts = Counter(stem for row in rows for stem in row)
    return {stem: log(1 + len(rows) / count) for stem, count in counts.items()}


def _stems(text: str, ignored: frozenset[str]) -> set[str]:
    return {token.stem for token in _tokens(text, ignored) if _counts(token)}


def _counts(token: Token) -> bool:
    """Words that say something, and numbers that can be a name ("101", "outcome 16")."""
    return token.content or (token.number and len(token.shown) > 1)


def _ignored(names: Collection[str]) -> frozenset[str]:
    """Of names of one word: those of several ("custody sergeant") have words that are subjects."""
    short = [name for name in names if len(name.split()) == 1]
    return frozenset(token.stem for name in short for token in _tokens(name, frozenset()))


def _tokens(text: str, ignored: frozenset[str]) -> Iterable[Token]:
    return (token for tokens in stretches(text, ignored) for token in tokens)
