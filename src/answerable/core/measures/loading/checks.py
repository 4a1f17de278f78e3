"""What cannot be true of one value with what it was counted from, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.measures.facts import Kind
from answerable.core.measures.loading.values import WHOLE

SHARES = (Kind.PROPORTION, Kind.SURVEY)
"""Kinds whose values are per cents."""
ROUNDED = 0.51
"""Points of per cent by which a value may differ from its numerator and denominator: rounded to wholes."""
PLACES = 4  # decimals of a per cent that is worked out


def shown(number: float) -> str:
    """1,234 and 0.85: a number as sentences write it."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.10g}"


def problems_of(
    kind: Kind,
    value: float | None,
    numerator: float | None,
    denominator: float | None,
    sample: float | None,
) -> Iterator[tuple[str, str]]:
    """What is wrong, each with the name of the field whose cell it is."""
    if denominator is not None and denominator <= 0:
        zero = "nothing can be a share of it" if denominator == 0 else "it cannot be below zero"
        yield (
            "denominator",
            f"The denominator is {shown(denominator)}: {zero}. Leave the whole row out, or correct it.",
        )
    if numerator is not None and numerator < 0:
        yield "numerator", f"The numerator is {shown(numerator)}: it cannot be below zero. Correct it."
    if sample is not None and sample < 0:
        yield "sample", f"The sample is {shown(sample)}: it cannot be below zero. Correct it."
    if kind in SHARES:
        yield from _of_share(value, numerator, denominator)
    elif kind in (Kind.COUNT, Kind.DURATION, Kind.RATE) and value is not None and value < 0:
        yield "value", f"{shown(value)} is below zero, which no {kind} can be. Correct it or leave it empty."
    if kind == Kind.COUNT and value is not None and value >= 0 and not float(value).is_integer():
        yield (
            "value",
            f"{shown(value)} is not a whole number, and the measure is a count. Correct it, or choose another"
            " kind for the measure.",
        )


def _of_share(
    value: float | None, numerator: float | None, denominator: float | None
) -> Iterator[tuple[str, str]]:
    if value is not None and value > WHOLE:
        yield (
            "value",
            f"{shown(value)} is over 100 per cent. Correct it, or check that the column holds per cents.",
        )
    if value is not None and value < 0:
        yield "value", f"{shown(value)} is below 0 per cent. Correct it or leave it empty."
    if numerator is None or denominator is None or denominator <= 0:
        return
    if numerator > denominator:
        yield (
            "numerator",
            f"{shown(numerator)} of {shown(denominator)} is more than all of them. Check which of the two"
            " columns is which.",
        )
    elif value is not None and 0 <= value <= WHOLE and abs(value - share(numerator, denominator)) > ROUNDED:
        right = f"{share(numerator, denominator):.1f}"
        yield (
            "value",
            f"{shown(value)}% is not {shown(numerator)} of {shown(denominator)}, which is {right}%. Correct"
            " one of them.",
        )


def share(numerator: float, denominator: float) -> float:
    """Per cent."""
    return round(numerator / denominator * WHOLE, PLACES)


def worked_out(
    kind: Kind, numerator: float | None, denominator: float | None, per: float | None
) -> float | None:
    """The value where only its numerator and denominator are given; None where they do not give one."""
    if numerator is None or denominator is None or denominator <= 0:
        return None
    if kind in SHARES:
        return share(numerator, denominator)
    if kind == Kind.RATE and per:
        return round(numerator / denominator * per, PLACES)
    return None
