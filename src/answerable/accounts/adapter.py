"""What allauth asks of us: every hook of signing in, with no signal."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from answerable.accounts.models import User
from answerable.accounts.operations import note_failure, note_sign_in, note_sign_out
from answerable.accounts.session_store import session_of
from answerable.accounts.strength import METHODS, count_provider
from answerable.accounts.throttling.browsers import remember
from answerable.accounts.throttling.guard import heard
from answerable.web.client import address_of

LONGEST_BROWSER = 200  # characters of what a browser says of itself that are kept
log = logging.getLogger(__name__)

WRONG_CODE = "That code is not right. The codes of an app change every 30 seconds: try the next one."
WRONG = "Email address and password do not go together. Check both and try again."
TOLD = {
    "account/email/password_changed": "Your password was changed.",
    "account/email/password_reset": "Your password was set anew with a link that was sent to this address.",
    "account/email/password_set": "A password was set for your account.",
    "mfa/email/totp_activated": "An authenticator app was added to your account.",
    "mfa/email/totp_deactivated": "The authenticator app was removed from your account.",
    "mfa/email/webauthn_added": "A passkey was added to your account.",
    "mfa/email/webauthn_removed": "A passkey was removed from your account.",
    "mfa/email/recovery_codes_generated": "New recovery codes were made for you. The old ones are void.",
}
"""What the owner is told of by mail; allauth names the occasion by its template."""


class SignInAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Nobody signs up; guessing is slowed down by our rules; what happens is on the record."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "incorrect_password": "That is not your password. Try again.",
        "enter_current_password": "That is not your password now. Try again.",
        "incorrect_code": WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: ``authenticate`` counts the tries."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Whose e-mail address and password these are, None where they are nobody's.

        Raises ValidationError where it is too early to try again. Known or not, the same is done.
        """
        email = str(credentials.get("email", "")).strip().lower()
        try:
            with heard(request, "password", email, User.objects.filter(email=email).first()):
                user = super().authenticate(request, **credentials)
                if user is None:
                    raise _Wrong
        except _Wrong:
            return None
        return user

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        email = str(credentials.get("email", ""))
        note_failure(email=email, address=address_of(request), how="password", at=timezone.now())

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin the session: a new key, the time it began, and an event."""
        at, address = timezone.now(), address_of(request)
        super().login(request, user)
        browser = self.get_http_user_agent(request)[:LONGEST_BROWSER]
        session_of(request).begin(at=at, browser=browser, address=address)
        count_provider(request, user)
        how = [str(one.get("type", one["method"])) for one in request.session.get(METHODS, [])]
        note_sign_in(by=user, how=how, address=address, at=at)

    def post_login(self, request: HttpRequest, user: User, **what: Any) -> HttpResponseBase:
        response: HttpResponseBase = super().post_login(request, user, **what)
        remember(request, response, user.pk)
        return response

    def get_login_stages(self) -> list[str]:
        return ["answerable.accounts.provider.stages.AskUnlessShown"]

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("own_account")

    def logout(self, request: HttpRequest) -> None:
        if request.user.is_authenticated:
            note_sign_out(by=request.user, at=timezone.now())
        super().logout(request)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send it, where mail is set up; what cannot be sent is logged, and nobody's page fails by it."""
        if not settings.MAIL:
            return
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            log.error("Mail could not be sent: %s", type(error).__name__)

    def send_notification_mail(self, template_prefix: str, user: User, *args: Any, **more: Any) -> None:
        said = TOLD.get(template_prefix)
        if said:
            self.send_mail(
                "account/email/told", user.email, {"said": said, "user": user, "at": timezone.now()}
            )


class _Wrong(Exception):
    """Wrong, so that the try stays counted."""
