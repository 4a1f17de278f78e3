"""Live minutes: the grammar on a typed line and on a meeting, and what the page and a saved line cost."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from generating.records import Maker
from rich.console import Console
from rich.table import Table

from answerable.core.live.lines import Setting, Typed, read_line, read_lines, setting
from benching.measure import percentile
from benching.site import Site

ENTRIES = 300  # lines of a long meeting
ROUNDS = 20
MEETINGS = 40  # whose entries are typed one by one
SIZES = (ENTRIES, ENTRIES * 10)
MOST_QUERIES = 15


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """The grammar alone, then the site: the same pages at 300 lines and at ten times as many."""
    records = list(Maker().meetings(MEETINGS // 10 if small else MEETINGS))
    console.print(_grammar(records))
    site = Site(work / "site-live")
    site.run("migrate", "--verbosity", "0")
    sizes = (SIZES[0] // 10, SIZES[1] // 10) if small else SIZES
    table = Table(title="Live minutes in the browser’s place", title_justify="left")
    for head in ("what", "lines", "queries", "median ms", "p95 ms", "kB"):
        table.add_column(head, justify="left" if head == "what" else "right")
    for size in sizes:
        for name, visit in typed(site, size, records).items():
            table.add_row(name, f"{size:,}", *_cells(visit))
    table.caption = f"at most {MOST_QUERIES} queries for a page, the same at both"
    console.print(table)


def typed(site: Site, size: int, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What each page and each save cost in a meeting of so many lines."""
    texts = [entry["text"] for record in records for entry in record["entries"] if entry["kind"] != "heading"]
    lines = [texts[at % len(texts)] for at in range(size)]
    (site.folder / "lines.json").write_text(json.dumps(lines))
    found: dict[str, Any] = json.loads(site.output_of(Path(__file__).with_name("typing_lines.py")))
    return found


def _grammar(records: Sequence[dict[str, Any]]) -> Table:
    table = Table(title="The grammar, CPU", title_justify="left")
    for head in ("what", "count", "median ms", "p95 ms"):
        table.add_column(head, justify="left" if head == "what" else "right")
    lines = [(where_of(one), entry["text"]) for one in records for entry in one["entries"]]
    seconds = [_seconds(lambda w=where, t=text: read_line(t, w)) for where, text in lines]
    table.add_row("a typed line", f"{len(lines):,}", *_milliseconds(seconds))
    where = where_of(records[0])
    long = [Typed(lines[at % len(lines)][1]) for at in range(ENTRIES)]
    rounds = [_seconds(lambda: read_lines(long, where)) for _ in range(ROUNDS)]
    table.add_row(f"an item of {ENTRIES} lines", str(ROUNDS), *_milliseconds(rounds))
    return table


def where_of(record: dict[str, Any]) -> Setting:
    return setting(record["attendance"], date.fromisoformat(record["meeting"]["date"]))


def _seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def _milliseconds(seconds: Sequence[float]) -> list[str]:
    return [f"{median(seconds) * 1000:.2f}", f"{percentile(seconds, 0.95) * 1000:.2f}"]


def _cells(visit: dict[str, Any]) -> list[str]:
    return [str(visit["queries"]), *_milliseconds(visit["seconds"]), f"{visit['bytes'] / 1000:.0f}"]
