"""Pages: queries, milliseconds, bytes and bare SQL of each, on one record and on ten times as much."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from benching.measure import percentile
from benching.site import Site, filled

MEETINGS = (2_000, 20_000)
HEADS = (
    "page", "queries", "at many", "median ms", "at many", "p95 ms", "at many", "SQL p95", "at many", "kB",
    "at many", "",
)  # fmt: skip
MOST_QUERIES, MOST_BYTES = 15, 100_000

Visits = dict[str, dict[str, Any]]


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """The same pages over many meetings and over ten times as many."""
    sizes = tuple(size // 10 for size in MEETINGS) if small else MEETINGS
    few, many = (visits(filled(work, size)) for size in sizes)
    table = Table(title=f"Pages at {sizes[0]:,} and at {sizes[1]:,} meetings", title_justify="left")
    for head in HEADS:
        table.add_column(head, justify="left" if head == "page" else "right")
    for name, visit in many.items():
        table.add_row(name, *_cells(few.get(name), visit))
    table.caption = f"at most {MOST_QUERIES} queries, the same at both; no page over {MOST_BYTES // 1000} kB"
    console.print(table)


def visits(site: Site) -> Visits:
    found: Visits = json.loads(site.output_of(Path(__file__).with_name("visit.py")))
    return found


def _cells(few: dict[str, Any] | None, many: dict[str, Any]) -> list[str]:
    cells = []
    for write in (
        lambda visit: str(visit["queries"]),
        lambda visit: f"{median(visit['seconds']) * 1000:.0f}",
        lambda visit: f"{percentile(visit['seconds'], 0.95) * 1000:.0f}",
        lambda visit: f"{percentile(visit['bare'], 0.95) * 1000:.0f}",
        lambda visit: f"{visit['bytes'] / 1000:.0f}",
    ):
        cells += ["·" if few is None else write(few), write(many)]
    return [*cells, ", ".join(_remarks(few, many))]


def _remarks(few: dict[str, Any] | None, many: dict[str, Any]) -> list[str]:
    """What is not as it should be."""
    found = []
    if many["status"] != 200:
        found.append(f"status {many['status']}")
    if many["queries"] > MOST_QUERIES:
        found.append("too many queries")
    if few is not None and few["queries"] != many["queries"]:
        found.append("queries grow" if few["queries"] < many["queries"] else "queries differ")
    if many["bytes"] > MOST_BYTES and ".csv" not in many["path"]:
        found.append("too large")
    return found
