"""Minutes of a fictional valley in any number, the same ones for the same seed.

    python tools/generate.py records 20000 folder     meeting records: one file, a record a line
    python tools/generate.py files 200 folder         DOCX, PDF, HTML and text, in turn

The benchmarks use them; they are good for trying the import and the pages at size, too.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

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


def main() -> int:
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=layout)
    parser.add_argument("what", choices=("records", "files"))
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.what == "records":
        print(write_records(options.count, options.folder, options.seed))
    else:
        print(f"{len(write_files(options.count, options.folder, options.seed))} files in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
