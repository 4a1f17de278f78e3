"""A real OpenID provider, in a process of its own: allauth's. ``python provider.py FOLDER PORT CALLBACK``.

In FOLDER, ``mood.json`` says which claims its next token shall have, true or false; without it all is well.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings

CLIENT, SECRET = "answerable", "the-secret-of-the-client"
PASSWORD = "provider-password-1"
PEOPLE = {"sian": "sian@wyvern.example", "stranger": "stranger@elsewhere.example"}


def private_key() -> str:
    return (
        rsa.generate_private_key(public_exponent=65537, key_size=2048)
        .private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        .decode()
    )


def configure(folder: Path) -> None:
    settings.configure(
        SECRET_KEY="provider", ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, USE_TZ=True, FOLDER=folder,
        SESSION_COOKIE_NAME="provider", CSRF_COOKIE_NAME="provider-form",
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "provider.db")}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions",
                        "django.contrib.messages", "allauth", "allauth.account", "allauth.idp.oidc"],
        MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware",
                    "django.middleware.csrf.CsrfViewMiddleware",
                    "django.contrib.auth.middleware.AuthenticationMiddleware",
                    "django.contrib.messages.middleware.MessageMiddleware",
                    "allauth.account.middleware.AccountMiddleware"],
        AUTHENTICATION_BACKENDS=["django.contrib.auth.backends.ModelBackend"],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True,
                    "OPTIONS": {"context_processors": ["django.template.context_processors.request"]}}],
        ACCOUNT_EMAIL_VERIFICATION="none", ACCOUNT_RATE_LIMITS=False,
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # fast: nothing to protect
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        IDP_OIDC_PRIVATE_KEY=private_key(), IDP_OIDC_ADAPTER="provider.Moody",
        IDP_OIDC_ID_TOKEN_EXPIRES_IN=300, LOGIN_URL="/login/",
    )  # fmt: skip
    sys.modules["provider"] = sys.modules[__name__]
    django.setup()


def addresses() -> list[Any]:
    from django.urls import include, path

    return [path("", include("allauth.urls")), path("", include("allauth.idp.urls"))]


def make_people(callback: str) -> None:
    from allauth.account.models import EmailAddress
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import User
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for name, email in PEOPLE.items():
        user = User.objects.create_user(name, email, PASSWORD)
        EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    Client.objects.create(
        id=CLIENT, name="Answerable", secret=make_password(SECRET), scopes="openid\nprofile\nemail",
        redirect_uris=callback, skip_consent=True, response_types="code",
    )  # fmt: skip


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


def main() -> None:
    folder, port, callback = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    configure(folder)
    global Moody, urlpatterns
    from allauth.idp.oidc.adapter import DefaultOIDCAdapter
    from django.core.wsgi import get_wsgi_application

    class Moody(DefaultOIDCAdapter):
        """Says what the mood says."""

        def get_claims(self, *args: Any, **more: Any) -> dict[str, Any]:
            return {**super().get_claims(*args, **more), **self._mood()}

        def populate_id_token(self, id_token: dict[str, Any], *args: Any, **more: Any) -> None:
            id_token.update(self._mood())

        def _mood(self) -> dict[str, Any]:
            file = settings.FOLDER / "mood.json"
            return dict(json.loads(file.read_text())) if file.exists() else {}

    urlpatterns = addresses()
    make_people(callback)
    with make_server("127.0.0.1", port, get_wsgi_application(), Server, Quiet) as server:
        print("ready", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main()
