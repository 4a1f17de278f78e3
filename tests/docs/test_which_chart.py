"""docs/reference/which-chart.md: its tables are what the rules make; printed anew with PRINT_PAGES=1."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from pathlib import Path

from answerable.core.measures import choosing
from answerable.core.measures.choosing import chart_for
from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Observed
from answerable.core.spc.areas import CHANCE, MANY, clearly_above_one, share_limits
from answerable.core.spc.funnel import TRIM
from answerable.core.spc.laney import by_chance
from answerable.core.spc.shewhart import SMALL

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "which-chart.md"
SHARE = 0.8
SAMPLES = (25, 50, 100, 200, 500, 1000, 5000)
NAMES = {"xmr": "XmR", "p": "p", "u": "u", "c": "c", "g": "g"}
Pairs = Sequence[tuple[float, float]]


def of(kind: Kind, pairs: Pairs, scale: float = 100) -> Facts:
    """Monthly figures of numerators and denominators."""
    observed = [Observed(_month(at), _month(at), scale * a / b, a, b) for at, (a, b) in enumerate(pairs)]
    return Facts("", kind, "", Better.LOWER, Frequency.MONTH, observed, decimals=3)


def counts(*values: float) -> Facts:
    observed = [Observed(_month(at), _month(at), value) for at, value in enumerate(values)]
    return Facts("", Kind.COUNT, "", Better.LOWER, Frequency.MONTH, observed)


def _month(at: int) -> dt.date:
    return dt.date(2020 + at // 12, at % 12 + 1, 1)


EXAMPLES = {
    "Average minutes to answer": Facts("", Kind.DURATION, "", Better.LOWER, Frequency.MONTH, []),
    "Burglaries in a month, about 300": counts(290, 310, 305),
    "101 calls answered in time, about 20,000 a month": of(Kind.PROPORTION, [(16000, 20000), (17000, 21000)]),
    "Victims satisfied, of 60 to 180 asked": of(Kind.SURVEY, [(48, 60), (140, 180), (90, 120)]),
    "Complaints upheld, 3 of about 40": of(Kind.PROPORTION, [(3, 40), (2, 41), (4, 39)]),
    "Assaults on officers, 3 in 10,000 shifts": of(Kind.RATE, [(3, 10000), (4, 10100)], 10000),
    "Serious collisions, about 3 a month": counts(3, 2, 4, 3),
    "Homicides, none in most months, over three years": counts(*[0, 0, 1] * 12),
    "The same, and five in the last month": counts(*[0, 0, 1] * 12, 5),
    "Homicides, the first year": counts(*[0, 0, 1] * 4),
}


def choices() -> str:
    rows = ["| For example | Chart | Why |", "|---|---|---|"]
    for what, facts in EXAMPLES.items():
        choice = chart_for(facts)
        rows.append(f"| {what} | {NAMES[choice.chart]} | {choice.reason or 'The usual chart.'} |")
    return "\n".join(rows)


def samples() -> str:
    rows = ["| People asked | 95 times in 100 between | 998 times in 1,000 between |", "|---|---|---|"]
    for size in SAMPLES:
        one = share_limits(SHARE, size, 0)
        inner, outer = (one.lower95, one.upper95), (one.lower998, one.upper998)
        rows.append(f"| {size:,} | {_between(inner)} | {_between(outer)} |")
    return "\n".join(rows)


def _between(ends: tuple[float, float]) -> str:
    return f"{ends[0]:.0%} and {ends[1]:.0%}"


def printed(text: str) -> str:
    for name, table in (("choices", choices()), ("samples", samples())):
        marks = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        text = marks.sub(rf"\g<1>{table}\n\g<2>", text)
    return text


def test_the_tables_are_printed_from_the_rules() -> None:
    held = PAGE.read_text("utf-8")
    if os.environ.get("PRINT_PAGES"):
        PAGE.write_text(held := printed(held), "utf-8")
    assert held == printed(held)
    assert held.count("|---|---|---|") == 3


def test_its_bounds_are_those_of_the_rules() -> None:
    text = PAGE.read_text("utf-8")
    assert f"Fewer than {SMALL} expected" in text
    assert "more than a quarter" in text and choosing.UNEVEN == 0.25
    assert "Half of the periods" in text and choosing.MOSTLY_NONE == 0.5
    assert f"at least {choosing.FEWEST_WAITS} waits" in text
    assert f"one of the last {choosing.RECENT} periods" in text
    assert f"further than {choosing.AGREES:.0%}" in text
    assert f"25 points reach {by_chance(25):.1f} times" in text
    assert "Fewer than ten areas" in text and MANY == 10
    assert "less than once in 20 times" in text and CHANCE == 0.05
    assert "two standard errors" in text and clearly_above_one(50) == 1.4
    assert "the outermost tenth" in text and TRIM == 0.1
    assert "of 43 areas about 2" in text and round(43 * CHANCE) == 2
