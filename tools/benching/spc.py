"""Control charts: CPU time of the rules, of a whole verdict and of its drawing, beside the reference's."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence

from generating.figures import lone_series, weeks
from rich.console import Console
from rich.table import Table

from answerable.components import figures
from answerable.core.measures.drawing import picture
from answerable.core.measures.facts import Better, Facts, Frequency, Kind, Observed
from answerable.core.measures.judging import judge
from answerable.core.spc.options import Direction, Options
from answerable.core.spc.xmr import xmr
from benching.measure import cpu

SERIES, POINTS = 1_000, 60
ROUNDS = 5  # the best of them: what else the machine does only adds
YARDSTICKS = (
    ("the reference, R package NHSRplotthedots 0.2.2, one series", 59.0, 77.0),
    ("the reference, 1,000 series in one faceted call", 4.8, 6.2),
    ("a Python package that tries the same rules (alpha)", 4.8, 4.8),
    ("the reference's chart as PNG", 461.0, 496.0),
)
"""CPU ms a series, measured on a machine of this kind; from the conformance cases' page."""
SINGLE, FACETED = YARDSTICKS[0][1], YARDSTICKS[1][1]


def report(console: Console, *, small: bool) -> None:
    """Each of 1,000 series of 60 points, one after the other."""
    count = SERIES // 10 if small else SERIES
    values = [lone_series(POINTS, seed) for seed in range(count)]
    dates = [start for start, _ in weeks(POINTS)]
    facts = [_facts(one) for one in values]
    today = facts[0].observed[-1].last
    judged = [(one, judge(one, today)) for one in facts]
    options = Options(direction=Direction.INCREASE)
    rows = (
        ("XmR: limits, rules, icons", _best(lambda: [xmr(dates, one, options) for one in values], count)),
        ("a whole verdict, in words", _best(lambda: [judge(one, today) for one in facts], count)),
        ("its chart as SVG", _best(lambda: [figures.chart(picture(*one)) for one in judged], count)),
        ("a sparkline", _best(lambda: [_spark(one) for _, one in judged], count)),
    )
    console.print(_table(rows, count))


def _facts(values: Sequence[float]) -> Facts:
    observed = [
        Observed(start, last, value) for (start, last), value in zip(weeks(POINTS), values, strict=True)
    ]
    return Facts(
        "Calls", Kind.INDEX, "calls", Better.HIGHER, Frequency.WEEK, observed, whose="Wyvern Valley"
    )  # fmt: skip


def _spark(verdict: object) -> str:
    return figures.spark(verdict.points, spans=verdict.spans)  # type: ignore[attr-defined]


def _best(work: Callable[[], object], count: int) -> float:
    """CPU ms a series, the best of some rounds."""
    work()
    found = []
    for _ in range(ROUNDS):
        gc.collect()
        found.append(cpu(work))
    return min(found) / count * 1000


def _table(rows: Sequence[tuple[str, float]], count: int) -> Table:
    table = Table(title=f"{count:,} series of {POINTS} points, CPU ms a series", title_justify="left")
    for head in ("what", "ms", "of the single call", "of the faceted call"):
        table.add_column(head, justify="left" if head == "what" else "right")
    for name, ms in rows:
        times = (
            ("·", "·")
            if "chart" in name or "spark" in name
            else (f"1/{SINGLE / ms:.0f}", f"1/{FACETED / ms:.0f}")
        )
        table.add_row(name, f"{ms:.3f}", *times)
    for name, low, high in YARDSTICKS:
        table.add_row(name, f"{low:g}" if low == high else f"{low:g} to {high:g}", "·", "·", style="dim")
    table.caption = "to be at most 1/100 of the single call and 1/10 of the faceted one; a chart under 10 ms"
    return table
