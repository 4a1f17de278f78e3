"""``answerable relink``: links, lives and people worked out again from what is stored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.accounts.commands import acting, add_by
from answerable.actions.operations import relink
from answerable.core.permissions.table import Permission
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.queries import chosen_office


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
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        for office in self._offices(options["office"]):
            done = relink(office=office, by=by, at=at)
            self.stdout.write(
                f"{office}: {done.owners} owners, {done.links} links and {done.lives} lives changed."
            )

    def _offices(self, name: str | None) -> list[Office]:
        if not name:
            return list(Office.objects.all())
        try:
            office = chosen_office(name)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        if office is None:
            raise CommandError(f"There is no office {name}.")
        return [office]
