"""How fast it is: tables on the terminal, nothing is judged.

    python tools/bench.py                        everything, about ten minutes
    python tools/bench.py --only read            reading; also import, pages, search, subjects, live,
                                                 agendas, lapsed, topics, spc, measures,
                                                 figures_load, load, publication
    python tools/bench.py --small                a tenth of the size: to see that it runs

What each figure means is in docs/reference/benchmarks.md.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import platform
import sys
import tempfile
from pathlib import Path

from rich.console import Console

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
sys.path.insert(0, str(TOOLS))

SECTIONS = (
    "read", "subjects", "import", "pages", "search", "live", "agendas", "lapsed", "topics", "writers",
    "spc", "measures", "figures_load", "load", "publication",
)  # fmt: skip


def main() -> int:
    options = _options()
    console = Console(width=None if sys.stdout.isatty() else 130)
    console.print(
        f"Python {platform.python_version()}, {len(os.sched_getaffinity(0))} cores, {platform.machine()}"
    )
    with contextlib.ExitStack() as stack:
        work = options.work or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        work.mkdir(parents=True, exist_ok=True)
        for section in options.only:
            console.rule(section, align="left")
            _run(section, console, work, small=options.small)
    return 0


def _options() -> argparse.Namespace:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("--only", type=_sections, default=SECTIONS, help="sections, with commas")
    parser.add_argument("--small", action="store_true", help="a tenth of the size")
    parser.add_argument("--work", type=Path, help="keep generated databases here and use those there are")
    return parser.parse_args()


def _sections(text: str) -> list[str]:
    chosen = text.split(",")
    for one in chosen:
        if one not in SECTIONS:
            raise argparse.ArgumentTypeError(f"{one} is none of {', '.join(SECTIONS)}")
    return chosen


def _run(section: str, console: Console, work: Path, *, small: bool) -> None:
    if section == "read":
        reading = importlib.import_module("benching.reading")
        reading.report(console, _corpus(), ROOT / "sample")
        return
    if section in ("subjects", "writers", "spc"):
        importlib.import_module(f"benching.{section}").report(console, small=small)
        return
    named = {"import": "importing", "search": "searching", "load": "loading"}
    importlib.import_module(f"benching.{named.get(section, section)}").report(console, work, small=small)


def _corpus() -> Path | None:
    """The labelled corpus that ANSWERABLE_CORPUS names, else the folder beside the checkout."""
    named = os.environ.get("ANSWERABLE_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpus"
    return folder if folder.is_dir() else None


if __name__ == "__main__":
    sys.exit(main())
