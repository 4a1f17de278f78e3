"""What a text may be about: single words, pairs of words that stand together, words with their number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from answerable.core.subjects.plain import CONNECTORS, WEAK
from answerable.core.subjects.tokens import Token

Key = tuple[str, ...]
"""Stems in alphabetical order, so that "uplift of officers" is "officer uplift"; a number stands last."""

REACH = 3
"""Words of a pair stand at most so far apart: "uplift of the officers", "outcome code 16"."""

MOST_SKIPPED = 1
"""Words of content that may stand between the two of a pair."""


class Mention(NamedTuple):
    """A phrase in a text: its key, its words as printed, and whether it is printed as a name."""

    key: Key
    shown: str
    capital: bool


def mentions(tokens: Sequence[Token]) -> Iterator[Mention]:
    """The phrases of one stretch of words."""
    content = [token for token in tokens if token.content]
    for token in content:
        if token.stem not in WEAK:
            yield Mention((token.stem,), token.shown, token.capital)
    yield from _pairs(tokens, content)
    yield from _labelled(tokens)


def _pairs(tokens: Sequence[Token], content: Sequence[Token]) -> Iterator[Mention]:
    for index, left in enumerate(content):
        for right in content[index + 1 : index + 2 + MOST_SKIPPED]:
            if right.at - left.at > REACH or left.stem == right.stem:
                continue
            if left.stem in WEAK and right.stem in WEAK:
                continue
            if not _joined(tokens[left.at + 1 : right.at]):
                continue
            key = (left.stem, right.stem) if left.stem < right.stem else (right.stem, left.stem)
            shown = " ".join(token.shown for token in tokens[left.at : right.at + 1])
            yield Mention(key, shown, left.capital and right.capital)


def _joined(between: Sequence[Token]) -> bool:
    """Only words of content and small words that join nouns: a verb between makes it another thing."""
    return all(token.content or token.shown.lower() in CONNECTORS for token in between)


BEFORE_A_VERB = frozenset(
    """all and can cannot could did do does he i it many may might most must not others shall she should some
    that then they those to we which who will would you""".split()
)
"""Words that a verb stands right after: "some ring 999", "they will dip 50". A label after "to" has a capital
("compared to Outcome 16")."""


def _labelled(tokens: Sequence[Token]) -> Iterator[Mention]:
    """ "Outcome 16" and, over one noun between, "outcome code 16".

    Not "sampled 16 files", which counts, nor "some ring 999", which does, nor "fell from 22".
    """
    for index, token in enumerate(tokens):
        if not token.number or _counts(tokens, index):
            continue
        for at in range(max(0, index - 1 - MOST_SKIPPED), index):
            before = tokens[at]
            if not before.content or before.stem in WEAK or _does(tokens, at):
                continue
            if all(between.content for between in tokens[at + 1 : index]):
                yield Mention((before.stem, token.stem), f"{before.shown} {token.shown}", before.capital)


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is a verb where it stands: it is printed small, after a word that verbs stand after."""
    word = tokens[at]
    return at > 0 and word.shown.islower() and tokens[at - 1].shown.lower() in BEFORE_A_VERB


def _counts(tokens: Sequence[Token], index: int) -> bool:
    """Whether the number counts the word after it: that is a plural right beside it."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.shown.islower() and after.shown.endswith("s") and after.content
