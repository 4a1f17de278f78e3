"""Fuzz the parsers for as long as it takes: ``python tools/soaking/fuzz.py --cases 100000 [--parser NAME]``.

The same properties as in CI, with other cases each time. OCR and LibreOffice are left out: they are others'
programs, and a case would take seconds.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")

from hypothesis import HealthCheck, given, seed, settings

from tools.soaking.properties import PARSERS, Parser

EVERY = 5_000
"""Cases between two lines of progress."""


def tried(
    parser: Parser, cases: int, *, counted: Callable[[], None] = lambda: None, start: int | None = None
) -> None:
    """Try so many cases; raises what the property raised, with the smallest case that does it.

    ``start``: the seed of the cases, None for the same ones each time.
    """

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        derandomize=start is None,
        suppress_health_check=list(HealthCheck),
    )
    @given(parser.inputs)
    def one(value: Any) -> None:
        counted()
        parser.holds(value)

    (one if start is None else seed(start)(one))()


def main() -> int:
    """Fuzz what was asked for; 1 where something does not hold."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=100_000, help="cases for each parser")
    options.add_argument("--parser", choices=PARSERS, action="append", help="only this one; may be repeated")
    options.add_argument("--seed", type=int, default=time.time_ns() % 2**32, help="for the same cases again")
    chosen = options.parse_args()
    os.environ["PATH"] = ""  # no Tesseract, no LibreOffice
    return max([_soaked(name, chosen.cases, chosen.seed) for name in chosen.parser or PARSERS])


def _soaked(name: str, cases: int, start: int) -> int:
    began, count = time.monotonic(), 0

    def counted() -> None:
        nonlocal count
        count += 1
        if count % EVERY == 0:
            print(f"{name}: {count:,} cases, {time.monotonic() - began:.0f} s", flush=True)

    try:
        tried(PARSERS[name], cases, counted=counted, start=start)
    except Exception as error:
        print(
            f"{name}: FAILED after {count:,} cases with --seed {start}: {error!r}\n{_notes(error)}",
            flush=True,
        )
        return 1
    print(f"{name}: {count:,} cases hold, {time.monotonic() - began:.0f} s", flush=True)
    return 0


def _notes(error: BaseException) -> str:
    """What hypothesis says about the smallest case, and of each where there are several."""
    inner = getattr(error, "exceptions", ())
    return "\n".join([*getattr(error, "__notes__", []), *(f"{one!r}\n{_notes(one)}" for one in inner)])


if __name__ == "__main__":
    raise SystemExit(main())
