"""``answerable handover FOLDER``: the record of an office, readable without this program, in two editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from answerable.config.editions import BOTH, EDITIONS, Wanted, hand_over
from answerable.config.handing_over import hand_over as publish_what_is_due
from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.offices.queries import chosen_office
from answerable.upkeep.handover.saying import progress
from answerable.upkeep.handover.sealing import why


class Command(BaseCommand):
    help = (
        "Writes the record of an office into a new folder, or one file whose name ends in .tar. The public "
        "edition is the public site as files, for everybody. The full edition is every table, page and "
        "original, with what is restricted: hand it to who may have that. Both open without a server."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("target", type=Path, metavar="FOLDER|FILE.tar")
        parser.add_argument("--edition", choices=EDITIONS, default=BOTH, help="both without it")
        parser.add_argument("--archive", action="store_true", help="one signed file beside the folder, too")
        parser.add_argument(
            "--restricted-originals", action="store_true", dest="restricted",
            help="files that came in and are restricted go with the full edition, and the texts that were "
            "read from them: you say that they may. What the force keeps for itself stays behind always.",
        )  # fmt: skip
        parser.add_argument("--office", help="its short name, where there are several")

    def handle(self, *args: object, target: Path, **options: Any) -> None:
        wanted = Wanted(options["edition"], options["archive"], options["restricted"])
        try:
            office = _office(options["office"])
            publish_what_is_due()
            with progress(self.stderr, options["verbosity"]) as tell:
                counted = hand_over(office, target.absolute(), wanted, at=timezone.localtime(), tell=tell)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
        except OSError as error:
            raise CommandError(f"The handover was not made: {why(error)}.") from None
        said = ", ".join(f"{number:,} {what}" for what, number in counted.items())
        self.stdout.write(f"Handed over to {target}: {said}.")


def _office(name: str | None) -> Office:
    """The office that is named, or the only one. Raises Refusal."""
    found = chosen_office(name)
    if found is None:
        raise Refusal(f"There is no office called {name}." if name else "There is no office yet.")
    return found
