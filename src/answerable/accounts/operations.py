"""Making accounts, giving roles, letting nobody in any more; and what happened at the door.

Each is one event. Nothing here says a password, a code or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.crypto import salted_hmac

from answerable.accounts.models import RoleHeld, Session, User
from answerable.accounts.queries import LOCAL_EMAIL, is_last_administrator
from answerable.audit.operations import record
from answerable.core.permissions.roles import NAMES, Role
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import hold_office

NO_PASSWORD = "!"  # noqa: S105  Django's mark of an unusable one: nobody can sign in with it
LAST_ADMINISTRATOR = "{name} is the last office administrator of {office}: make somebody else one first."
HOW = {
    "password": "a wrong e-mail address or password",
    "code": "a wrong code",
    "passkey": "a passkey that is not known",
}


def ensure_local_person(*, at: datetime) -> User:
    """The local person, made with an unusable password where there is none yet.

    Takes no ``by``: nobody was here before.
    """
    user, _ = User.objects.get_or_create(
        email=LOCAL_EMAIL, defaults={"name": "Local person", "made_at": at, "password": NO_PASSWORD}
    )
    return user


@transaction.atomic
def add_person(
    *, name: str, email: str, roles: Sequence[Role], office: Office, by: User, at: datetime
) -> User:
    """An account without a password, with its roles in an office; whoever has one elsewhere keeps it.

    Raises Refusal.
    """
    name, email = " ".join(name.split()), email.strip().lower()
    if not name:
        raise Refusal("Write the name of the person.")
    try:
        validate_email(email)
    except ValidationError:
        raise Refusal("Write an email address, such as name@example.org.") from None
    if not roles:
        raise Refusal("Choose at least one role: without one they could see nothing.")
    hold_office(office.pk)
    if RoleHeld.objects.filter(user__email=email, office=office).exists():
        raise Refusal(f"There is an account for {email} already, under Accounts: give it the role there.")
    user, _ = User.objects.get_or_create(
        email=email, defaults={"name": name, "password": NO_PASSWORD, "made_at": at}
    )
    held = [_give(user, office, role, by, at) for role in roles]
    record(
        by=by, at=at, operation="accounts.add_person", about=[user, *held], office_id=office.pk,
        summary=f"Added {user.name}: {_named(roles)} in {office}.", details={"roles": list(roles)},
    )  # fmt: skip
    return user


@transaction.atomic
def give_role(*, user: User, office: Office, role: Role, by: User, at: datetime) -> RoleHeld:
    """Raises Refusal where they hold it."""
    hold_office(office.pk)
    if RoleHeld.objects.filter(user=user, office=office, role=role, ended_at=None).exists():
        raise Refusal(f"{user.name} is {NAMES[role]} in {office} already.")
    held = _give(user, office, role, by, at)
    record(
        by=by, at=at, operation="accounts.give_role", about=[user, held], office_id=office.pk,
        summary=f"Gave {_to(user, by)} the role of {NAMES[role]} in {office}.", details={"role": role},
    )  # fmt: skip
    return held


@transaction.atomic
def end_role(*, user: User, office: Office, role: Role, by: User, at: datetime) -> None:
    """They do not hold it any more; that they did stays known. Raises Refusal."""
    hold_office(office.pk)
    held = RoleHeld.objects.filter(user=user, office=office, role=role, ended_at=None)
    one = held.first()
    if one is None:
        raise Refusal(f"{user.name} is not {NAMES[role]} in {office}.")
    if role is Role.ADMINISTRATOR:
        _keep_an_administrator(user, office)
    held.update(ended_at=at)
    record(
        by=by, at=at, operation="accounts.end_role", about=[user, one], office_id=office.pk,
        summary=f"Took the role of {NAMES[role]} in {office} from {_to(user, by)}.", details={"role": role},
    )  # fmt: skip


@transaction.atomic
def disable(*, user: User, by: User, at: datetime) -> None:
    """They cannot sign in, and wherever they are signed in, that is over at once. Raises Refusal."""
    if not user.is_active:
        raise Refusal(f"The account of {user.name} is disabled already.")
    offices = Office.objects.filter(roles_held__user=user, roles_held__ended_at=None)
    for office in offices.order_by("pk").distinct():  # in one order: nobody waits in a circle
        hold_office(office.pk)
        _keep_an_administrator(user, office)
    User.objects.filter(pk=user.pk).update(is_active=False)
    ended, _ = Session.objects.filter(user=user).delete()
    record(
        by=by, at=at, operation="accounts.disable", about=user, details={"sessions": ended},
        summary=f"Disabled the account of {_to(user, by)}.",
    )  # fmt: skip


@transaction.atomic
def enable(*, user: User, by: User, at: datetime) -> None:
    """They can sign in again. Raises Refusal where they could."""
    if user.is_active:
        raise Refusal(f"The account of {user.name} is not disabled.")
    User.objects.filter(pk=user.pk).update(is_active=True)
    record(
        by=by, at=at, operation="accounts.enable", about=user, summary=f"Enabled the account of {user.name}."
    )


@transaction.atomic
def reset_second_factor(*, user: User, reason: str, by: User, at: datetime) -> None:
    """Take away a second factor that was lost; they set up a new one when they sign in. Raises Refusal."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refusal("Say why, and how you know that it is they who ask.")
    gone = Authenticator.objects.filter(user=user)
    kinds = sorted(gone.values_list("type", flat=True))
    if not kinds:
        raise Refusal(f"{user.name} has no second factor.")
    gone.delete()
    Session.objects.filter(user=user).delete()
    record(
        by=by, at=at, operation="accounts.reset_second_factor", about=user,
        summary=f"Took the second factor of {_to(user, by)} away: {reason}",
        details={"kinds": kinds, "reason": reason},
    )  # fmt: skip


