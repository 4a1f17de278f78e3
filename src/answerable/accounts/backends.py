"""Who a session belongs to: fetched with the roles, in one query a page."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend

from answerable.accounts.models import User
from answerable.accounts.queries import user_with_roles


class SignIn(AuthenticationBackend):  # type: ignore[misc]
    """Password and e-mail address, as allauth checks them; a disabled account is nobody's at once."""

    def get_user(self, user_id: Any) -> User | None:
        return user_with_roles(user_id)
