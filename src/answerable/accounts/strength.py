"""Was a second factor shown when this session began?"""

from __future__ import annotations

from django.http import HttpRequest

METHODS = "account_authentication_methods"
"""Where allauth keeps, in the session, how somebody signed in."""


def is_strong(request: HttpRequest) -> bool:
    """A passkey, a code after the password, or an identity provider that says it asked for one."""
    return any(
        one.get("method") == "mfa" or one.get("second_factor") for one in request.session.get(METHODS, [])
    )
