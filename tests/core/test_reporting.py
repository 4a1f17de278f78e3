"""Who reports on an action, who sees a draft, and what a report has to say."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.core.actions.reporting import (
    LONGEST,
    speaks_for,
    why_not_now,
    why_not_report,
    why_not_said,
)
from answerable.core.actions.steps import Owned
from answerable.core.permissions.roles import Role

GIVEN, TODAY = dt.date(2026, 3, 12), dt.date(2026, 5, 2)
OFFICE, FORCE = {Role.POLICY_OFFICER, Role.COMMISSIONER}, {Role.CONTRIBUTOR, Role.CHIEF_OFFICER}


def test_each_role_speaks_for_one_side_or_none() -> None:
    said = {role: speaks_for({role}) for role in Role}
    assert {role for role, side in said.items() if side == "office"} == OFFICE
    assert {role for role, side in said.items() if side == "force"} == FORCE
    assert speaks_for({Role.CHIEF_OFFICER, Role.POLICY_OFFICER}) == "office"
    assert speaks_for(set()) is None


@pytest.mark.parametrize(
    ("owned", "reports"),
    [
        (Owned.OFFICE, OFFICE),
        (Owned.FORCE, FORCE),
        (Owned.BOTH, OFFICE | FORCE),
        (Owned.NEITHER, OFFICE),
    ],
)
def test_the_side_that_owns_it_reports(owned: Owned, reports: set[Role]) -> None:
    assert {role for role in Role if why_not_report(owned, {role}) is None} == reports


def test_whoever_may_not_hears_whose_it_is() -> None:
    assert why_not_report(Owned.FORCE, {Role.POLICY_OFFICER}) == (
        "The force owns this action: the force reports on it, and you speak for the office."
    )
    assert (
        why_not_report(Owned.OFFICE, {Role.AUDITOR})
        == "The office owns this action: the office reports on it."
    )


def test_only_what_is_open_and_approved_is_reported_on() -> None:
    assert why_not_now("open") is None
    for state in ("reported", "closed", "withdrawn"):
        assert "nothing more is reported" in str(why_not_now(state))  # type: ignore[arg-type]
    assert "not approved yet" in str(why_not_now("open", draft=True))


@pytest.mark.parametrize(
    ("text", "done_on", "field"),
    [
        ("It is done.", None, None),
        ("It is done.", TODAY, None),
        ("It is done.", GIVEN, None),
        (" \n", None, "text"),
        ("a" * (LONGEST + 1), None, "text"),
        ("It is done.", TODAY + dt.timedelta(days=1), "done_on"),
        ("It is done.", GIVEN - dt.timedelta(days=1), "done_on"),
    ],
)
def test_what_a_report_says_can_stand(text: str, done_on: dt.date | None, field: str | None) -> None:
    wrong = why_not_said(text, done_on, given=GIVEN, today=TODAY)
    assert (wrong[0] if wrong else None) == field
