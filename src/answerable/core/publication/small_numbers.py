"""Small numbers are not published: somebody could be known by them. Nor what would give them away.

A figure of a place is left out where it counts at least one and fewer than the threshold of anybody or
anything (source: Office for National Statistics, "Policy on protecting confidentiality in tables of births
and deaths", whose table threshold is 5; a nought tells of nobody and stays). Where the whole is shown beside
its parts, one part left out alone could be worked out by taking the others away: so the next smallest part
goes, too, and the whole where there is none. What goes for itself and what goes for another are marked alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from answerable.core.measures.facts import Kind, Observed

THRESHOLD = 5
PER_CENT = 100
WHOLE = ""
"""The name of the whole among its parts."""

Counts = Sequence[float]
"""What a figure counts, each of which adds up over the parts: those who did and those who did not."""


def counts_of(kind: Kind, row: Observed) -> Counts:
    """What a figure lets a reader count; nothing where it is a number of no case."""
    if row.value is None:
        return ()
    if kind is Kind.COUNT:
        return (row.value,)
    if kind is Kind.RATE:
        return () if row.numerator is None else (row.numerator,)
    cases = row.sample if kind is Kind.SURVEY and row.sample is not None else row.denominator
    cases = row.sample if cases is None else cases
    if cases is None:
        return () if row.numerator is None else (row.numerator,)
    if kind not in (Kind.PROPORTION, Kind.SURVEY):
        return (cases,)
    some = row.numerator if row.numerator is not None else round(row.value * cases / PER_CENT)
    return (some, cases - some)


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
    columns = zip(*(parts[name] for name in gone), strict=False)
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
