"""Import: meetings a second, the most memory in use, and how both go with the number of meetings."""

from __future__ import annotations

from pathlib import Path

from generate import write_files
from rich.console import Console
from rich.table import Table

from benching.site import Cost, Site, filled

FILES = (200, 2_000)
RECORDS = (2_000, 20_000)
HEADS = ("what", "meetings", "seconds", "meetings a second", "CPU ms a meeting", "peak MB", "database MB")


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """Files through the reader, then meeting records, each into a database of its own."""
    share = 10 if small else 1
    table = Table(title="Import, on all cores", title_justify="left")
    for head in HEADS:
        table.add_column(head, justify="left" if head == HEADS[0] else "right")
    for count in FILES:
        source = work / f"files-{count // share}"
        write_files(count // share, source)
        site = Site(work / f"site-files-{count // share}")
        site.run("migrate", "--verbosity", "0")
        _add(table, "DOCX, PDF, HTML, text", count // share, site, site.run("import", str(source)))
    table.add_section()
    for count in RECORDS:
        site = filled(work, count // share)
        _add(table, "meeting records", count // share, site, site.cost)
    console.print(table)


def _add(table: Table, what: str, count: int, site: Site, cost: Cost) -> None:
    figures = (count / cost.seconds, cost.cpu * 1000 / count, cost.peak_mb, site.megabytes)
    table.add_row(what, f"{count:,}", f"{cost.seconds:.0f}", *(f"{figure:.0f}" for figure in figures))
