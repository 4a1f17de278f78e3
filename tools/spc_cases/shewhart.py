"""Cases of run charts and Shewhart charts, as our charts answer them."""

from __future__ import annotations

from typing import Any

from answerable.core.spc.impossible import Impossible
from answerable.core.spc.runs import Runs
from answerable.core.spc.shewhart_chart import Chart, Options, chart
from answerable.core.spc.shewhart_parts import Screening

NOT_ASKED = "best-box and cut-box run rules are not built: Anhøj's own rules are the ones the pages use"


def takes(given: dict[str, Any]) -> bool:
    """Whether a case's input is of this shape."""
    return "chart" in given and "y" in given


def answer(given: dict[str, Any]) -> dict[str, Any] | None:
    """Our results in the keys of the case; None where the method is not asked for (NOT_ASKED), or where we
    refuse what cannot be (a numerator above its denominator)."""
    if given.get("method") not in (None, "anhoej"):
        return None
    try:
        done = chart(given["chart"], given["y"], given.get("n"), _options(given))
    except Impossible:
        return None
    sides = done.outside
    parts = [
        _part(one, number, done) | {"sigma_signals": _signals(sides, done.part, number)}
        for number, one in enumerate(done.runs, 1)
    ]
    return {"parts": parts, "points": _points(done)}


def _options(given: dict[str, Any]) -> Options:
    parts = given.get("part") or ()
    exclude = given.get("exclude") or ()
    screened = given.get("screened_moving_ranges", True)
    return Options(
        freeze=given.get("freeze"),
        parts=[parts] if isinstance(parts, int) else parts,
        exclude=[exclude] if isinstance(exclude, int) else exclude,
        centre=given.get("cl"),
        multiply=given.get("multiply") or 1,
        screening=Screening.REFERENCE if screened else Screening.OFF,
        floored=given.get("y_neg") is False,
    )


def _part(one: Runs, number: int, done: Chart) -> dict[str, Any]:
    return {
        "part": number,
        "n_obs": sum(done.include[row] for row, part in enumerate(done.part) if part == number),
        "n_useful": one.useful,
        "longest_run": one.longest,
        "longest_run_max": one.most,
        "n_crossings": one.crossings,
        "n_crossings_min": one.fewest,
        "runs_signal": one.signal and done.kind != "mr",
    }


def _signals(sides: list[int], part: list[int], number: int) -> int:
    return sum(side != 0 for side, one in zip(sides, part, strict=True) if one == number)


def _points(done: Chart) -> dict[str, Any]:
    return {
        "y": done.values,
        "cl": done.centre,
        "lcl": done.lower,
        "lcl95": done.lower2,
        "ucl95": done.upper2,
        "ucl": done.upper,
        "part": done.part,
        "sigma_signal": [int(side != 0) for side in done.outside],
        "baseline": [int(one) for one in done.frozen],
        "include": [int(one) for one in done.include],
    }
