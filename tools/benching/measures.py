"""Pages of measures over 2 million observations, and over a tenth: queries, milliseconds, beside bare SQL."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from benching.measure import percentile
from benching.site import Site

HEADS = ("page", "observations", "queries", "median ms", "p95 ms", "SQL p95 ms", "kB")
MOST_QUERIES = 15


class Size(NamedTuple):
    """Of each of 50 measures so many series, each of so many weeks."""

    series: int
    weeks: int


SIZES = (Size(10, 400), Size(50, 800))
SMALL = (Size(10, 40), Size(10, 400))


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """Every page at both sizes, one below the other."""
    found = [look(filled(work, size)) for size in (SMALL if small else SIZES)]
    table = Table(title="Measures, SQLite", title_justify="left")
    for head in HEADS:
        table.add_column(head, justify="left" if head == "page" else "right")
    for name in found[0]["pages"]:
        for one in found:
            table.add_row(name, *_cells(one["pages"][name], one["observations"]))
    table.caption = f"at most {MOST_QUERIES} queries, the same for ten times as many observations"
    console.print(table)


def look(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(site.output_of(Path(__file__).with_name("looking_measures.py")))
    return found


def filled(work: Path, size: Size) -> Site:
    """A site with so many figures; one that ``work`` holds is used again."""
    site = Site(work / f"site-figures-{size.series}-{size.weeks}")
    site.run("migrate", "--verbosity", "0")
    if not (site.folder / "filled").exists():
        script = Path(__file__).with_name("filling_figures.py")
        subprocess.run(
            [sys.executable, str(script), str(size.series), str(size.weeks)],
            env=site.environment(),
            check=True,
        )
        (site.folder / "filled").touch()
    return site


def _cells(page: dict[str, Any], observations: int) -> list[str]:
    status = "" if page["status"] == 200 else f" (status {page['status']})"
    return [
        f"{observations:,}", f"{page['queries']}{status}", _ms(page["seconds"], 0.5),
        _ms(page["seconds"], 0.95), _ms(page["bare"], 0.95), f"{page['bytes'] / 1000:.0f}",
    ]  # fmt: skip


def _ms(seconds: list[float], share: float) -> str:
    return f"{percentile(seconds, share) * 1000:.0f}"
