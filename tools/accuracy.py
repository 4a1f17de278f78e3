"""How well minutes are read: precision, recall and F1 by field, on labelled files.

    python tools/accuracy.py                              tables by field and by file
    python tools/accuracy.py --field actions --show       every miss (-) and every false one (+)
    python tools/accuracy.py --only 2018 --suffix .docx   some files only
    python tools/accuracy.py --breaches                   where the contract of places is not kept
    python tools/accuracy.py --bars                       exit code 1 where a bar is not reached
    python tools/accuracy.py --min actions=0.98 --min exchanges.recall=0.9
    python tools/accuracy.py --threads                    recurring subjects that were found, missed, made up

The labelled corpus is the folder that ANSWERABLE_CORPUS names, else ``../shared/corpus`` where it exists;
the sample archive is ``sample/``. What counts as right is in docs/reference/accuracy.md.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

sys.path.insert(0, str(Path(__file__).resolve().parent))

from scoring import bars, cases, document, table, threads
from scoring.run import Result, groups, run
from scoring.tally import total

ROOT = Path(__file__).resolve().parent.parent
MOST_BREACHES_OF_A_FILE = 12


def main(arguments: Sequence[str] | None = None) -> int:
    options = _options(arguments)
    console = Console(width=None if sys.stdout.isatty() else 190)
    chosen = [case for case in cases.find(corpus_folder(), ROOT / "sample") if _chosen(case, options)]
    if not chosen:
        console.print("No labelled files: set ANSWERABLE_CORPUS to the folder of the corpus.")
        return 0
    if options.threads:
        below = threads.report(console, corpus_folder(), ROOT / "sample")
        print("\n".join(below), file=sys.stderr)
        return 1 if below else 0
    results = [run(case, trace=options.trace) for case in chosen]
    if options.document:
        document.write(ROOT / "docs" / "reference" / "accuracy.md", results)
    if options.json:
        print(json.dumps(_plain(results), indent=1))
    else:
        _print(console, results, options)
    below = threads.report(console, corpus_folder(), ROOT / "sample", full=False) if options.bars else []
    return _verdict(results, options, below)


def corpus_folder() -> Path | None:
    """The labelled corpus, or None where there is none on this machine."""
    named = os.environ.get("ANSWERABLE_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared" / "corpus"
    return folder if folder.is_dir() else None


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", help="files whose name, folder or group holds this")
    parser.add_argument("--suffix", action="append", help="files of these endings (.docx)")
    parser.add_argument("--field", action="append", default=[], help="fields for --show")
    parser.add_argument("--show", action="store_true", help="print misses (-) and false ones (+)")
    parser.add_argument("--breaches", action="store_true", help="print every breach of the contract")
    parser.add_argument("--no-scans", action="store_true", help="leave scans out: they take seconds a page")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    parser.add_argument("--bars", action="store_true", help="fail where a bar of the project is not reached")
    parser.add_argument("--min", action="append", default=[], type=bars.parse, metavar="FIELD=VALUE")
    parser.add_argument("--threads", action="store_true", help="score the recurring subjects instead")
    parser.add_argument("--document", action="store_true", help="write the tables into the manual")
    parser.add_argument("--trace", action="store_true", help="print the traceback of a file that fails")
    return parser.parse_args(arguments)


def _chosen(case: cases.Case, options: argparse.Namespace) -> bool:
    if options.no_scans and case.scan:
        return False
    if options.suffix and case.path.suffix not in options.suffix:
        return False
    return not options.only or options.only in f"{case.group}/{case.path.parent.name}/{case.name}"


def _print(console: Console, results: list[Result], options: argparse.Namespace) -> None:
    if options.show:
        fields = options.field or sorted({key for one in results for key in one.tallies})
        table.print_details(console, results, fields)
    else:
        table.print_fields(console, results)
        table.print_files(console, results)
        most = 1_000_000 if options.breaches else MOST_BREACHES_OF_A_FILE
        table.print_breaches(console, results, most if options.breaches else 2)
    table.print_failures(console, results)


def _plain(results: list[Result]) -> dict[str, object]:
    return {
        "groups": {
            name: {
                key: {
                    "precision": tally.precision,
                    "recall": tally.recall,
                    "f1": tally.f1,
                    "right": tally.right,
                }
                for key, tally in total([(one.case.name, one.tallies) for one in members]).items()
                if not tally.empty
            }
            for name, members in groups(results).items()
        },
        "failed": {one.case.name: one.failed for one in results if one.failed},
        "breaches": {one.case.name: len(one.breaches) for one in results if one.breaches},
    }


def _verdict(results: list[Result], options: argparse.Namespace, below: Sequence[str] = ()) -> int:
    """1 where a bar that was asked for is not reached, else 0; ``below`` are lines found already."""
    wanted = [*options.min, *(bars.BARS if options.bars else ())]
    lines = [*bars.under(wanted, results), *below]
    if options.bars:
        lines += [f"not read: {one.case.name}" for one in results if one.failed]
        lines += [f"contract not kept: {one.case.name}" for one in results if one.breaches]
    for line in lines:
        print(line, file=sys.stderr)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
