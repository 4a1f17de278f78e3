"""A judgement of assurance: what must be said with it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

JUDGEMENTS = ("assured", "partly", "not", "none")
TESTS = ("dip-sample", "reality", "audit", "inspection", "data")


class Judged(NamedTuple):
    """What a person says of an item; the words of each are those of ``minuting.Assurance``."""

    judgement: str
    basis: str
    test: str = ""
    tested_by: str = ""
    tested_on: date | None = None
    evidence: str = ""
    test_again: date | None = None


class Problem(NamedTuple):
    """A field that cannot stay like that, and what to do about it."""

    field: str
    why: str


def problem_of(judged: Judged, today: date) -> Problem | None:
    """Why a judgement cannot be put like that; None where it can.

    Given rests on what was said; tested says how, by whom and when, so that it can be looked at again.
    """
    if judged.judgement not in JUDGEMENTS:
        return Problem("judgement", "Choose how far the office is assured.")
    if judged.basis not in ("given", "tested"):
        return Problem("basis", "Choose whether assurance was given or tested.")
    if judged.basis == "given" and (judged.test or judged.tested_by or judged.tested_on):
        return Problem("basis", "Choose “Tested”, or leave out how, by whom and when it was tested.")
    problem = _problem_of_test(judged, today) if judged.basis == "tested" else None
    if problem is None and judged.test_again and judged.test_again <= (judged.tested_on or date.min):
        return Problem("test_again", "Choose a day for the next test that comes after the last one.")
    return problem


def _problem_of_test(judged: Judged, today: date) -> Problem | None:
    if judged.test not in TESTS:
        return Problem("test", "Choose how it was tested.")
    if not judged.tested_by.strip():
        return Problem("tested_by", "Say who tested it.")
    if judged.tested_on is None:
        return Problem("tested_on", "Say on which day it was tested.")
    if judged.tested_on > today:
        return Problem("tested_on", "Choose a day of the test that is not ahead.")
    return None
