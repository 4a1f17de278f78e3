"""Minutes as other offices and boards write them: what a careful reader takes from each, and no more.

The minutes are in ``cases/``; every office, person and matter in them is made up.
"""

from __future__ import annotations

import json

import pytest
from scoring.coverage import violations

from answerable.core.minutes.grammar import read_minutes
from tests.core.documents import document
from tests.unseen.comparing import differences
from tests.unseen.notation import Case, all_cases

CASES = all_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_is_read_as_a_careful_reader_does(case: Case) -> None:
    made = document(*case.parts)
    record = read_minutes(made)
    assert differences(case, record) == []
    assert violations(record, made.text) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_is_read_alike_twice(case: Case) -> None:
    made = document(*case.parts)
    assert json.dumps(read_minutes(made)) == json.dumps(read_minutes(made))


def test_names_of_cases_differ() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
