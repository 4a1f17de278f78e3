"""``answerable relink``: links, lives and people worked out again from what is stored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.accounts.commands import acting, add_by
from answerable.accounts.models import User
from answerable.accounts.queries import offices_of
from answerable.actions.operations import relink
from answerable.core.permissions.table import Permission
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.queries import chosen_offices


class Command(BaseCommand):
    help = (
        "Works out again, from what is stored and what people decided, who held which post, which update is "
        "about which action, and the life of every action. Done twice it changes nothing the second time."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--office", help="the office; else all of them")
        add_by(parser)

    def handle(self, *args: object, **options: Any) -> None:
        at = timezone.now()
        try:
            by = acting(options, Permission.REVIEW_RECORD, at)
            offices = self._offices(by, options)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        for office in offices:
            done = relink(office=office, by=by, at=at)
            self.stdout.write(
                f"{office}: {done.owners} owners, {done.links} links and {done.lives} lives changed."
            )

    def _offices(self, by: User, options: dict[str, Any]) -> list[Office]:
        """Without ``--office`` all of them; with ``--by`` those where the account works."""
        if options["by"] and not options["office"]:
            return offices_of(by)
        return chosen_offices(options["office"])
