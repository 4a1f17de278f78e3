"""Was a second factor shown when this session began?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

METHODS = "account_authentication_methods"
"""Where allauth keeps, in the session, how somebody signed in."""

SAMPLE = "sample"
"""How somebody signed in who was chosen from the sample's people."""
THIS_MACHINE = "this-machine"
"""How somebody signed in who came by the link that the terminal printed."""


def is_strong(request: HttpRequest) -> bool:
    """A passkey, a code after the password, or an identity provider that says it asked for one."""
    return any(_counts(one) for one in request.session.get(METHODS, []))


def _counts(one: dict[str, Any]) -> bool:
    """A session of the sample is worth nothing once the sample's settings are gone."""
    method = one.get("method")
    if method == SAMPLE:
        return bool(settings.SAMPLE)
    if method == THIS_MACHINE:
        return bool(settings.THIS_MACHINE)
    return method == "mfa" or bool(one.get("second_factor"))
