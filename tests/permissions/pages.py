"""The tables of the manual that say who may do what: printed from the code, compared by a test."""

from __future__ import annotations

import re
from pathlib import Path

from django.urls import get_resolver

from answerable.core.permissions.roles import DUTIES, NAMES, Role
from answerable.core.permissions.table import TABLE
from answerable.web.policy import every_address, policy_of

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
YES, NO = "yes", "–"


PERMISSIONS_HEAD = """# Who may do what

This page is printed from `core/permissions`, the one table that pages and commands ask. A role is held in
an office; somebody may hold several. Whoever may not is told why in one sentence, the same on page and
command line.

## Roles

| Role | What it is there for |
|---|---|
"""
PERMISSIONS_TABLE = """
## Permissions

The last column says whether the record is changed by it. “What is restricted” are the items, lines, figures
and documents that somebody marked so, and everything that is made of their words; whoever is shown any
leaves an event in the audit trail.

"""
ADDRESSES_HEAD = """# Every address and its policy

This page is printed from the table of contents of the site. Each address is asked for in the tests as every
role, as somebody who is not signed in, without a second factor, without a role, disabled, and of another
office; with every method; about a row that is theirs, one that is restricted, one of another office and one
that is not there. Another method than those named is answered with 405; what is not yours and what is not
there with the same 404.

| Address | Methods | Who may | Second factor |
|---|---|---|---|
"""


def permissions() -> str:
    """Roles, and each permission with who has it."""
    roles = list(Role)
    parts = [
        PERMISSIONS_HEAD,
        *(f"| {NAMES[role]} | {DUTIES[role]} |\n" for role in roles),
        PERMISSIONS_TABLE,
    ]
    parts.append(f"| May | {' | '.join(NAMES[role] for role in roles)} | Changes |\n")
    parts.append(f"|---|{'---|' * (len(roles) + 1)}\n")
    for grant in TABLE.values():
        cells = [YES if role in grant.roles else NO for role in roles]
        parts.append(f"| {grant.doing} | {' | '.join(cells)} | {YES if grant.writes else NO} |\n")
    return "".join(parts)


def addresses() -> str:
    """Every address with its policy."""
    parts = [ADDRESSES_HEAD]
    for route, pattern in every_address(get_resolver().url_patterns):
        policy = policy_of(pattern.callback)
        assert policy is not None
        who = TABLE[policy.permission].doing
        factor = YES if policy.needs_second_factor else NO
        parts.append(f"| `/{_plain(route)}` | {', '.join(sorted(policy.methods))} | {who} | {factor} |\n")
    return "".join(parts)


def _plain(route: str) -> str:
    """An address as people write it: "meetings/KEY/"."""
    named = re.sub(r"\(\?P<(\w+)>[^)]*\)|<(?:\w+:)?(\w+)>", lambda one: (one[1] or one[2]).upper(), route)
    return named.replace("^", "").replace("$", "")


PAGES = {"permissions.md": permissions, "addresses.md": addresses}
