"""Recurring subjects: how long the finder takes, and how that grows with the meetings."""

from __future__ import annotations

import time

from generating.records import Maker
from rich.console import Console
from rich.table import Table

from answerable.core.subjects import offer, subject_meeting
from benching.measure import peak_mb

MEETINGS = (20, 200, 2_000)


def report(console: Console, *, small: bool = False) -> None:
    table = Table(title="Finding recurring subjects, CPU", title_justify="left")
    for head in ("meetings", "entries", "seconds", "ms a meeting", "offers", "peak MB"):
        table.add_column(head, justify="right")
    for count in MEETINGS[: 2 if small else 3]:
        meetings = [subject_meeting(record, key) for key, record in enumerate(Maker().meetings(count))]
        before = time.process_time()
        offers = offer(meetings)
        seconds = time.process_time() - before
        entries = sum(len(item.entries) for meeting in meetings for item in meeting.items)
        table.add_row(
            f"{count:,}", f"{entries:,}", f"{seconds:.2f}", f"{seconds * 1000 / count:.1f}",
            str(len(offers)), f"{peak_mb():.0f}",
        )  # fmt: skip
    console.print(table)
