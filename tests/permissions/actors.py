"""Everybody who may come to an address: each role, and those who have none."""

from __future__ import annotations

from django.test import Client

from answerable.core.permissions.roles import GIVEN, Role
from answerable.offices.models import Office
from tests.signing import person_with, sign_in

STRANGER, WEAK, NO_ROLE, DISABLED, ELSEWHERE = (
    "not signed in",
    "policy officer without a second factor",
    "signed in without a role",
    "disabled policy officer",
    "policy officer of another office",
)
ACTORS = [*map(str, GIVEN), STRANGER, WEAK, NO_ROLE, DISABLED, ELSEWHERE]


def browser_of(actor: str, office: Office, other: Office) -> Client:
    """A browser in which this one is signed in, as far as they are."""
    client = Client(raise_request_exception=False)
    if actor == STRANGER:
        return client
    if actor == NO_ROLE:
        return sign_in(client, person_with(None, None))
    if actor == ELSEWHERE:
        return sign_in(client, person_with(Role.POLICY_OFFICER, other))
    if actor == WEAK:
        return sign_in(client, person_with(Role.POLICY_OFFICER, office, "Weak One"), strong=False)
    if actor == DISABLED:
        user = person_with(Role.POLICY_OFFICER, office, "Disabled One")
        sign_in(client, user)
        user.is_active = False
        user.save()
        return client
    return sign_in(client, person_with(Role(actor), office))


def roles_of(actor: str) -> set[Role]:
    """What they are, for the table."""
    if actor in (WEAK, ELSEWHERE):
        return {Role.POLICY_OFFICER}
    return {Role(actor)} if actor in set(GIVEN) else set()
