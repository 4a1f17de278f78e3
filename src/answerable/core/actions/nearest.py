"""The nearest thing that later meetings said to what was promised or given: which entry, and how near.

Two texts are as alike as the words that they share are rare where they were said: the cosine of their words,
each weighted by the logarithm of how seldom it stands there (Salton and Buckley, "Term-weighting approaches
in automatic text retrieval", 1988). Words of time, of who speaks and of saying itself are left out, since
every promise has them.

What was said is gone through once, in the order of its days, and what is looked for waits in lists by word:
a word's list names those of which it is among the rarest words. Each looks at a bounded number of sentences
for each of these words, so that the work grows with what was said and what is looked for, not with both
together, and nothing that was said is kept.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log, nextafter, sqrt

from answerable.core.actions.wording import ENDINGS, SHORTEST_STEM

MENTIONS = 0.4
"""From this likeness on, a later sentence is taken to be about the same; see docs/reference/lapsed.md."""

MENTIONS_BY_TWO = 0.5
"""The same where the two share two words only, which happens by chance more often."""

WORTH_SHOWING = 0.15
"""Below it two sentences share a common word or two, and to show the nearest would say nothing."""

FEWEST_SHARED = 2
"""One word alone, however rare (a place, the name of a scheme), makes two texts no nearer."""

RAREST = 8
"""So many words of a text bring a sentence up for comparison: what shares none of them is not like it."""

LOOKS = 120
"""Sentences compared for each of these words: one that is said more often is no sign by itself."""

_WORD = re.compile(r"[a-z0-9]+")
_SENTENCE = re.compile(r"(?<=[.;?!])\s+")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?$")
"""Counts and days change from one meeting to the next: what they are of stays."""

_SMALL = frozenset(
    """
    a about after again all also am an and any are as at be because been before being between both but by can
    could did do does doing done down during each either every few for from further had has have having he her
    here his how i if in into is it its itself just like made make may might more most much must new no nor
    not now of off on once one only or other our out over own same she should so some such than that the their
    them then there these they this those through to too under until up upon us very was we were what when
    where whether which while who whom why will with within would you your
    january february march april june july august september october november december jan feb mar apr jun jul
    aug sep sept oct nov dec day days week weeks month months quarter quarters year years end date deadline
    due time today spring summer autumn one two three four five six seven eight nine ten eleven twelve hundred
    first second third half place position able none
    winter next last early late later soon currently
    pcc dpcc pfcc cc dcc acc t cfo cex coo police crime commissioner deputy chief constable assistant
    temporary superintendent force office meeting board
    action update agree agreed ask asked answer answered say said report reported confirm confirmed advise
    advised note noted explain explained assure assured state stated promise promised commit committed expect
    expected plan planned intend intended
    """.split()
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that later meetings of ``forums`` should speak of: those after the day ``after``."""

    key: Hashable
    text: str
    after: date
    forums: frozenset[Hashable]


@dataclass(frozen=True, slots=True)
class Said:
    """An entry of the minutes of ``forum``'s meeting on a day."""

    key: Hashable
    on: date
    forum: Hashable
    text: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """The entry that comes nearest, and how near: 0 to 1. ``mentions``: near enough to be about the same."""

    key: Hashable
    score: float
    mentions: bool


NOTHING = Nearest(None, WORTH_SHOWING, mentions=False)
"""What the first that is found has to be better than."""


class Rarity:
    """How much each word counts: the more, the fewer of the entries that were counted have it."""

    def __init__(self) -> None:
        self._having: Counter[str] = Counter()
        self._entries = 0
        self._squares: dict[str, float] = {}

    def count(self, text: str) -> None:
        self._having.update(words_of(text))
        self._entries += 1
        self._squares.clear()

    def square(self, word: str) -> float:
        """The square of its weight, which is the logarithm of how rare it is."""
        if word not in self._squares:
            self._squares[word] = log(1 + (self._entries + 1) / (self._having[word] + 1)) ** 2
        return self._squares[word]

    def squares(self, words: Iterable[str]) -> float:
        return sum(map(self.square, words))


def words_of(text: str) -> frozenset[str]:
    """The words that say what a text is about, stemmed."""
    return frozenset(filter(None, map(_kept, _WORD.findall(text.casefold().replace("’", "'")))))


def sentences(text: str) -> list[str]:
    return _SENTENCE.split(text)


