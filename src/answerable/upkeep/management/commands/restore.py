"""``answerable restore BACKUP``: into an empty place only, after the whole backup was checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.place import FAILURES, here
from answerable.upkeep.backup.restoring import restore
from answerable.upkeep.backup.saying import progress, say

NEXT = "Now run: answerable migrate (it does nothing where the backup is of this version)."


class Command(BaseCommand):
    help = (
        "Restores a backup into the place that ANSWERABLE_DATA and DATABASE_URL name, which must be empty. A "
        "backup that is damaged, or of a newer version, is refused before anything is touched."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", type=Path, metavar="BACKUP")
        parser.add_argument(
            "--expect", metavar="SHA256", help="what answerable backup printed when it was made"
        )

    def handle(self, *args: object, backup: Path, expect: str | None, **options: Any) -> None:
        console = Console(soft_wrap=True)
        try:
            with progress(console) as tell:
                found = restore(
                    backup.absolute(), here(), tell=tell, expected=expect, keys_to=Path(settings.DATA)
                )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except FAILURES as error:
            raise CommandError(f"Nothing was restored: {error}.") from None
        say(console, f"Restored the backup of {found.made_at}, made by version {found.program}.")
        say(console, NEXT)
