"""``answerable account …``: who may sign in, from the command line, with the same rules as the pages."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.accounts.administration.queries import members_of
from answerable.accounts.commands import account_of, acting, add_by
from answerable.accounts.links import password_link
from answerable.accounts.models import RoleHeld, User
from answerable.accounts.operations import add_person, disable, enable, end_role, give_role, note_link
from answerable.accounts.queries import offices_of
from answerable.core.permissions.roles import GIVEN, NAMES, Role
from answerable.core.permissions.table import Permission
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.operations import DEFAULT_NAME, make_office
from answerable.offices.queries import chosen_office

PARTS = {
    "add": "make an account; prints the link to set its password",
    "list": "who has an account, with roles, second factor and last sign-in",
    "disable": "let nobody sign in with an account, and end its sessions at once",
    "enable": "let somebody sign in again",
    "role": "give a role, or end one with --end",
    "link": "print a link for setting a password, which works once, for three days",
}


class Command(BaseCommand):
    help = "Makes, lists and ends accounts. Each part has its own --help."

    def add_arguments(self, parser: CommandParser) -> None:
        parts = parser.add_subparsers(dest="part", metavar="PART", required=True)
        for name, said in PARTS.items():
            part = parts.add_parser(name, help=said, description=said)
            add_by(part)
            part.add_argument("--office", help="the office; needed where there are several")
            if name != "list":
                part.add_argument("--email", required=True)
            if name in ("add", "link"):
                part.add_argument("--site", default=settings.SITE, help="where the site is: %(default)s")
            if name in ("add", "role"):
                part.add_argument(
                    "--role", required=True, action="append", choices=[str(one) for one in GIVEN],
                    help="may be given several times",
                )  # fmt: skip
        parts.choices["add"].add_argument("--name", help="the name of the person; else their address")
        parts.choices["role"].add_argument("--end", action="store_true", help="end the role")

    def handle(self, *args: object, **options: Any) -> None:
        at = timezone.now()
        reads = options["part"] == "list"
        try:
            needed = Permission.READ_ACCOUNTS if reads else Permission.MANAGE_ACCOUNTS
            by = acting(options, needed, at)
            getattr(self, f"_{options['part']}")(options, by, at)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None

    def _add(self, options: dict[str, Any], by: User, at: datetime) -> None:
        office = self._office(options) or make_office(name=options["office"] or DEFAULT_NAME, by=by, at=at)
        roles = [Role(one) for one in dict.fromkeys(options["role"])]
        name = options["name"] or options["email"].split("@")[0]
        user = add_person(name=name, email=options["email"], roles=roles, office=office, by=by, at=at)
        self.stdout.write(f"Made an account for {user.name}. With this link they set their password:")
        self._print_link(options, user, by, at)

    def _link(self, options: dict[str, Any], by: User, at: datetime) -> None:
        self._print_link(options, self._account(options), by, at)

    def _print_link(self, options: dict[str, Any], user: User, by: User, at: datetime) -> None:
        note_link(user=user, by=by, at=at)
        self.stdout.write(password_link(user, options["site"]))

    def _list(self, options: dict[str, Any], by: User, at: datetime) -> None:
        office = self._office(options)
        for one in members_of(office) if office else []:
            roles = ", ".join(NAMES[role] for role in one.roles) or "no role"
            last = timezone.localdate(one.user.last_login).isoformat() if one.user.last_login else "never"
            factors = ", ".join(one.factors) or "no second factor"
            state = "" if one.user.is_active else "; disabled"
            said = f"{one.user.name}, {roles}; {factors}; signed in {last}{state}"
            self.stdout.write(f"{one.user.email}: {said}")

    def _disable(self, options: dict[str, Any], by: User, at: datetime) -> None:
        disable(user=self._account(options), by=by, at=at)
        self.stdout.write("Nobody can sign in with this account any more.")

    def _enable(self, options: dict[str, Any], by: User, at: datetime) -> None:
        enable(user=self._account(options), by=by, at=at)
        self.stdout.write("The account is enabled.")

    def _role(self, options: dict[str, Any], by: User, at: datetime) -> None:
        office, user = self._office(options), account_of(options["email"])
        if office is None:
            raise Refusal("There is no such office.")
        for role in map(Role, options["role"]):
            (end_role if options["end"] else give_role)(user=user, office=office, role=role, by=by, at=at)
            self.stdout.write(f"{user.name} is {'no longer' if options['end'] else 'now'} {NAMES[role]}.")

    def _account(self, options: dict[str, Any]) -> User:
        """The account; for whoever acts with ``--by``, of their own offices only, as on the pages."""
        user = account_of(options["email"])
        if options["by"]:
            theirs = offices_of(account_of(options["by"]))
            if not RoleHeld.objects.filter(user=user, office__in=theirs).exists():
                raise Refusal(f"There is no account for {options['email']}.")
        return user

    def _office(self, options: dict[str, Any]) -> Office | None:
        return chosen_office(options["office"])
