"""Money as people write it, and as they read it. Inside it is whole pence."""

from __future__ import annotations

import re
from decimal import Decimal

PENCE = 100  # to a pound
MOST = 10_000_000_000 * PENCE  # no office pays more for one thing: a slip of the hand does
TIMES = {
    "": 1, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "bn": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip
LONGEST_SHOWN = 40  # characters of what was typed, in a sentence about it
EXAMPLE = "such as £62,000, 62k or 1.2m"

_AMOUNT = re.compile(
    r"^(?:£|gbp)?\s*(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<times>[a-z]*)$",
    re.IGNORECASE | re.ASCII,
)
_OTHER_COIN = re.compile(r"[$€¥]|\b(?:usd|eur|euros?|dollars?)\b", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*[kKmM]?\s*(?:-|–|to)\s*£?\d")


def pence_in(text: str) -> tuple[int, str]:
    """The pence that a text says, and ""; or 0 and the sentence for what is not an amount of money."""
    typed = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    if not typed:
        return 0, f"Write the amount, {EXAMPLE}."
    found = _AMOUNT.match(typed)
    if found is None or found["times"].lower() not in TIMES:
        return 0, _why_not(typed)
    exact = Decimal(found["number"].replace(",", "")) * TIMES[found["times"].lower()] * PENCE
    if exact != int(exact):
        return (
            0,
            f"“{_shown(typed)}” has parts of a penny: write pounds and pence, as £62,000.50.",
        )
    if exact == 0:
        return 0, "Write an amount above nothing: what was not paid for is not funding."
    if exact > MOST:
        return 0, f"“{_shown(typed)}” is more than £10 billion: write the amount in pounds, {EXAMPLE}."
    return int(exact), ""


def _why_not(typed: str) -> str:
    shown = _shown(typed)
    if typed.startswith(("-", "−", "(")) or "£-" in typed:
        return f"“{shown}” is below nothing: write what was paid, {EXAMPLE}."
    if _OTHER_COIN.search(typed):
        return f"“{shown}” is not in pounds: write what it was in pounds, {EXAMPLE}."
    if _RANGE.search(typed):
        return f"“{shown}” is two amounts: write one, {EXAMPLE}."
    if re.search(r"\d,\d", typed):
        return f"The commas in “{shown}” are not at the thousands: write it {EXAMPLE}."
    return f"“{shown}” is not an amount of money: write one, {EXAMPLE}."


def _shown(typed: str) -> str:
    return typed if len(typed) <= LONGEST_SHOWN else typed[:LONGEST_SHOWN] + "…"


def pounds(pence: int) -> str:
    """£62,000; with the pence where there are any: £62,000.50"""
    whole, rest = divmod(pence, PENCE)
    return f"£{whole:,}" + (f".{rest:02}" if rest else "")


def roughly(pence: int) -> str:
    """To whole pounds, for what was only counted: £41,123"""
    return f"£{round(Decimal(pence) / PENCE):,}"
