"""Who asks: the person, the office that they work in now, and what they are there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from django.http import HttpRequest

from answerable.core.permissions.asking import may, why_not
from answerable.core.permissions.roles import NAMES, Role
from answerable.core.permissions.table import Permission

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


@dataclass(frozen=True, slots=True)
class Actor:
    """``user`` and ``office`` are rows of higher slices, None for somebody who is not signed in.

    ``strong``: they showed a second factor (or their identity provider did).
    """

    user: AbstractBaseUser | None = None
    office: Any = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    strong: bool = False

    @property
    def signed_in(self) -> bool:
        return self.user is not None

    def may(self, permission: Permission) -> bool:
        return may(self.roles, permission)

    def why_not(self, permission: Permission) -> str | None:
        return why_not(self.roles, permission)

    @property
    def role_names(self) -> str:
        """The roles as a person of the office says them: "policy officer, Mayor or deputy"."""
        names = dict(NAMES)
        if self.office is not None:
            names[Role.COMMISSIONER] = f"{self.office.commissioner_label} or deputy"
        return ", ".join(names[role] for role in Role if role in self.roles)

    @property
    def sees_restricted(self) -> bool:
        return self.may(Permission.READ_RESTRICTED)


NOBODY = Actor()


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a request; nobody where no middleware said who it is."""
    return cast(Actor, getattr(request, "actor", NOBODY))
