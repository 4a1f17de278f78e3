"""A topic's page and what was asked before, over 120,000 actions: the page beside its bare SQL."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benching.measure import percentile
from benching.site import filled

MEETINGS = (2_000, 20_000)
HEADS = ("page", "meetings", "queries", "lines", "median ms", "p95 ms", "SQL p95 ms", "kB")


def report(console: Console, work: Path, *, small: bool = False) -> None:
    table = Table(title="Topics and what was asked before, SQLite", title_justify="left")
    for head in HEADS:
        table.add_column(head, justify="left" if head == "page" else "right")
    for size in MEETINGS:
        count = size // 10 if small else size
        site = filled(work, count)
        for one in json.loads(site.output_of(Path(__file__).with_name("looking_topics.py"))):
            table.add_row(
                one["page"], f"{count:,}", str(one["queries"]), f"{one['lines']:,}",
                _ms(one["seconds"], 0.5), _ms(one["seconds"], 0.95), _ms(one["bare"], 0.95),
                f"{one['bytes'] / 1000:.0f}",
            )  # fmt: skip
    table.caption = (
        "at most 15 queries, the same for ten times as many; the SQL alone asks and fetches the same"
    )
    console.print(table)


def _ms(seconds: list[float], share: float) -> str:
    return f"{percentile(seconds, share) * 1000:.0f}"
