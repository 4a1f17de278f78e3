"""``answerable audit erase``: what events say, emptied for good."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from answerable.audit.management.subcommands.who import add_argument, who
from answerable.audit.operations import erase
from answerable.core.chain.findings import number

HELP = "Empties what events say (personal data); that they were, by whom and when stays. Not to be undone."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("events", nargs="+", type=int, metavar="EVENT", help="the numbers of events")
    parser.add_argument("--reason", required=True, help="why, without the name of the person")
    add_argument(parser)


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    event = erase(sequences=options["events"], reason=options["reason"], by=who(options), at=timezone.now())
    command.stdout.write(f"Erased; event {number(event.pk)} says so.")
