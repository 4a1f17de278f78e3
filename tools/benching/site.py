"""A database of its own for a benchmark, filled by the console script as anybody would fill it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generate import write_records

from benching.measure import children_cpu, tree_mb

LOOK = 0.5
"""Seconds between two looks at the memory of a run."""

SCRIPT = Path(sys.executable).with_name("answerable")


class Cost(NamedTuple):
    """Wall seconds, CPU seconds of all processes, the most memory that they held together at one look."""

    seconds: float
    cpu: float
    peak_mb: float
    output: str


@dataclass(frozen=True)
class Site:
    """A folder with a database in it."""

    folder: Path

    def environment(self) -> dict[str, str]:
        known = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        return known | {"ANSWERABLE_DATA": str(self.folder), "DEBUG": "0"}

    def run(self, *arguments: str) -> Cost:
        """A subcommand of ``answerable``, watched; RuntimeError with its output where it fails."""
        self.folder.mkdir(parents=True, exist_ok=True)
        log = self.folder / "output.txt"
        before, peak, cpu = time.perf_counter(), 0.0, children_cpu()
        with log.open("w") as output:
            process = subprocess.Popen(
                [str(SCRIPT), *arguments], env=self.environment(), stdout=output, stderr=subprocess.STDOUT
            )
            while process.poll() is None:
                peak = max(peak, tree_mb(process.pid))
                time.sleep(LOOK)
        text = log.read_text()
        if process.returncode:
            raise RuntimeError(f"answerable {' '.join(arguments)} failed:\n{text[-2000:]}")
        return Cost(time.perf_counter() - before, children_cpu() - cpu, peak, text)

    def output_of(self, script: Path) -> str:
        """What a script prints about this database; RuntimeError with its complaint where it fails."""
        done = subprocess.run(
            [sys.executable, str(script)], env=self.environment(), capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        return done.stdout

    @property
    def cost(self) -> Cost:
        """What it cost to fill."""
        return Cost(**json.loads((self.folder / "filled").read_text()))

    @property
    def megabytes(self) -> float:
        return sum(path.stat().st_size for path in self.folder.glob("*.sqlite3*")) / 1e6


def filled(work: Path, meetings: int) -> Site:
    """A site with so many generated meetings, imported as records; one that ``work`` holds is used again."""
    site = Site(work / f"site-records-{meetings}")
    site.run("migrate", "--verbosity", "0")  # a site that was kept may be older than the code
    if not (site.folder / "filled").exists():
        cost = site.run("import", str(write_records(meetings, work)))
        (site.folder / "filled").write_text(json.dumps(cost._replace(output="")._asdict()))
    return site
