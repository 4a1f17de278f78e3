"""What has to be reached, as field, measure and least value; and how ``--min`` is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scoring.run import Result, groups
from scoring.tally import total


class Bar(NamedTuple):
    """``field`` must reach ``least`` of ``measure`` (precision, recall or f1) in files of ``group``."""

    group: str
    field: str
    measure: str
    least: float


def _f1(group: str, least: float, *fields: str) -> list[Bar]:
    return [Bar(group, field, "f1", least) for field in fields]


BARS: tuple[Bar, ...] = (
    *_f1("corpus", 0.98, "actions", "attendance", "items", "header"),
    *_f1("corpus", 0.95, "owners", "dues", "askers"),
    *_f1("corpus", 0.9, "updates"),
    Bar("corpus", "exchanges", "precision", 0.9),
    Bar("corpus", "exchanges", "recall", 0.9),
    *(Bar(group, "dated promises", "recall", 0.85) for group in ("corpus", "sample")),
    *(Bar(group, "dated promises", "precision", 0.7) for group in ("corpus", "sample")),
    *_f1("corpus scans", 0.9, "actions"),
    *_f1("sample", 0.98, "actions", "attendance", "items", "header"),
    *_f1("sample", 0.95, "owners", "dues"),
    *_f1("sample", 0.9, "updates"),
)


def parse(text: str) -> Bar:
    """``actions=0.98`` or ``exchanges.recall=0.9`` or ``corpus scans:actions=0.9``.

    Raises ValueError with a sentence when it is none of these.
    """
    name, equals, least = text.partition("=")
    group, colon, field = name.rpartition(":")
    key, _dot, measure = field.partition(".")
    if not equals or measure not in ("", "precision", "recall", "f1"):
        raise ValueError(f"{text!r} is not of the form field=0.9 or field.recall=0.9")
    return Bar(group if colon else "corpus", key, measure or "f1", float(least))


def under(bars: Sequence[Bar], results: Sequence[Result]) -> list[str]:
    """One line for each bar that is not reached; groups without files are passed over."""
    lines: list[str] = []
    for name, members in groups(results).items():
        tallies = total([(one.case.name, one.tallies) for one in members])
        for bar in bars:
            tally = tallies.get(bar.field)
            if bar.group != name or tally is None:
                continue
            value: float = getattr(tally, bar.measure)
            if value < bar.least:
                lines.append(f"{name}: {bar.field} {bar.measure} {value:.3f} is under {bar.least}")
    return lines