@transaction.atomic
def end_sessions(*, user: User, keys: Iterable[str] | None, by: User, at: datetime) -> int:
    """Sign a user out of some sessions, or of all (None). How many there were. Raises Refusal."""
    sessions = Session.objects.filter(user=user)
    if keys is not None:
        sessions = sessions.filter(session_key__in=list(keys))
    ended, _ = sessions.delete()
    if not ended:
        raise Refusal("That session is over already.")
    record(
        by=by, at=at, operation="accounts.end_sessions", about=user, details={"sessions": ended},
        summary=f"Ended {ended} session{'s' if ended > 1 else ''} of {_to(user, by)}.",
    )  # fmt: skip
    return ended


@transaction.atomic
def note_link(*, user: User, by: User, at: datetime) -> None:
    """A link for setting a password was made; the link itself is nowhere kept."""
    record(
        by=by, at=at, operation="accounts.make_link", about=user,
        summary=f"Made a link for {_to(user, by)} to set a password.",
    )  # fmt: skip


def note_sign_in(*, by: User, how: list[str], address: str, at: datetime) -> None:
    """Somebody signed in. What is over long since is swept out by the way."""
    Session.objects.filter(expire_date__lt=at).delete()
    record(
        by=by, at=at, operation="accounts.sign_in", about=by, summary=f"{by.name} signed in.",
        details={"with": how, "address": address},
    )  # fmt: skip


def note_sign_out(*, by: User, at: datetime) -> None:
    record(by=by, at=at, operation="accounts.sign_out", about=by, summary=f"{by.name} signed out.")


def note_failure(*, email: str, address: str, how: str, at: datetime) -> None:
    """Somebody did not get in: the same whether there is such an account or not.

    What was typed is kept as a keyed hash only: people type passwords into the wrong box.
    """
    typed = salted_hmac("answerable.typed", email.strip().lower(), algorithm="sha256").hexdigest()
    user = User.objects.filter(email=email.strip().lower()).first()
    record(
        by=None, at=at, operation="accounts.sign_in_failed", about=user,
        summary=f"Somebody was not let in: {HOW[how]}.", details={"typed": typed, "address": address},
    )  # fmt: skip


def _give(user: User, office: Office, role: Role, by: User, at: datetime) -> RoleHeld:
    return RoleHeld.objects.create(user=user, office=office, role=role, given_at=at, given_by=by)


def _keep_an_administrator(user: User, office: Office) -> None:
    if is_last_administrator(user, office):
        raise Refusal(LAST_ADMINISTRATOR.format(name=user.name, office=office))


def _named(roles: Iterable[Role]) -> str:
    return ", ".join(NAMES[role] for role in roles)


def _to(user: User, by: User) -> str:
    """Whom it was done to; that somebody did it to themselves is said."""
    return f"themselves ({user.name})" if user.pk == by.pk else user.name
