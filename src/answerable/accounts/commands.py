"""Who acts when a command is typed: the person at this machine, or with ``--by`` somebody with an account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.management.base import CommandParser

from answerable.accounts.models import User
from answerable.accounts.operations import ensure_local_person
from answerable.accounts.queries import offices_of, working
from answerable.core.permissions.asking import why_not
from answerable.core.permissions.table import Permission
from answerable.core.refusal import Refusal
from answerable.offices.queries import office_named


def add_by(parser: CommandParser) -> None:
    """The option ``--by``."""
    parser.add_argument(
        "--by",
        metavar="EMAIL",
        help="whose account acts, with the roles that it has; without it the person at this machine",
    )


def acting(options: Mapping[str, Any], permission: Permission, at: datetime) -> User:
    """Whoever acts. Raises Refusal where the account of ``--by`` may not, with the page's own sentence.

    Its roles are those in the office of ``--office``, else in the only one where it has any. Whoever types
    at this machine without ``--by`` could change the database itself, so they are not asked for a role.
    """
    email = (options.get("by") or "").strip().lower()
    if not email:
        return ensure_local_person(at=at)
    user = account_of(email)
    if not user.is_active:
        raise Refusal(f"The account of {user.name} is disabled.")
    office = office_named(options["office"]) if options.get("office") else None
    if office is None and len(offices_of(user)) > 1:
        raise Refusal(f"{user.name} works in several offices; say which with --office.")
    here = working(user, office.pk if office else None)
    mine = here.roles if office is None or here.office == office else frozenset()
    reason = why_not(mine, permission)
    if reason:
        raise Refusal(reason)
    return user


def account_of(email: str) -> User:
    """The account with an e-mail address. Raises Refusal."""
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is None:
        raise Refusal(f"There is no account for {email}.")
    return user
