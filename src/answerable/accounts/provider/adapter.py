"""Whom the provider's word lets in: somebody with an account, made for their address beforehand."""

from __future__ import annotations

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.accounts.models import User
from answerable.accounts.provider.claims import shown_second_factor, verified_email
from answerable.accounts.strength import SHOWN

log = logging.getLogger(__name__)

NO_ACCOUNT = (
    "There is no account for {email} here. Ask an office administrator to make one, then sign in again."
)
NOT_VERIFIED = (
    "{provider} does not say that your email address is verified, so it cannot be matched to an account. "
    "Whoever looks after {provider} can have it say so."
)
OTHER_PERSON = (
    "The account for {email} belongs to another identity at {provider}. Ask an office administrator to look "
    "into it."
)
NO_ANSWER = (
    "{provider} gave no answer that can be trusted, so nobody was signed in. Try again from the start."
)


class ProviderAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Makes no account; asks more of a token than that it is one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account: by who they are at the provider, the first time by verified address.

        Raises ImmediateHttpResponse with one sentence for whoever has none.
        """
        claims = sociallogin.account.extra_data
        sociallogin.account.extra_data = {}  # nothing of the token is kept but who it is about
        if not sociallogin.is_existing:
            sociallogin.connect(request, self._matched(request, claims))
        request.session.pop(SHOWN, None)
        if shown_second_factor(claims, always=settings.OIDC_SECOND_FACTOR):
            request.session[SHOWN] = sociallogin.user.pk

    def on_authentication_error(self, request: HttpRequest, provider: Any, *args: Any, **more: Any) -> None:
        log.warning("Sign-in by the provider failed: %s", type(more.get("exception")).__name__)
        raise ImmediateHttpResponse(refusal(request, NO_ANSWER))

    def _matched(self, request: HttpRequest, claims: dict[str, Any]) -> User:
        email, verified = verified_email(claims)
        if not verified:
            raise ImmediateHttpResponse(refusal(request, NOT_VERIFIED))
        user = User.objects.filter(email=email).first()
        if user is None:
            raise ImmediateHttpResponse(refusal(request, NO_ACCOUNT, email))
        if SocialAccount.objects.filter(user=user).exists():
            raise ImmediateHttpResponse(refusal(request, OTHER_PERSON, email))
        return user


def refusal(request: HttpRequest, sentence: str, email: str = "") -> HttpResponse:
    """A page with one sentence, and the way back."""
    why = sentence.format(email=email, provider=settings.OIDC_NAME)
    return render(request, "accounts/provider/refused.html", {"why": why}, status=403)