def likeness(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """0 to 1: the cosine of two sets of words, weighted by their rarity; 0 where either is empty."""
    shared = rarity.squares(one & other)
    if not shared:
        return 0.0
    return shared / sqrt(rarity.squares(one) * rarity.squares(other))


def is_mention(score: float, shared: int) -> bool:
    """Is a sentence about the same thing, by its likeness and how many words the two share?"""
    return score >= (MENTIONS if shared > FEWEST_SHARED else MENTIONS_BY_TWO)


def shared_words(text: str, said: str) -> int:
    """The most words that a sentence of ``said`` shares with a text."""
    words = words_of(text)
    return max(len(words & words_of(one)) for one in sentences(said))


def nearest(wanted: Sequence[Wanted], said: Iterable[Said], rarity: Rarity) -> dict[Hashable, Nearest]:
    """For each that is wanted the entry that comes nearest, by key; none where nothing is worth showing.

    ``said`` is in the order of its days; of equally near entries the earlier one counts.
    """
    search = _Search(wanted, rarity)
    for entry in said:
        search.hear(entry)
    return search.found


@lru_cache(maxsize=100_000)
def _kept(word: str) -> str:
    """The stem of a word that counts, "" of one that does not."""
    if len(word) < 2 or word in _SMALL or _NUMBER.match(word):
        return ""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > SHORTEST_STEM else word


class _Search:
    """One pass over what was said, with all that is wanted waiting for its words."""

    def __init__(self, wanted: Sequence[Wanted], rarity: Rarity) -> None:
        self.found: dict[Hashable, Nearest] = {}
        self._rarity = rarity
        self._ahead = deque(sorted(wanted, key=lambda one: one.after))
        self._looking: dict[Hashable, _Looking] = {}
        self._waiting: dict[Hashable, _Waiting] = defaultdict(_Waiting)

    def hear(self, entry: Said) -> None:
        while self._ahead and self._ahead[0].after < entry.on:
            self._begin(self._ahead.popleft())
        waiting = self._waiting.get(entry.forum)
        if waiting is None:
            return
        for sentence in sentences(entry.text):
            words = words_of(sentence)
            candidates = waiting.hear(words, self._rarity)
            root = sqrt(self._rarity.squares(words)) if candidates else 0
            for key, shared in candidates.items():
                looking = self._looking[key]
                if shared + looking.rest > looking.least * looking.root * root:
                    self._compare(key, looking, words, root, entry)

    def _begin(self, one: Wanted) -> None:
        words = words_of(one.text)
        rarest = sorted(words, key=lambda word: (-self._rarity.square(word), word))[:RAREST]
        whole = self._rarity.squares(words)
        if not rarest:
            return
        self._looking[one.key] = _Looking(words, sqrt(whole), whole - self._rarity.squares(rarest))
        for forum in one.forums:
            for word in rarest:
                self._waiting[forum].wait(word, one.key)

    def _compare(
        self, key: Hashable, looking: _Looking, words: frozenset[str], root: float, entry: Said
    ) -> None:
        """Keep the sentence where it comes nearer; what mentions it goes before what only comes near."""
        best = self.found.get(key, NOTHING)
        both = looking.words & words
        score = round(self._rarity.squares(both) / (looking.root * root), 3)
        mentions = is_mention(score, len(both))
        if len(both) >= FEWEST_SHARED and (mentions, score) > (best.mentions, best.score):
            self.found[key] = Nearest(entry.key, score, mentions)
            looking.least = score if mentions else min(score, _BELOW_A_MENTION)


_BELOW_A_MENTION = nextafter(MENTIONS, 0)


@dataclass(slots=True)
class _Looking:
    """Of what is wanted: its words, the root of the sum of their squares, and the sum without its rarest.

    ``least``: what a sentence has to be nearer than to be compared whole.
    """

    words: frozenset[str]
    root: float
    rest: float
    least: float = NOTHING.score


class _Waiting:
    """Who waits for which word in one forum, and until how many sentences had it."""

    def __init__(self) -> None:
        self._lists: dict[str, deque[tuple[int, Hashable]]] = defaultdict(deque)
        self._heard: Counter[str] = Counter()

    def wait(self, word: str, key: Hashable) -> None:
        self._lists[word].append((self._heard[word] + LOOKS, key))

    def hear(self, words: frozenset[str], rarity: Rarity) -> Mapping[Hashable, float]:
        """By who waits for any of these words, the sum of squares of those that they wait for."""
        shared: dict[Hashable, float] = defaultdict(float)
        for word in words & self._lists.keys():
            some, square = self._lists[word], rarity.square(word)
            self._heard[word] += 1
            while some and some[0][0] < self._heard[word]:
                some.popleft()
            for _, key in some:
                shared[key] += square
        return shared
