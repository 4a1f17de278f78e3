"""Accounts that need no password: made when they are first wanted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from answerable.accounts.models import RoleHeld, User
from answerable.accounts.operations import ensure_local_person
from answerable.accounts.starting.people import SamplePerson
from answerable.audit.operations import record
from answerable.core.permissions.roles import Role
from answerable.offices.models import Office

NO_PASSWORD = "!"  # noqa: S105  nobody can sign in with it: Django's mark of an unusable one
AT_THIS_MACHINE = (Role.POLICY_OFFICER, Role.ADMINISTRATOR)
"""What somebody alone at their machine is: they do the work, and let others in when the time comes."""


@transaction.atomic
def begin_as_sample(*, person: SamplePerson, office: Office, at: datetime) -> User:
    """The account of one of the sample's people. Takes no ``by``: it is they who begin."""
    user, _ = User.objects.get_or_create(
        email=person.email, defaults={"name": person.name, "made_at": at, "password": NO_PASSWORD}
    )
    _ensure_role(user, office, person.role, at)
    record(
        by=user, at=at, operation="accounts.begin_as_sample", about=user, office_id=office.pk,
        summary=f"{user.name} was chosen from the sample's people and signed in.",
    )  # fmt: skip
    return user


@transaction.atomic
def begin_at_this_machine(*, at: datetime) -> User:
    """The person who started the site, with the roles for working alone in every office that there is."""
    user = ensure_local_person(at=at)
    for office in Office.objects.all():
        for role in AT_THIS_MACHINE:
            _ensure_role(user, office, role, at)
    record(
        by=user, at=at, operation="accounts.begin_at_this_machine", about=user,
        summary="The person at this machine signed in with the link that was printed there.",
    )  # fmt: skip
    return user


def _ensure_role(user: User, office: Office, role: Role, at: datetime) -> None:
    RoleHeld.objects.get_or_create(
        user=user, office=office, role=role, ended_at=None, defaults={"given_at": at, "given_by": user}
    )
