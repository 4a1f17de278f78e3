"""What our rules make of conformance cases, as ``compare.py`` beside the cases takes it.

    python tools/spc_results.py ../shared/spc/xmr.json > /tmp/xmr.json
        --reference   as the reference implementation has it, where that misleads too
        --current     with NHS England's present rule of two of three near a limit

A file is a list of cases with ``id`` and ``input``. Each kind of case has its module in ``tools/spc_cases``:
``takes(given)`` sees by an input whether it is of that kind, ``answer(given)`` works it out in the keys of
the cases, or gives None where that is not asked for. What is left out is named on the error output.
"""

from __future__ import annotations

import argparse
import importlib
import inspect
import json
import math
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import spc_cases

Given = dict[str, Any]


def kinds() -> list[ModuleType]:
    """The modules of ``spc_cases``."""
    names = [module.name for module in pkgutil.iter_modules(spc_cases.__path__)]
    return [importlib.import_module(f"spc_cases.{name}") for name in names]


def results(cases: Sequence[Given], **choices: bool) -> dict[str, Given]:
    """Our result for each case by its id; a case that none works out is named on the error output."""
    known = kinds()
    found: dict[str, Given] = {}
    for case in cases:
        kind = next((kind for kind in known if kind.takes(case["input"])), None)
        try:
            told = _answer(kind, case["input"], choices) if kind else None
            why = "not asked for"
        except (ArithmeticError, ValueError, IndexError) as error:  # one bad case does not cost the others
            told, why = None, str(error)
        if told is None:
            print(f"{case['id']}: left out, {why}", file=sys.stderr)
        else:
            found[case["id"]] = told
    return found


def _answer(kind: ModuleType, given: Given, choices: dict[str, bool]) -> Given | None:
    """A kind is asked for the choices that it knows; most answer in one way only."""
    known = inspect.signature(kind.answer).parameters
    told: Given | None = kind.answer(given, **{name: on for name, on in choices.items() if name in known})
    return told


def plain(value: Any) -> Any:
    """Numbers that JSON has no word for become null."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("cases", type=Path)
    parser.add_argument("--reference", action="store_true")
    parser.add_argument("--current", action="store_true")
    options = parser.parse_args(arguments)
    cases = json.loads(options.cases.read_text(encoding="utf-8"))
    json.dump(plain(results(cases, reference=options.reference, current=options.current)), sys.stdout)
    print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
