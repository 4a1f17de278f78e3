"""``answerable publications retell OFFICE``: the public store made anew from the record."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from answerable.core.refusal import Refusal
from answerable.offices.models import Office
from answerable.published.operations import clear
from answerable.publishing.operations import deliver_due

HELP = (
    "Makes the public store of an office anew from what the record has frozen: after a restore, where the "
    "store knows decisions that the record does not. What only the store knew is gone, withdrawals as well."
)


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("office", help="the office's name in addresses, such as wyvern-valley")
    parser.add_argument("--sure", action="store_true", help="do it")


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    office = Office.objects.filter(slug=options["office"]).first()
    if office is None:
        raise Refusal(f"There is no office {options['office']}.")
    if not options["sure"]:
        raise Refusal("Everything that this office has published is told anew from this record: add --sure.")
    clear(office.slug)
    command.stdout.write(f"{deliver_due(at=timezone.now())} handed over.")
