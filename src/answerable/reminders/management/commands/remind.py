"""``answerable remind``: lays today's letters into the outbox, or says what they would be."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.components.words import plural
from answerable.core.refusal import Refusal
from answerable.offices.queries import chosen_offices
from answerable.reminders.addresses import both
from answerable.reminders.composing import Written
from answerable.reminders.daily import letters, remind

RULE = "=" * 72


class Command(BaseCommand):
    help = (
        "Writes a letter to everybody who owes something: what comes back to a meeting whose papers are due "
        "within a week, what is overdue, what is newly given, which reports wait. Workers do this every "
        "working day; done again it tells nobody the same thing twice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="print the letters and keep nothing")
        parser.add_argument("--office", help="the office; else all of them")
        parser.add_argument(
            "--on", type=dt.date.fromisoformat, metavar="YYYY-MM-DD", help="with --dry-run: another day"
        )

    def handle(self, *args: object, dry_run: bool, on: dt.date | None, **options: Any) -> None:
        if on and not dry_run:
            raise CommandError("Another day can only be looked at: add --dry-run.")
        at = timezone.now()
        today = on or timezone.localdate(at)
        try:
            offices = chosen_offices(options["office"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        for office in offices:
            if dry_run:
                found = letters(office, today)
                for one in found:
                    self._print(one)
                self.stdout.write(f"{office}: {plural(len(found), 'letter')} would be laid into the outbox.")
            else:
                laid = remind(office, today, at=at)
                self.stdout.write(f"{office}: {plural(len(laid), 'letter')} laid into the outbox.")

    def _print(self, one: Written) -> None:
        said = both(one.letter)
        user = one.reader.user
        self.stdout.write(
            f"{RULE}\nTo: {user.name} <{user.email}>\nSubject: {said['subject']}\n\n{said['text']}"
        )
