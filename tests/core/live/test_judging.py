"""What must be said with a judgement, and when minutes can be typed into."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.core.live.judging import JUDGEMENTS, TESTS, Judged, problem_of
from answerable.core.live.states import why_not_started, why_not_typed

TODAY = dt.date(2026, 3, 12)
TESTED = Judged("partly", "tested", "audit", "The auditor", dt.date(2026, 3, 1))


def field(judged: Judged) -> str | None:
    found = problem_of(judged, TODAY)
    return found.field if found else None


def test_given_needs_no_more() -> None:
    assert field(Judged("assured", "given")) is None
    assert field(Judged("assured", "given", test_again=dt.date(2026, 9, 1))) is None


def test_tested_says_how_by_whom_and_when() -> None:
    assert field(TESTED) is None
    assert field(TESTED._replace(test="")) == "test"
    assert field(TESTED._replace(tested_by=" ")) == "tested_by"
    assert field(TESTED._replace(tested_on=None)) == "tested_on"
    assert field(TESTED._replace(tested_on=dt.date(2026, 3, 13))) == "tested_on"
    assert field(TESTED._replace(test_again=dt.date(2026, 3, 1))) == "test_again"


def test_given_with_a_test_contradicts_itself() -> None:
    assert field(TESTED._replace(basis="given")) == "basis"


DAYS = st.one_of(st.none(), st.dates(dt.date(2025, 1, 1), dt.date(2027, 1, 1)))


@given(
    st.builds(
        Judged, st.sampled_from([*JUDGEMENTS, "x"]), st.sampled_from(["given", "tested", ""]),
        st.sampled_from([*TESTS, "", "y"]), st.sampled_from(["", "Somebody"]), DAYS, st.text(max_size=5),
        DAYS,
    )
)  # fmt: skip
def test_what_is_accepted_is_whole(judged: Judged) -> None:
    if problem_of(judged, TODAY) is not None:
        return
    assert judged.judgement in JUDGEMENTS
    told: tuple[Any, ...] = (judged.test, judged.tested_by, judged.tested_on)
    assert all(told) if judged.basis == "tested" else not any(told)
    assert judged.tested_on is None or judged.tested_on <= TODAY


@pytest.mark.parametrize(
    ("state", "minutes", "typed"),
    [("held", "draft", True), ("planned", "draft", True), ("cancelled", "draft", False), ("held", "", False),
     ("held", "checked", False), ("held", "agreed", False), ("held", "seen", False),
     ("held", "approved", False)],
)  # fmt: skip
def test_only_a_draft_is_typed_into(state: str, minutes: str, typed: bool) -> None:
    assert (why_not_typed(state, minutes) is None) is typed


def test_minutes_are_begun_once_and_never_over_a_file() -> None:
    assert why_not_started("planned", "", is_read=False) is None
    assert why_not_started("held", "", is_read=False) is None
    assert "begun already" in (why_not_started("held", "draft", is_read=False) or "")
    assert "imported" in (why_not_started("held", "", is_read=True) or "")
    assert "cancelled" in (why_not_started("cancelled", "", is_read=False) or "")
