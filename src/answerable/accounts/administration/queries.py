"""The people of an office, and what an administrator needs to know of each."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from answerable.accounts.factors.queries import CODES, NAMES
from answerable.accounts.models import RoleHeld, User
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of an office: roles held there now, and the kinds of second factor."""

    user: User
    roles: tuple[Role, ...]
    factors: tuple[str, ...]


def members_of(office: Office) -> list[Member]:
    """Everybody who holds or held a role in the office, those who hold one first, by name."""
    users = {one.pk: one for one in User.objects.filter(roles_held__office=office).distinct()}
    roles: dict[int, list[Role]] = {pk: [] for pk in users}
    for held in RoleHeld.objects.filter(office=office, ended_at=None):
        roles[held.user_id].append(Role(held.role))
    factors: dict[int, set[str]] = {pk: set() for pk in users}
    for one in Authenticator.objects.filter(user_id__in=users).exclude(type=CODES):
        factors[one.user_id].add(NAMES[one.type])
    found = [Member(user, tuple(roles[pk]), tuple(sorted(factors[pk]))) for pk, user in users.items()]
    return sorted(found, key=lambda one: (not one.roles, not one.user.is_active, one.user.name.casefold()))


def member(office: Office | None, pk: int) -> Member | None:
    """One of them; None for somebody who never held a role there."""
    if office is None:
        return None
    return next((one for one in members_of(office) if one.user.pk == pk), None)
