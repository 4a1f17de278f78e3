"""What an identity provider says of somebody, read with care."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

VERIFIED = ("email_verified", "xms_edov")
"""OpenID Connect's claim, and Microsoft Entra's optional one ("email domain owner verified")."""
SURE = "mfa"
"""The authentication method (RFC 8176) for "more than one factor"; Entra says it too."""


def verified_email(claims: Mapping[str, Any]) -> tuple[str, bool]:
    """The address, in small letters, and whether the provider stands for it."""
    token = claims.get("id_token", claims)
    email = str(token.get("email") or "").strip().lower()
    return email, bool(email) and any(_is_true(token.get(name)) for name in VERIFIED)


def shown_second_factor(claims: Mapping[str, Any], *, always: bool) -> bool:
    """Did they show a second factor there? ``always``: the provider asks everybody, every time."""
    methods = claims.get("id_token", claims).get("amr") or []
    named = {methods} if isinstance(methods, str) else {str(one) for one in methods}
    return always or SURE in named


def _is_true(value: Any) -> bool:
    """Some providers write their truths as text or number."""
    return value is True or value == 1 or str(value).lower() == "true"
