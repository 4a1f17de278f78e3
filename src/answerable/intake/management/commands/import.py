# ruff: noqa: N999  the command is called import, and Django names it after its file
"""``answerable import PATH…``: minutes and meeting records into the record."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.accounts.commands import acting, add_by
from answerable.core.permissions.table import Permission
from answerable.core.refusal import Refusal
from answerable.intake.running import Run, chosen_or_new_office


class Command(BaseCommand):
    help = (
        "Imports minutes (PDF, DOCX, ODT, DOC, HTML, Markdown, text, scans) and meeting records (.json, "
        ".jsonl), files and whole folders. What is held already is left as it is. Exits with 1 where a file "
        "could not be read."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, or a folder with all in it")
        parser.add_argument("--forum", help="the forum of these meetings; else the title without its date")
        parser.add_argument(
            "--again",
            action="store_true",
            help="read known files again, people's corrections laid over; without PATH all that are kept",
        )
        parser.add_argument("--office", help="the office whose record it is; made where there is none yet")
        add_by(parser)

    def get_check_kwargs(self, options: dict[str, Any]) -> Any:
        """The database's own settings are checked as well: nothing is imported into an unsafe one."""
        kept: Any = super().get_check_kwargs(options)
        return {**kept, "databases": ["default"]}

    def handle(self, *args: object, **options: Any) -> None:
        if not options["paths"] and not options["again"]:
            raise CommandError("Say which files or folders to import.")
        at = timezone.now()
        try:
            by = acting(options, Permission.IMPORT_MINUTES, at)
            office = chosen_or_new_office(options["office"], by=by, at=at)
            run = Run(office, by, at, forum_name=options["forum"], again=options["again"])
            refused = run.import_paths(options["paths"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        if refused:
            raise SystemExit(1)
