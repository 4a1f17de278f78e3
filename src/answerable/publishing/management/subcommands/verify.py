"""``answerable publications verify``: whether what is public is what was decided."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from answerable.audit import keys
from answerable.audit.checking import believed_keys
from answerable.audit.queries import key_statements, taken_over_keys
from answerable.offices.models import Office
from answerable.publishing.book import decided
from answerable.publishing.checking_chain import waits, wrong_with

HELP = (
    "Checks every decision, every frozen part and every signature, in the record and in the public store. "
    "Exits with 1 where something is wrong."
)


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "--key", nargs="+", action="extend", default=[], type=Path, metavar="FILE",
        help="public keys (PEM) to believe beside the one in use here",
    )  # fmt: skip


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    believed = believed_keys([keys.public_in(path) for path in options["key"]])
    if not believed:
        believed = {one.key: one.public for one in key_statements()}
        command.stdout.write(
            "Note: no key was given: signatures are held against those that the record names."
        )
    believed = {one.key: one.public for one in taken_over_keys()} | believed
    harm = 0
    for office in Office.objects.order_by("slug"):
        for sentence in wrong_with(office, believed):
            harm += 1
            command.stdout.write(f"Wrong: {sentence}")
        _say(command, office)
    command.stdout.write(f"{harm} wrong." if harm else "Nothing is wrong.")
    if harm:
        raise SystemExit(1)


def _say(command: BaseCommand, office: Office) -> None:
    last = decided(office).last()
    if last is not None:
        behind = waits(office)
        more = f", {behind} not in the public store yet" if behind else ""
        command.stdout.write(f"{office.slug}: {last.number} decisions, the last one is {last.hash}{more}.")
