"""Which second factors somebody has."""

from __future__ import annotations

from allauth.mfa.models import Authenticator

from answerable.accounts.models import RoleHeld, User

CODES = Authenticator.Type.RECOVERY_CODES
NAMES = {
    Authenticator.Type.TOTP: "authenticator app",
    Authenticator.Type.WEBAUTHN: "passkey",
    CODES: "recovery codes",
}


def factors_of(user: User) -> list[Authenticator]:
    """The factors by which a user can sign in; recovery codes are for when these are lost."""
    return list(Authenticator.objects.filter(user=user).exclude(type=CODES))


def is_last_needed(authenticator: Authenticator) -> bool:
    """Would somebody who holds a role be without a second factor once this one is gone?"""
    if authenticator.type == CODES:
        return False
    others = Authenticator.objects.filter(user_id=authenticator.user_id).exclude(type=CODES)
    needs = RoleHeld.objects.filter(user_id=authenticator.user_id, ended_at=None).exists()
    return needs and not others.exclude(pk=authenticator.pk).exists()


def snapshot(user_pk: int) -> dict[int, tuple[str, str]]:
    """What a user has now: by its key, the kind and what tells it from another (recovery codes: the seed)."""
    return {
        one.pk: (one.type, str(one.data.get("seed", "")))
        for one in Authenticator.objects.filter(user_id=user_pk)
    }
