"""``answerable publications …``: the chain of decisions and the public store."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from answerable.core.refusal import Refusal
from answerable.publishing.management.subcommands import SUBCOMMANDS


class Command(BaseCommand):
    help = "Checks what was published, and keeps the public store. Each part has its own --help."

    def add_arguments(self, parser: CommandParser) -> None:
        parts = parser.add_subparsers(dest="part", metavar="PART", required=True)
        for name, module in SUBCOMMANDS.items():
            part = parts.add_parser(name, help=module.HELP, description=module.HELP)
            module.add_arguments(part)

    def handle(self, *args: object, **options: Any) -> None:
        try:
            SUBCOMMANDS[options["part"]].run(self, options)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from None
