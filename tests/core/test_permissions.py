"""The table of permissions, as somebody reads it, and its refusals."""

from __future__ import annotations

import pytest

from answerable.core.permissions.asking import may, why_not
from answerable.core.permissions.roles import DUTIES, GIVEN, NAMES, Role
from answerable.core.permissions.table import TABLE, Permission


def test_every_permission_and_every_role_is_explained() -> None:
    assert set(TABLE) == set(Permission)
    assert set(NAMES) == set(DUTIES) == set(Role)
    assert all(grant.roles for grant in TABLE.values())


def test_a_refusal_says_who_may_and_what_you_are() -> None:
    assert why_not({Role.PANEL_READER}, Permission.REVIEW_RECORD) == (
        "Only a policy officer may put the record right. Your role is panel reader."
    )
    assert why_not({Role.PANEL_READER, Role.AUDITOR}, Permission.MANAGE_ACCOUNTS) == (
        "Only an office administrator may make accounts and give roles."
        " Your role is panel reader and auditor."
    )
    assert why_not(set(), Permission.DECIDE_TOPICS) == (
        "Only a policy officer or commissioner or deputy may decide about topics. You have no role here."
    )
    assert why_not({Role.POLICY_OFFICER}, Permission.REVIEW_RECORD) is None


def test_an_auditor_reads_everything_and_changes_nothing() -> None:
    for permission, grant in TABLE.items():
        assert may({Role.AUDITOR}, permission) is not grant.writes, permission


@pytest.mark.parametrize("role", GIVEN)
def test_the_public_may_only_what_needs_no_sign_in(role: Role) -> None:
    for permission in Permission:
        if may({Role.PUBLIC}, permission):
            assert permission in (Permission.OPEN_PAGES, Permission.READ_PUBLISHED)
            assert may({role}, permission)


THE_FORCES_OWN = {
    Permission.SEND_NOTES, Permission.ANSWER_POINTS, Permission.REMARK_ON_MINUTES,
    Permission.DRAFT_REPORTS, Permission.REPORT_ON_PLANS, Permission.COMMENT_FOR_FORCE,
    Permission.LOAD_FIGURES,
}  # fmt: skip
"""What the force writes: its notes and reports, its figures and comments, and what it says of minutes."""

ITS_CHIEF_OFFICERS = {Permission.RELEASE_REPORTS, Permission.CLOSE_ACTIONS}
"""What only its chief officers may: answer for it, and close what the office owes."""


def test_the_force_and_the_panel_write_nothing_of_the_offices() -> None:
    may_write = {
        role: {one for one, grant in TABLE.items() if grant.writes and role in grant.roles} for role in GIVEN
    }
    assert may_write[Role.PANEL_READER] == set()
    assert may_write[Role.CONTRIBUTOR] == THE_FORCES_OWN
    assert may_write[Role.CHIEF_OFFICER] == THE_FORCES_OWN | ITS_CHIEF_OFFICERS


def test_what_is_restricted_is_kept_from_the_panel_and_from_who_only_keeps_accounts() -> None:
    readers = {role for role in GIVEN if may({role}, Permission.READ_RESTRICTED)}
    assert set(GIVEN) - readers == {Role.PANEL_READER, Role.ADMINISTRATOR}
