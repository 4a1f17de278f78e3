"""``answerable dump``: the files of open data, made from what is public alone."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from answerable.components.words import plural
from answerable.core.refusal import Refusal
from answerable.public.data.dumping import dump
from answerable.published.queries import offices


class Command(BaseCommand):
    help = (
        "Makes the files of open data of every office that has published, or of one; what is right still is "
        "left as it is. Workers do it by themselves; without a worker, run it every night."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--office", help="the office, by its name in addresses; else all of them")

    def handle(self, *args: object, office: str | None, **options: Any) -> None:
        known = [one.path for one in offices()]
        if office is not None and office not in known:
            raise CommandError(f"The office “{office}” has published nothing.")
        for one in [office] if office else known:
            try:
                made = dump(one)
            except Refusal as refusal:
                raise CommandError(str(refusal)) from None
            said = f"{plural(len(made.files), 'file')} made" if made else "nothing has changed"
            self.stdout.write(f"{one}: {said}.")
