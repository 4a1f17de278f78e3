"""The forms that take a code, each try counted."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django.core.exceptions import ValidationError
from django.utils import timezone

from answerable.accounts.operations import note_failure
from answerable.accounts.throttling import rule
from answerable.accounts.throttling.guard import heard, neighbourhood
from answerable.accounts.throttling.operations import Wait, take_try
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


NOT_TAKEN = "That passkey was not taken. Try again, or choose another way."
MALFORMED = (KeyError, ValueError, TypeError, AttributeError, IndexError)
"""What the library raises for a credential that no browser made."""


class _Checked:
    """What a browser sends for a passkey; whatever is wrong with it is one sentence."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]
        except (ValidationError, *MALFORMED):
            raise ValidationError(NOT_TAKEN, code="passkey") from None


class PasskeyAlone(_Checked, LoginWebAuthnForm):  # type: ignore[misc]
    """A passkey without a password. It cannot be guessed, so nobody waits; a wrong one is on the record."""

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()
        except ValidationError:
            _note_passkey(address_of(context.request))
            raise


class PasskeyAfterPassword(_Checked, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey as second factor."""


class PasskeyAgain(_Checked, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """A passkey before something important."""


class NewPasskey(AddWebAuthnForm):  # type: ignore[misc]
    """A passkey that is added."""

    def clean(self) -> Any:
        try:
            return super().clean()
        except (ValidationError, *MALFORMED):
            raise ValidationError(NOT_TAKEN, code="passkey") from None


def _note_passkey(address: str) -> None:
    """Note a wrong passkey, of one address as often as the rule hears it: nobody fills the record."""
    at = timezone.now()
    try:
        take_try(counted={f"passkey address {neighbourhood(address)}": rule.ADDRESS}, at=at)
    except Wait:
        return
    note_failure(email="", address=address, how="passkey", at=at)


class SecondFactor(_Counted, AuthenticateForm):  # type: ignore[misc]
    """The code after the password."""


class SecondFactorAgain(_Counted, ReauthenticateForm):  # type: ignore[misc]
    """The code before something important."""
