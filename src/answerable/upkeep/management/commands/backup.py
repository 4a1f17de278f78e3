"""``answerable backup FOLDER|FILE.tar``: the database, the originals and a manifest, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from rich.console import Console

from answerable.core.refusal import Refusal
from answerable.upkeep.backup.making import back_up
from answerable.upkeep.backup.place import FAILURES, here
from answerable.upkeep.backup.saying import progress, say
from answerable.upkeep.keys import key_files

KEEP = "SHA-256 of its manifest, to keep elsewhere: {}"
NO_KEYS = "The keys are not in it: keep a copy of them apart ({})."


class Command(BaseCommand):
    help = (
        "Makes a backup while people work: a new folder, or one file whose name ends in .tar. In a folder "
        "that there is, a backup named by the time is made. It appears whole or not at all."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", type=Path, metavar="FOLDER|FILE.tar")
        parser.add_argument(
            "--with-keys",
            action="store_true",
            help="the keys as well: whoever has the backup can then sign as this site",
        )

    def handle(self, *args: object, target: Path, with_keys: bool, **options: Any) -> None:
        console = Console(soft_wrap=True)
        keys = key_files()
        try:
            with progress(console) as tell:
                made, digest = back_up(
                    here(), target.absolute(), at=timezone.now(), tell=tell, keys=keys if with_keys else ()
                )
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except FAILURES as error:
            raise CommandError(f"The backup was not made: {error}.") from None
        say(console, f"Backed up to {made}")
        say(console, KEEP.format(digest))
        if keys and not with_keys:
            say(console, NO_KEYS.format(", ".join(str(key) for key in keys)))
