"""What somebody may be here. A role is held in an office; a person may hold several, in several offices."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """The roles, by the side that they sit on. ``PUBLIC`` is everybody, signed in or not."""

    POLICY_OFFICER = "policy-officer"
    COMMISSIONER = "commissioner"
    ADMINISTRATOR = "administrator"
    CONTRIBUTOR = "contributor"
    CHIEF_OFFICER = "chief-officer"
    PANEL_READER = "panel-reader"
    AUDITOR = "auditor"
    PUBLIC = "public"


NAMES = {
    Role.POLICY_OFFICER: "policy officer",
    Role.COMMISSIONER: "commissioner or deputy",
    Role.ADMINISTRATOR: "office administrator",
    Role.CONTRIBUTOR: "force contributor",
    Role.CHIEF_OFFICER: "chief officer",
    Role.PANEL_READER: "panel reader",
    Role.AUDITOR: "auditor",
    Role.PUBLIC: "member of the public",
}
"""Each role as a sentence names it."""

DUTIES = {
    Role.POLICY_OFFICER: "prepares and minutes the meetings, imports and reviews, keeps the register",
    Role.COMMISSIONER: "reads everything before a meeting, decides what is followed and what is restricted",
    Role.ADMINISTRATOR: "makes and ends accounts, and gives roles",
    Role.CONTRIBUTOR: "a staff officer of the force: sees what is asked of it and drafts the answers",
    Role.CHIEF_OFFICER: "answers for the force",
    Role.PANEL_READER: "of the Police and Crime Panel: reads the open record",
    Role.AUDITOR: "reads everything, the audit trail too, and changes nothing",
    Role.PUBLIC: "reads what is published",
}
"""What each role is there for, in a few words."""

GIVEN = tuple(role for role in Role if role is not Role.PUBLIC)
"""The roles that somebody is given; being one of the public is not given."""
