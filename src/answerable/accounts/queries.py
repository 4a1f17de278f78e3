"""Who is working, and with which roles."""

from __future__ import annotations

from dataclasses import dataclass

from answerable.accounts.models import RoleHeld, User
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office

LOCAL_EMAIL = "local@localhost"


@dataclass(frozen=True, slots=True)
class Working:
    """Somebody in one office, with what they are there."""

    user: User
    office: Office | None
    roles: frozenset[Role]


def user_with_roles(key: int | str) -> User | None:
    """An active user with the roles held now, each with its office: one query where they hold any."""
    held = list(
        RoleHeld.objects.filter(user_id=key, ended_at=None).select_related("user", "office").order_by("pk")
    )
    user = held[0].user if held else User.objects.filter(pk=key).first()
    if user is None or not user.is_active:
        return None
    user.held = held  # type: ignore[attr-defined]
    return user


def offices_of(user: User) -> list[Office]:
    """The offices that a user holds a role in, by name."""
    return sorted({one.office for one in held_by(user)}, key=lambda office: office.name)


def held_by(user: User) -> list[RoleHeld]:
    """The roles that a user holds now; those that came with the user are not asked for again."""
    found: list[RoleHeld] | None = getattr(user, "held", None)
    if found is None:
        found = list(RoleHeld.objects.filter(user=user, ended_at=None).select_related("office"))
    return found


def working(user: User, office_id: int | None) -> Working:
    """A user in the office that they chose, else in the first by name that they hold a role in."""
    offices = offices_of(user)
    office = next((one for one in offices if one.pk == office_id), offices[0] if offices else None)
    roles = frozenset(Role(one.role) for one in held_by(user) if office and one.office_id == office.pk)
    return Working(user, office, roles)


def is_last_administrator(user: User, office: Office) -> bool:
    """Is nobody else left who could make accounts in the office? The local person does not count."""
    held = RoleHeld.objects.filter(
        office=office, role=Role.ADMINISTRATOR, ended_at=None, user__is_active=True
    ).exclude(user__email=LOCAL_EMAIL)
    users = set(held.select_for_update().values_list("user_id", flat=True))
    return users == {user.pk}
