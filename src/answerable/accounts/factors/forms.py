"""The forms that take a code, each try counted."""

from __future__ import annotations

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django.core.exceptions import ValidationError
from django.utils import timezone

from answerable.accounts.operations import note_failure
from answerable.accounts.throttling.guard import heard
from answerable.web.client import address_of


class _Counted:
    """A code is heard as fast as the rules allow; a wrong one is on the record."""

    def clean_code(self) -> str:
        request, user = context.request, self.user  # type: ignore[attr-defined]
        with heard(request, "code", user.email, user):
            try:
                code: str = super().clean_code()  # type: ignore[misc]
            except ValidationError:
                note_failure(email=user.email, address=address_of(request), how="code", at=timezone.now())
                raise
            return code


class SecondFactor(_Counted, AuthenticateForm):  # type: ignore[misc]
    """The code after the password."""


class SecondFactorAgain(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """The code before something important."""
