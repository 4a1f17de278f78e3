"""Loading the files of data.police.uk: rows a second beside the bare ``csv.reader``, and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from generating.police import AREAS, FORCE, write_lookup, write_nation, write_year
from rich.console import Console
from rich.table import Table

from benching.site import Site

NATION, YEAR = 500_000, 10_000  # rows of a national month, and of each month of one force
ROUNDS = 3
HEADS = ("what", "rows", "CPU seconds", "rows a second", "peak MB")

_BARE = """
import csv
with open(path, encoding="utf-8", newline="") as stream:
    for row in csv.reader(stream):
        pass
"""
_COUNT = """
from answerable.readers.police import count_police
codes = {f"E01{90_000 + at:06}": f"area:{at % 5}" for at in range(700)}
tally = count_police(path, "nation.csv", codes)
assert tally.rows and not tally.faults
"""
_AROUND = """
import json, sys, time
import csv
if {counted}:
    import answerable.readers.police
path = sys.argv[1]
before = time.process_time()
{work}
spent = time.process_time() - before
with open("/proc/self/status") as status:  # ru_maxrss would count the parent's memory before the start
    peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
print(json.dumps([spent, peak / 1024]))
"""
_SET_UP = """
from django.utils import timezone
from answerable.accounts.operations import ensure_local_person
from answerable.measures.models import AreaCode
from answerable.offices.models import Area, Force, Office
office = Office.objects.create(name="Wyvern Valley", slug="wyvern-valley")
force = Force.objects.create(office=office, name={force!r})
areas = [Area.objects.create(force=force, name=name) for name in {areas!r}]
import csv
with open({lookup!r}, encoding="utf-8") as stream:
    rows = list(csv.reader(stream))[1:]
by_name = {{one.name: one for one in areas}}
AreaCode.objects.bulk_create(AreaCode(office=office, code=code, area=by_name[name]) for code, name in rows)
ensure_local_person(at=timezone.now())
"""


class Run(NamedTuple):
    """CPU seconds of the work without starting, and the most memory that the process held."""

    cpu: float
    peak_mb: float


def report(console: Console, work: Path, *, small: bool = False) -> None:
    """A national month and a tenth of it, read bare and counted in turn; then the whole command."""
    share = 10 if small else 1
    table = Table(title="Street files of data.police.uk", title_justify="left")
    for head in HEADS:
        table.add_column(head, justify="left" if head == HEADS[0] else "right")
    for rows in (NATION // share // 10, NATION // share):
        path = write_nation(work / f"nation-{rows}", rows)
        bare, counted = _in_turn(path)
        _add(table, "csv.reader, nothing done", rows, bare)
        _add(table, "counted by month, force, area and type", rows, counted)
        table.add_section()
    nation = work / f"nation-{NATION // share}"
    year = work / f"year-{YEAR // share}"
    write_year(year, YEAR // share)
    for name, folder, rows in (
        ("a national month", nation, NATION // share),
        ("a year of one force, 12 files", year, 12 * YEAR // share),
    ):
        _add_command(table, work, name, folder, rows)
    console.print(table)


def _in_turn(path: Path) -> tuple[Run, Run]:
    """The median of each, done in turn so that a busy machine slows both."""
    runs = [(_run(_BARE, path, counted=False), _run(_COUNT, path, counted=True)) for _ in range(ROUNDS)]
    return _middle([one for one, _ in runs]), _middle([one for _, one in runs])


def _middle(runs: Sequence[Run]) -> Run:
    return Run(median(one.cpu for one in runs), max(one.peak_mb for one in runs))


def _run(work: str, path: Path, *, counted: bool) -> Run:
    script = _AROUND.format(work=work, counted=counted)
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    return Run(*json.loads(done.stdout))


def _add(table: Table, what: str, rows: int, run: Run) -> None:
    figures = (f"{rows:,}", f"{run.cpu:.2f}", f"{rows / run.cpu:,.0f}", f"{run.peak_mb:.0f}")
    table.add_row(what, *figures)


def _add_command(table: Table, work: Path, name: str, folder: Path, rows: int) -> None:
    """``answerable load_figures`` on a database of its own: all processes and what is stored included."""
    site = Site(work / f"site-{folder.name}")
    site.run("migrate", "--verbosity", "0")
    lookup = write_lookup(work / "lookup.csv")
    script = _SET_UP.format(force=FORCE, areas=AREAS, lookup=str(lookup))
    site.run("shell", "--command", script)
    cost = site.run("load_figures", str(folder))
    _add(table, f"answerable load_figures, {name}", rows, Run(cost.cpu, cost.peak_mb))
