"""What allauth asks of us about second factors."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from answerable.accounts.adapter import WRONG_CODE
from answerable.accounts.factors.queries import is_last_needed
from answerable.accounts.models import User

KEEP_ONE = (
    "This is your only second factor, and your role needs one. Add another first, then remove this one."
)


class FactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Secrets are encrypted; the last second factor of somebody with a role stays."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": KEEP_ONE,
        "incorrect_code": WRONG_CODE,
    }

    def encrypt(self, text: str) -> str:
        return _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return (
            _box(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
            .decrypt(encrypted_text.encode())
            .decode()
        )

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return not is_last_needed(authenticator)

    def generate_authenticator_name(self, user: User, type: str) -> str:
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"Passkey {count + 1}" if count else "Passkey"

    def _get_site_name(self) -> str:
        return "Answerable"


@lru_cache(maxsize=4)
def _box(*secrets: str) -> MultiFernet:
    """What secrets are put into: its keys are made from the secret keys, the newest first."""
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_key(one))) for one in secrets])


def _key(secret: str) -> bytes:
    """32 bytes; one round is enough: a secret key is random, not somebody's password."""
    return hashlib.pbkdf2_hmac("sha256", secret.encode(), b"answerable.second-factor", 1)
