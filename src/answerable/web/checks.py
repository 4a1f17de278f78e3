"""System checks: an address without a policy stops every command and the server."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error
from django.urls import get_resolver

from answerable.web.policy import every_address, policy_of


def every_address_has_a_policy(**options: Any) -> list[CheckMessage]:
    """One error for each address that does not say who may ask for it."""
    del options
    return [
        Error(
            f"The address “/{route}” declares no policy.",
            hint="Put its view into reads(), writes() or form() of answerable.web.policy, in urls.py.",
            id="answerable.E001",
        )
        for route, pattern in every_address(get_resolver().url_patterns)
        if policy_of(pattern.callback) is None
    ]
