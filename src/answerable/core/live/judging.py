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


def why_not_judged(judged: Judged, today: date) -> str | None:
    """Why a judgement cannot be put like that; None where it can.

    Given rests on what was said; tested says how, by whom and when, so that it can be looked at again.
    """
    if judged.judgement not in JUDGEMENTS:
        return "Choose how far the office is assured."
    if judged.basis not in ("given", "tested"):
        return "Choose whether assurance was given or tested."
    if judged.test_again is not None and judged.test_again <= (judged.tested_on or date.min):
        return "Choose a day for the next test that comes after the last one."
    if judged.basis == "given":
        if judged.test or judged.tested_by or judged.tested_on:
            return "Choose “Tested”, or leave out how, by whom and when it was tested."
        return None
    return _why_not_tested(judged, today)


def _why_not_tested(judged: Judged, today: date) -> str | None:
    if judged.test not in TESTS:
        return "Choose how it was tested."
    if not judged.tested_by.strip():
        return "Say who tested it."
    if judged.tested_on is None:
        return "Say on which day it was tested."
    if judged.tested_on > today:
        return "Choose a day of the test that is not ahead."
    return None
