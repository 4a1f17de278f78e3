"""What a token of the identity provider has to be: signed by its key, in a way that we know, and in time."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
import pytest
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from answerable.accounts.provider.views import Office

ISSUER, AUDIENCE = "http://provider.example", "answerable"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PUBLIC = KEY.public_key().public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
)


def jwk(key: rsa.RSAPrivateKey, kid: str = "one") -> dict[str, Any]:
    return {**json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(key.public_key())), "kid": kid}


class Keys(BaseHTTPRequestHandler):
    """The provider's keys, and a note of everything that was asked for."""

    asked: list[str] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"keys": [jwk(KEY)]}).encode())

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[str]:
    """A server of keys on this machine, and the office's provider set up with it."""
    Keys.asked.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Keys) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_address[1]}"
        settings.OIDC_ISSUER = ISSUER
        config = {"issuer": ISSUER, "jwks_uri": f"{at}/keys"}
        monkeypatch.setattr(Office, "openid_config", property(lambda self: config))
        yield at
        server.shutdown()


def claims(**changes: Any) -> dict[str, Any]:
    now = int(time.time())
    return {"iss": ISSUER, "aud": AUDIENCE, "sub": "1", "iat": now, "exp": now + 60, **changes}


def read(token: str) -> dict[str, Any]:
    class App:
        client_id = AUDIENCE

    return object.__new__(Office)._checked(App(), token)


def signed(key: Any = KEY, algorithm: str = "RS256", headers: Any = None, **changes: Any) -> str:
    return jwt.encode(claims(**changes), key, algorithm=algorithm, headers={"kid": "one", **(headers or {})})


def unsigned(algorithm: str, mac: bytes = b"") -> str:
    """By hand: the library makes no such token."""
    import hashlib
    import hmac

    parts = [{"alg": algorithm, "typ": "JWT", "kid": "one"}, claims()]
    said = b".".join(jwt.utils.base64url_encode(json.dumps(part).encode()) for part in parts)
    tag = hmac.new(mac, said, hashlib.sha256).digest() if mac else b""
    return (said + b"." + jwt.utils.base64url_encode(tag)).decode()


def test_a_good_one_is_read(provider: str) -> None:
    assert read(signed())["sub"] == "1"


@pytest.mark.parametrize(
    "token",
    [
        pytest.param(lambda: unsigned("none"), id="not signed"),
        pytest.param(lambda: unsigned("None"), id="not signed, otherwise written"),
        pytest.param(lambda: unsigned("HS256", PUBLIC), id="the public key taken for a secret"),
        pytest.param(lambda: signed(OTHER), id="another key"),
        pytest.param(lambda: signed(OTHER, headers={"jwk": jwk(OTHER)}), id="a key that it brings itself"),
        pytest.param(lambda: signed(exp=int(time.time()) - 5), id="too late"),
        pytest.param(lambda: signed(nbf=int(time.time()) + 900), id="too early"),
        pytest.param(lambda: signed(aud="another"), id="for another site"),
        pytest.param(lambda: signed(iss="http://elsewhere.example"), id="by another issuer"),
        pytest.param(lambda: signed()[:-6] + "AAAAAA", id="another signature"),
        pytest.param(lambda: signed().replace(".", ".x", 1), id="other claims"),
        pytest.param(lambda: "", id="nothing"),
        pytest.param(lambda: "a.b.c", id="nonsense"),
    ],
)
def test_any_other_is_refused(token: Any, provider: str) -> None:
    with pytest.raises(OAuth2Error):
        read(token())


def test_no_key_is_fetched_from_where_a_token_says(provider: str) -> None:
    at = f"{provider}/evil"
    with pytest.raises(OAuth2Error):
        read(signed(OTHER, headers={"jku": at, "x5u": at}))
    assert "/evil" not in Keys.asked
