"""Is our own second factor asked for, after the provider's word?"""

from __future__ import annotations

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from answerable.accounts.strength import provider_showed


class AskUnlessShown(AuthenticateStage):  # type: ignore[misc]
    """allauth's stage; not where the provider said just now that it asked for one."""

    def _should_handle(self, request: HttpRequest) -> bool:
        return not provider_showed(request, self.login.user) and super()._should_handle(request)
