"""``answerable take_over FOLDER``: a record that another office handed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.audit.keys import public_in
from answerable.core.refusal import Refusal
from answerable.upkeep.handover.opening import opened
from answerable.upkeep.handover.saying import progress
from answerable.upkeep.handover.sealing import KEY, check, why
from answerable.upkeep.handover.taking import take_over


class Command(BaseCommand):
    help = (
        "Takes over the record that `answerable handover` wrote: row for row where there is none here yet, "
        "beside the others where there is. All of it or nothing. Accounts come without a way to sign in."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER|FILE.tar")
        parser.add_argument("--key", type=Path, help="their public key, as you had it; else the folder's own")

    def handle(self, *args: object, folder: Path, key: Path | None, **options: Any) -> None:
        try:
            with progress(self.stderr, options["verbosity"]) as tell, opened(folder.absolute(), tell) as full:
                tell("checksums")
                check(full, public_in(key or full / KEY))
                counted = take_over(folder=full, by=None, at=timezone.now(), tell=tell)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except OSError as error:
            raise CommandError(f"Nothing was taken over: {why(error)}.") from None
        if key is None:
            self.stdout.write("It was checked with the key in the folder itself: ask whose key that is.")
        self.stdout.write(f"Took over {sum(counted.values()):,} rows of {len(counted)} tables.")
