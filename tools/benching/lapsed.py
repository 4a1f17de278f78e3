"""What has lapsed: how long it takes to search every later meeting for every promise and open action."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benching.site import filled

MEETINGS = (2_000, 20_000)


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """From nothing but what is stored, with all evidence written; the same again, when nothing changes."""
    table = Table(title="Searching for what lapsed, SQLite", title_justify="left")
    heads = ("meetings", "sought", "entries", "CPU seconds", "again", "ms a meeting", "peak MB")
    for head in heads:
        table.add_column(head, justify="right")
    for size in MEETINGS:
        count = size // 10 if small else size
        site = filled(work, count)
        cost = json.loads(site.output_of(Path(__file__).with_name("searching_lapsed.py")))
        table.add_row(
            f"{count:,}", f"{cost['sought']:,}", f"{cost['entries']:,}", f"{cost['first']:.1f}",
            f"{cost['again']:.1f}", f"{cost['first'] * 1000 / count:.2f}", f"{cost['peak']:.0f}",
        )  # fmt: skip
    table.caption = "ms a meeting should be the same for ten times as many, and memory nearly so"
    console.print(table)
