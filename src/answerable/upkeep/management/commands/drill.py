"""``answerable drill [BACKUP]``: shows that a backup can be restored, without touching what is in use."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from rich.console import Console

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.drilling import Compared, drill
from answerable.upkeep.backup.making import Tell, back_up
from answerable.upkeep.backup.place import FAILURES, here
from answerable.upkeep.backup.saying import progress, say, show


class Command(BaseCommand):
    help = (
        "Makes a backup (or takes the one that is named), restores it into an empty temporary place and "
        "compares the two, table by table and original by original. Exits with 1 where anything differs."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("backup", type=Path, nargs="?", metavar="BACKUP")

    def handle(self, *args: object, backup: Path | None, **options: Any) -> None:
        console = Console()
        try:
            with progress(console) as tell:
                compared = _drill(backup, tell)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except FAILURES as error:
            raise CommandError(f"The drill was not finished: {error}.") from None
        show(console, compared)
        different = [row.what for row in compared if not row.same]
        if different:
            raise CommandError(f"The restored record differs: {', '.join(different)}.")
        say(console, "The backup can be restored, and nothing differs.")


def _drill(backup: Path | None, tell: Tell) -> list[Compared]:
    place = here()
    if backup is not None:
        return drill(backup.absolute(), place, tell=tell)
    with tempfile.TemporaryDirectory(prefix="answerable-drill-") as folder:
        made, _ = back_up(place, Path(folder, "backup"), at=timezone.now(), tell=tell)
        return drill(made, place, tell=tell)
