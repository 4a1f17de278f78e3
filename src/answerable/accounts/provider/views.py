"""To the provider and back. The token is checked whole: signature, issuer, audience, time and nonce."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jwt
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialLogin, SocialToken
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.crypto import constant_time_compare, get_random_string
from django.utils.http import url_has_allowed_host_and_scheme
from requests import RequestException

from answerable.accounts.provider.adapter import NO_ANSWER, refusal

PROVIDER = "office"
NONCE = "provider_nonce"
NONCE_LENGTH = 32  # characters of 62: 190 bits
SIGNED_BY = frozenset(
    ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
)
"""How a token may be signed: always by a key that only the provider has, never by a shared secret."""


class Office(OpenIDConnectOAuth2Adapter):  # type: ignore[misc]
    """allauth's, which sends no nonce and leaves out the signature of a token that it fetched itself."""

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:
        return request.build_absolute_uri(reverse("openid_connect_callback"))

    def complete_login(
        self, request: HttpRequest, app: Any, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """Who it is, by a checked token. Raises OAuth2Error."""
        claims = self._checked(app, kwargs["response"].get("id_token") or "")
        if not constant_time_compare(str(claims.get("nonce", "")), request.session.pop(NONCE, None) or "-"):
            raise OAuth2Error("Wrong nonce")
        if not claims.get("email"):
            claims = {**self._more(claims, token), **claims}
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def _checked(self, app: Any, id_token: str) -> dict[str, Any]:
        config = self.openid_config
        if config["issuer"].rstrip("/") != settings.OIDC_ISSUER:
            raise OAuth2Error("Another issuer answers at the issuer's address")
        if _algorithm(id_token) not in SIGNED_BY:
            raise OAuth2Error("Signed in no way that is known")
        found: dict[str, Any] = jwtkit.verify_and_decode(
            credential=id_token, keys_url=config["jwks_uri"], issuer=config["issuer"],
            audience=app.client_id, lookup_kid=jwtkit.lookup_kid_jwk,
        )  # fmt: skip
        return found

    def _more(self, claims: dict[str, Any], token: SocialToken) -> dict[str, Any]:
        """What only the provider's userinfo says, if it is about the same person. Raises OAuth2Error."""
        info: dict[str, Any] = self._fetch_user_info(token.token)
        if info.get("sub") != claims.get("sub"):
            raise OAuth2Error("Userinfo is about somebody else")
        return {name: info[name] for name in ("email", "email_verified", "xms_edov") if name in info}


def _algorithm(id_token: str) -> str:
    """How a token says that it is signed; "" where it is no token."""
    try:
        return str(jwt.get_unverified_header(id_token).get("alg", ""))
    except jwt.PyJWTError:
        return ""


def to_provider(request: HttpRequest) -> HttpResponseBase:
    """Send the browser to the provider. Raises Http404 where none is set up."""
    nonce = request.session[NONCE] = get_random_string(NONCE_LENGTH)
    there = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())

    def sent() -> HttpResponseBase:
        provider = Office(request, PROVIDER).get_provider()
        provider.oauth2_adapter_class = Office
        answer: HttpResponseBase = provider.redirect(
            request, AuthProcess.LOGIN, next_url=there if safe else None, auth_params={"nonce": nonce}
        )
        return answer

    return _asked(request, sent)


def from_provider(request: HttpRequest) -> HttpResponseBase:
    """The browser is back. Raises Http404 where no provider is set up."""
    return _asked(request, lambda: OAuth2CallbackView.adapter_view(Office(request, PROVIDER))(request))


def _asked(request: HttpRequest, ask: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The answer; one sentence where the provider cannot be reached, or answers in no way that is known."""
    if not settings.OIDC_ISSUER:
        raise Http404
    try:
        return ask()
    except ImmediateHttpResponse as immediate:
        answer: HttpResponseBase = immediate.response
        return answer
    except (RequestException, KeyError, ValueError):
        return refusal(request, NO_ANSWER)
