"""``answerable audit …``: signed heads, checks, exports, erasures and the key of the audit trail."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from answerable.audit.management.subcommands import SUBCOMMANDS
from answerable.core.refusal import Refusal


class Command(BaseCommand):
    help = "Keeps and checks the audit trail. Each part has its own --help."

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
        except OSError as error:
            raise CommandError(f"{error.filename or 'A file'}: {error.strerror or error}.") from None
