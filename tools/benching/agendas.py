"""The agenda of a forum with many open actions: queries, milliseconds and bytes of its pages."""

from __future__ import annotations

import json
import os
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benching.live import MOST_QUERIES, _cells
from benching.site import Site

OPEN_ACTIONS = (500, 5_000)


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """The same pages over five hundred open actions and over ten times as many."""
    site = Site(work / "site-agendas")
    site.run("migrate", "--verbosity", "0")
    table = Table(title="The agenda of a forum, by its open actions", title_justify="left")
    for head in ("page", "open actions", "queries", "median ms", "p95 ms", "kB"):
        table.add_column(head, justify="left" if head == "page" else "right")
    for size in OPEN_ACTIONS:
        count = size // 10 if small else size
        os.environ["OPEN_ACTIONS"] = str(count)
        costs = json.loads(site.output_of(Path(__file__).with_name("opening_agendas.py")))
        for name, visit in costs.items():
            table.add_row(name, f"{count:,}", *_cells(visit))
    table.caption = f"at most {MOST_QUERIES} queries, the same at both; a pack holds every action"
    console.print(table)
