"""Publication: public pages, the cache, publishing, search over everything, the static edition.

The public store is filled by ``publication_filling.py``, with parts as decisions would bring them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from benching import publication_load
from benching.measure import percentile
from benching.pages import MOST_QUERIES
from benching.site import Site

HERE = Path(__file__).parent
MEETINGS = (200, 2_000)
SEARCHED = (2_000, 20_000)
ENTRIES = (30, 300)
MINUTES_AT_ONCE = 100  # in one publication, where the store is for searching only
PAGE = "/wyvern-valley/finance-forum-saltwick/2006-02-21"  # minutes of 60 lines that the seed has


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """Everything but the static edition, which ``publication_edition`` measures."""
    meetings, searched = (
        tuple(size // 10 for size in sizes) if small else sizes for sizes in (MEETINGS, SEARCHED)
    )
    sites = [filled(work, size, 1) for size in meetings]
    _filling(console, sites)
    _pages(console, meetings, [_told(site, "publication_visit.py") for site in sites])
    publication_load.report(console, sites[-1], PAGE, small=small)
    _publishing(console, work)
    _searching(console, [filled(work, size, MINUTES_AT_ONCE, "minutes") for size in searched])
    _edition(console, sites[-1])


def filled(work: Path, meetings: int, at_once: int, *what: str) -> Site:
    """A site whose public store has so many meetings; one that ``work`` holds is used again."""
    site = Site(work / "-".join(["site-public", str(meetings), *what]))
    if not (site.folder / "filled").exists():
        _migrated(site)
        cost = _told(site, "publication_filling.py", str(meetings), str(at_once), *what)
        (site.folder / "filled").write_text(json.dumps(cost))
    return site


def _migrated(site: Site) -> None:
    for database in ("default", "published"):
        site.run("migrate", "--verbosity", "0", "--database", database)


def _told(site: Site, script: str, *arguments: str) -> Any:
    """What a script prints about this store; RuntimeError with its complaint where it fails."""
    command = [sys.executable, str(HERE / script), *arguments]
    done = subprocess.run(command, env=site.environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return json.loads(done.stdout)


def _table(title: str, *heads: str) -> Table:
    table = Table(title=title, title_justify="left")
    for place, head in enumerate(heads):
        table.add_column(head, justify="right" if place else "left")
    return table


def _filling(console: Console, sites: list[Site]) -> None:
    table = _table(
        "Taking publications in", "meetings", "CPU seconds", "lines", "register: parts", "statements"
    )
    for site in sites:
        one = json.loads((site.folder / "filled").read_text())
        cells = (one["meetings"], one["cpu"], one["lines"], one["parts"], one["statements"])
        table.add_row(*(f"{cell:,.0f}" for cell in cells))
    console.print(table)


def _pages(console: Console, sizes: tuple[int, ...], visits: list[Any]) -> None:
    heads = ("page", "queries", "at many", "median ms", "at many", "p95 ms", "at many", "kB", "at many", "")
    table = _table(f"Public pages at {sizes[0]:,} and {sizes[1]:,} meetings", *heads)
    few, many = visits
    for name, one in many.items():
        table.add_row(name, *_cells(few[name], one), _remarks(few[name], one))
    table.caption = f"CPU; at most {MOST_QUERIES} queries, the same at both; not kept"
    console.print(table)


def _cells(*visits: dict[str, Any]) -> list[str]:
    kinds = (
        lambda one: str(one["queries"]),
        lambda one: f"{median(one['seconds']) * 1000:.0f}",
        lambda one: f"{percentile(one['seconds'], 0.95) * 1000:.0f}",
        lambda one: f"{one['bytes'] / 1000:.0f}",
    )
    return [write(one) for write in kinds for one in visits]


def _remarks(few: dict[str, Any], many: dict[str, Any]) -> str:
    found = [] if many["status"] == 200 else [f"status {many['status']}"]
    found += ["too many queries"] if many["queries"] > MOST_QUERIES else []
    found += ["queries differ"] if many["queries"] != few["queries"] else []
    return ", ".join(found)


def _publishing(console: Console, work: Path) -> None:
    site = Site(work / "site-publishing")
    _migrated(site)
    table = _table(
        "Publishing minutes", "entries", "seconds", "building", "files", "checks", "taking", "queries",
        "of the store", "kB", "bare ms", "ratio",
    )  # fmt: skip
    for one in _told(site, "publication_publishing.py", *map(str, ENTRIES)):
        spent = [f"{one[name]:.2f}" for name in ("seconds", "building", "files", "checks", "taking")]
        counts = [str(one["queries"]["working"]), str(one["queries"]["public"]), f"{one['bytes'] / 1000:.0f}"]
        floor = [f"{one['floor'] * 1000:.1f}", f"{one['seconds'] / one['floor']:.0f}"]
        table.add_row(str(one["entries"]), *spent, *counts, *floor)
    table.caption = "wall seconds, from putting forward until it is public; the checks run in a child process"
    console.print(table)


def _searching(console: Console, sites: list[Site]) -> None:
    heads = ("words", "lines", "hits", "queries", "bare ms", "search ms", "p95 ms", "ratio")
    table = _table("Search over everything published (CPU)", *heads)
    for site in sites:
        for one in _told(site, "publication_look.py"):
            bare, whole, slow = median(one["bare"]), median(one["search"]), percentile(one["search"], 0.95)
            figures = [f"{seconds * 1000:.1f}" for seconds in (bare, whole, slow)]
            hits = f"{one['hits']:,}{'+' if one['more'] else ''}"
            table.add_row(
                one["words"], f"{one['lines']:,}", hits, str(one["queries"]), *figures, f"{whole / bare:.2f}"
            )
        table.add_section()
    console.print(table)


def _edition(console: Console, site: Site) -> None:
    one = _told(site, "publication_edition.py")
    table = _table("Static edition", "meetings", "seconds", "CPU seconds", "files", "MB")
    counts = json.loads((site.folder / "filled").read_text())["meetings"]
    table.add_row(
        f"{counts:,}", f"{one['seconds']:.0f}", f"{one['cpu']:.0f}", f"{one['files']:,}", f"{one['mb']:.0f}"
    )
    console.print(table)
