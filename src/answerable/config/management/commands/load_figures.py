"""``answerable load_figures PATH…``: files of figures into the record, each whole or not at all."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.accounts.commands import acting, add_by
from answerable.core.permissions.table import Permission
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.queries import chosen_office
from answerable.readers.errors import Unreadable
from answerable.workspace.loading.running import Run, files_in


class Command(BaseCommand):
    help = (
        "Loads figures (CSV, XLSX) with a mapping that was kept on the page, and the monthly files of "
        "data.police.uk as they are; files and whole folders. Each file is loaded whole or not at all, and "
        "one that changes nothing is left. Exits with 1 where a file could not be loaded."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, or a folder with all in it")
        parser.add_argument("--mapping", default="", help="the mapping; else the one with these heads")
        parser.add_argument("--sheet", help="the sheet of a workbook that has several")
        parser.add_argument(
            "--dry-run", action="store_true", help="say what would change, and change nothing"
        )
        parser.add_argument("--office", help="the office whose record it is, where there are several")
        add_by(parser)

    def handle(self, *args: object, **options: Any) -> None:
        at = timezone.now()
        try:
            by = acting(options, Permission.LOAD_FIGURES, at)
            run = Run(
                _office(options["office"]), by, at, timezone.localdate(), options["mapping"],
                options["sheet"], options["dry_run"],
            )  # fmt: skip
            paths = list(files_in(options["paths"]))
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        failed = 0
        for path in paths:
            try:
                said = run.load(path)
            except (Refusal, Unreadable) as why:
                failed += 1
                self.stderr.write(f"{path}: {why}")
            else:
                self.stdout.write(f"{path}: {' '.join(said)}")
        if failed:
            raise SystemExit(1)


def _office(name: str | None) -> Office:
    """Raises Refusal."""
    found = chosen_office(name)
    if found is None:
        raise Refusal("There is no office yet: import minutes first.")
    return found
