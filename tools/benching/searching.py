"""Search: the page's own search beside the bare full-text query, on the large record."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benching.measure import percentile
from benching.site import filled

ROWS = (20_000, 200_000)
ROWS_OF_A_MEETING = 66
"""About: its entries, actions and itself. The table says how many there are."""
BAR = 2.0


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """Both sizes, each term."""
    table = Table(title="Search beside the bare full-text query (ranked, 20 rows)", title_justify="left")
    for head in ("rows", "words", "hits", "bare ms", "search ms", "p95 ms", "ratio"):
        table.add_column(head, justify="left" if head == "words" else "right")
    for rows in ROWS[: 1 if small else 2]:
        site = filled(work, rows // ROWS_OF_A_MEETING)
        for one in json.loads(site.output_of(Path(__file__).with_name("look.py"))):
            bare, whole, slow = median(one["bare"]), median(one["search"]), percentile(one["search"], 0.95)
            figures = [f"{seconds * 1000:.1f}" for seconds in (bare, whole, slow)]
            counts = f"{one['rows']:,}", one["words"], f"{one['hits']:,}"
            table.add_row(*counts, *figures, f"{whole / bare:.2f}")
        table.add_section()
    table.caption = f"to be at most {BAR} times the bare query"
    console.print(table)
