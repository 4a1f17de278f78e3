"""The forms of one's own account that differ from allauth's."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.forms import ResetPasswordForm
from django.http import HttpRequest
from django.utils import timezone

from answerable.accounts.throttling import rule
from answerable.accounts.throttling.guard import neighbourhood
from answerable.accounts.throttling.operations import Wait, take_try
from answerable.web.client import address_of


class ForgottenPassword(ResetPasswordForm):  # type: ignore[misc]
    """Sends a link, known address or not; too many at once and none is sent, with the same answer."""

    def save(self, request: HttpRequest, **more: Any) -> Any:
        email = self.cleaned_data["email"].lower()
        counted = {
            f"mail to {email}": rule.MAIL,
            f"mail address {neighbourhood(address_of(request))}": rule.ADDRESS,
        }
        try:
            take_try(counted=counted, at=timezone.now())
        except Wait:
            return email
        if not self.users:
            get_adapter().send_mail("account/email/unknown_account", email, {})
            return email
        return super().save(request, **more)
