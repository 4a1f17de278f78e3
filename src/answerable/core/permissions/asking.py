"""May they? And if not, why not, in one sentence for page and command line alike."""

from __future__ import annotations

from collections.abc import Collection

from answerable.core.permissions.roles import NAMES, Role
from answerable.core.permissions.table import TABLE, Permission


def may(roles: Collection[Role], permission: Permission) -> bool:
    """Has any of these roles the permission? Everybody is one of the public."""
    return not TABLE[permission].roles.isdisjoint({*roles, Role.PUBLIC})


def why_not(roles: Collection[Role], permission: Permission) -> str | None:
    """The reason that somebody with these roles may not; None where they may."""
    if may(roles, permission):
        return None
    grant = TABLE[permission]
    them = _listed([NAMES[role] for role in Role if role in grant.roles], "or")
    held = [NAMES[role] for role in Role if role in roles and role is not Role.PUBLIC]
    you = f"Your role is {_listed(held, 'and')}." if held else "You have no role here."
    return f"Only {_article(them)} {them} may {grant.doing}. {you}"


def _listed(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def _article(words: str) -> str:
    return "an" if words[0] in "aeiou" else "a"
