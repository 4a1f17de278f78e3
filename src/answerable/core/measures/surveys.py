"""What samples can tell: a share of those asked, and the gap between two areas.

Whether several areas differ at all is in ``areas``.

Shares are in per cent, as observations have them. Everything here holds for answers drawn at random; people
who choose whether to answer may be further off, and no interval says how far.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, comb, floor, inf, log10

from answerable.core.measures.facts import Observed
from answerable.core.spc.comparing import newcombe, sample_to_settle
from answerable.core.spc.intervals import CONFIDENCE, wilson

SMALL = 50
"""Fewer answers than this are called few: the interval of a half then reaches 14 points either way."""
LARGE = 2_000_000_000
"""More than anybody asks: beyond it a number of answers is a mistake."""
SURER = 0.8
"""The power that a planned comparison usually has: found 4 times in 5 (Cohen 1988)."""
_PER_CENT = 100.0
_FIGURES_KEPT = 2  # "about 740": more figures would be false precision


@dataclass(frozen=True, slots=True)
class Asked:
    """``share`` per cent of ``sample`` answers in ``name``."""

    name: str
    share: float
    sample: float

    @property
    def had(self) -> float:
        """How many that was; whole numbers where the share was rounded for print."""
        return min(self.sample, max(0.0, self.share / _PER_CENT * self.sample))


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its interval, in per cent and in words."""

    sentence: str
    lower: float
    upper: float
    cautions: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """The first share less the second, in points. ``enough``: people an area that would settle it."""

    sentence: str
    difference: float
    lower: float
    upper: float
    by_chance: bool
    enough: int | None = None
    detail: str = ""
    cautions: Sequence[str] = ()


def asked(name: str, one: Observed) -> Asked | None:
    """Return what a sample said, None where value or sample is unknown or cannot be."""
    if one.numerator is not None and one.denominator and 0 <= one.numerator <= one.denominator:
        return _possible(Asked(name, one.numerator / one.denominator * _PER_CENT, one.denominator))
    size = one.sample or one.denominator
    return _possible(Asked(name, one.value, size)) if one.value is not None and size else None


def _possible(one: Asked) -> Asked | None:
    return one if 0 <= one.share <= _PER_CENT and 1 <= one.sample <= LARGE else None


def share(one: Asked, decimals: int = 0) -> Share:
    """Say a share with Wilson's interval: what it may be among everybody, of whom these were asked."""
    lower, upper = (end * _PER_CENT for end in wilson(one.had, one.sample))
    sentence = (
        f"{one.share:.{decimals}f}% of {one.sample:,.0f} people asked in {one.name}: "
        f"among everybody likely between {lower:.{decimals}f}% and {upper:.{decimals}f}%."
    )
    return Share(sentence, lower, upper, few([one]))


def gap(first: Asked, second: Asked, decimals: int = 0, *, among: int = 2) -> Gap:
    """Say whether two areas are told apart, and if they are not, how many answers would settle it.

    ``among``: of how many areas these two are the furthest apart. The widest of many gaps is wide by chance,
    so it has to be surer, by as many times as there are pairs (Bonferroni).
    """
    pairs = max(1, comb(among, 2))
    confidence = 1 - (1 - CONFIDENCE) / pairs
    ends = newcombe(first.had, first.sample, second.had, second.sample, confidence)
    lower, upper = (end * _PER_CENT for end in ends)
    difference = first.share - second.share
    if lower <= 0 <= upper:
        return _within(first, second, decimals, (difference, lower, upper), pairs)
    higher, lesser = (first, second) if difference > 0 else (second, first)
    ends_in_words = sorted((abs(lower), abs(upper)))
    sentence = (
        f"{higher.name} is {points(difference, decimals)} above {lesser.name}, more than samples of this "
        f"size give by chance: the gap is likely between {ends_in_words[0]:.{decimals}f} and "
        f"{points(ends_in_words[1], decimals)}."
    )
    return Gap(sentence, difference, lower, upper, by_chance=False, cautions=few([first, second]))


def _within(first: Asked, second: Asked, decimals: int, found: tuple[float, float, float], pairs: int) -> Gap:
    difference, lower, upper = found
    cautions = few([first, second])
    if round(difference, decimals) == 0:
        sentence = f"There is no gap to speak of between {first.name} and {second.name}."
        return Gap(sentence, difference, lower, upper, by_chance=True, cautions=cautions)
    shares = first.share / _PER_CENT, second.share / _PER_CENT
    more = min(first.sample, second.sample) + 1  # what there is has not settled it
    confidence = 1 - (1 - CONFIDENCE) / pairs
    enough = rounded_up(max(more, sample_to_settle(*shares, confidence)))
    surer = rounded_up(max(more, sample_to_settle(*shares, confidence, SURER)))
    widest = f" It is the widest of {pairs} pairs, and one of them is wide by chance." if pairs > 1 else ""
    sentence = (
        f"The gap of {points(difference, decimals)} is within what samples of this size give by "
        f"chance; about {enough:,} people an area would settle it."
    )
    detail = (
        f"The gap is likely between {_signed(lower, decimals)} and {_signed(upper, decimals)} points. With "
        f"about {enough:,} answers an area, the range of a gap as large as this one would leave out nought; "
        f"to find a true gap of this size 4 times in 5 takes about {surer:,}.{widest}"
    )
    return Gap(
        sentence, difference, lower, upper, by_chance=True, enough=enough, detail=detail, cautions=cautions
    )


def few(areas: Sequence[Asked]) -> list[str]:
    """Return a caution for each area with few answers."""
    return [
        f"Only {one.sample:,.0f} people were asked in {one.name}: too few to say much."
        for one in areas
        if one.sample < SMALL
    ]


def points(difference: float, decimals: int = 0) -> str:
    """ "4 points", "1 point"; whatever the sign."""
    size = f"{abs(difference):.{decimals}f}"
    return f"{size} {'point' if float(size) == 1 else 'points'}"


def rounded_up(number: float) -> int:
    """Return a number of people with two figures, rounded up: 737 is 740."""
    if not 0 < number < inf:
        return 0
    step = int(10 ** max(0, floor(log10(number)) + 1 - _FIGURES_KEPT))
    return ceil(number / step) * step


def often(p: float) -> str:
    """A chance in words: 1 time in 20, fewer than 1 time in 1,000."""
    if p > 0.5:
        return "more often than not"
    return "less than 1 time in 1,000" if p < 1 / 1000 else f"about 1 time in {round(1 / p):,}"


def _signed(value: float, decimals: int) -> str:
    text = f"{abs(value):.{decimals}f}"
    return f"−{text}" if value < 0 and float(text) else text
