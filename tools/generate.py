"""Minutes of a fictional valley in any number, the same ones for the same seed.

    python tools/generate.py records 20000 folder     meeting records: one file, a record a line
    python tools/generate.py files 200 folder         DOCX, PDF, HTML and text, in turn
    python tools/generate.py police 10000 folder      a year of street, outcome and stop-and-search files
    python tools/generate.py nation 500000 folder     a street file of one month and all forces

The benchmarks use them; they are good for trying the import and the pages at size, too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generating import police
from generating.files import WRITERS
from generating.records import Maker


def write_records(count: int, folder: Path, seed: int = 1) -> Path:
    """One JSON Lines file of ``count`` records."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"records-{count}.jsonl"
    with path.open("w", encoding="utf-8") as lines:
        for record in Maker(seed).meetings(count):
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def write_files(
    count: int, folder: Path, seed: int = 1, suffixes: Sequence[str] = tuple(WRITERS)
) -> list[Path]:
    """``count`` files, the formats in turn."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, record in enumerate(Maker(seed).meetings(count)):
        suffix = suffixes[number % len(suffixes)]
        path = folder / f"{number:05}-{record['meeting']['date']}{suffix}"
        path.write_bytes(WRITERS[suffix](record))
        paths.append(path)
    return paths


def write_police(count: int, folder: Path, seed: int = 1, first: str = "2024-04") -> list[Path]:
    """Twelve months of each file of one force, with ``count`` rows in a street file, and the lookup."""
    shares = {police.PoliceFile.STREET: 1.0, police.PoliceFile.OUTCOMES: 0.9, police.PoliceFile.STOPS: 0.1}
    paths = [
        police.write(kind, month, int(count * share), folder, seed=seed)
        for month in police.months(first, 12)
        for kind, share in shares.items()
    ]
    police.write_lookup(folder / "lookup.csv")
    return paths


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("what", choices=("records", "files", "police", "nation"))
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.what == "records":
        print(write_records(options.count, options.folder, options.seed))
    elif options.what == "nation":
        print(police.write_nation(options.folder, options.count))
    elif options.what == "police":
        count = len(write_police(options.count, options.folder, options.seed))
        print(f"{count} files in {options.folder}")
    else:
        print(f"{len(write_files(options.count, options.folder, options.seed))} files in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
