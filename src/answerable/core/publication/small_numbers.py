"""Small numbers are not published: somebody could be known by them. Nor what would give them away.

A figure of a place is left out where it counts at least one and fewer than the threshold of anybody or
anything (primary suppression by a minimum frequency; a nought tells of nobody and stays). Where the whole is
shown beside its parts, one part left out alone could be worked out by taking the others away: so the next
smallest part goes, too, and the whole where there is none (secondary suppression). What goes for itself and
what goes for another are marked alike.

Source: Hundepool and others, "Statistical Disclosure Control" (Wiley, 2012), on tables of frequencies. The
threshold is a choice, not of that book: five is a usual one, and each measure has its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from answerable.core.measures.facts import Kind, Observed

THRESHOLD = 5
PER_CENT = 100
WHOLE = ""
"""The name of the whole among its parts."""

Counts = Sequence[float]
"""What a figure counts, each of which adds up over the parts: those who did and those who did not."""


def counts_of(kind: Kind, row: Observed, per: float | None = None) -> Counts:
    """What a figure lets a reader count; nothing where it is a number of no case.

    ``per``: of a rate, per how many; with it the events can be worked out where they are not said.
    """
    if row.value is None:
        return ()
    if kind is Kind.COUNT:
        return (row.value,)
    if kind is Kind.RATE:
        return _events(row, row.value, per)
    if kind in (Kind.PROPORTION, Kind.SURVEY):
        return _share(kind, row, row.value)
    cases = row.sample if row.denominator is None else row.denominator
    cases = row.numerator if cases is None else cases
    return () if cases is None else (cases,)


def _events(row: Observed, value: float, per: float | None) -> Counts:
    if row.numerator is not None:
        return (row.numerator,)
    return (_some(value * row.denominator / per),) if row.denominator is not None and per else ()


def _share(kind: Kind, row: Observed, value: float) -> Counts:
    """Those who did and those who did not; what is not said of them follows from the share."""
    first, second = row.denominator, row.sample
    if kind is Kind.SURVEY:
        first, second = second, first
    cases = second if first is None else first
    if cases is None and row.numerator is not None and value > 0:
        cases = round(row.numerator * PER_CENT / value)
    if cases is None:
        return () if row.numerator is None else (row.numerator,)
    some = row.numerator if row.numerator is not None else _some(value * cases / PER_CENT)
    return (some, cases - some)


def _some(worked_out: float) -> int:
    """How many that is; what is more than nought is one at least."""
    return max(round(worked_out), 1) if worked_out > 0 else 0


def is_small(counts: Counts, threshold: float = THRESHOLD) -> bool:
    """Does it count somebody, and fewer than the threshold?"""
    return any(0 < one < threshold for one in counts)


def left_out(parts: Mapping[str, Counts], whole: Counts | None, threshold: float = THRESHOLD) -> set[str]:
    """The names of the parts that are not shown of one period; ``WHOLE`` among them where the whole goes.

    ``whole`` is None where nothing that the parts add up to is known.
    """
    gone = {name for name, counts in parts.items() if is_small(counts, threshold)}
    if whole is None:
        return gone
    if is_small(whole, threshold):
        return gone | {WHOLE}
    rest = {name: _size(counts) for name, counts in parts.items() if name not in gone and any(counts)}
    while gone and not _hides(gone, parts, threshold):
        if not rest:
            return gone | {WHOLE}
        least = min(rest.values())  # all that are alike: which of them goes first would tell which is small
        gone |= {name for name, size in rest.items() if size == least}
        rest = {name: size for name, size in rest.items() if size != least}
    return gone


def _hides(gone: set[str], parts: Mapping[str, Counts], threshold: float) -> bool:
    """Whether the sum of what is left out, which the whole gives away, fits more than one set of parts."""
    if len(gone) == 1:
        return False
    columns = zip_longest(*(parts[name] for name in gone), fillvalue=0)  # what is not known hides nothing
    return all(_fits_several(column, threshold) for column in columns)


def _fits_several(column: Sequence[float], threshold: float) -> bool:
    """A sum of nothing but ones is known to be that, and one of the largest small numbers, too."""
    told = [one for one in column if one]
    if not told:
        return True
    lowest, highest = len(told), len(told) * (threshold - 1)
    return len(told) > 1 and lowest < sum(told) and (sum(told) < highest or max(told) >= threshold)


def _size(counts: Counts) -> float:
    return min((one for one in counts if one), default=0)
