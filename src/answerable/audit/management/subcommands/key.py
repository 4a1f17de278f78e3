"""``answerable audit key``: the public key, and a new key in the place of the old one."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from answerable.audit import keys
from answerable.audit.management.subcommands.who import add_argument, who
from answerable.audit.operations import change_key, replace_lost_key
from answerable.core.refusal import Refusal

HELP = "Prints the public key that heads are signed with, to be kept with them; or changes the key."


def add_arguments(parser: CommandParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--change", action="store_true", help="a new key, signed for by the old one")
    how.add_argument("--lost", action="store_true", help="a new key where the old one is gone")
    add_argument(parser)


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    if options["change"] or options["lost"]:
        change = change_key if options["change"] else replace_lost_key
        statement = change(by=who(options), at=timezone.now())
        command.stderr.write(f"The key {statement.key} signs from now on. Keep its public key:")
    path = keys.key_path()
    if not path.exists():
        raise Refusal(f"There is no key in {path}; the first signed head makes one: answerable audit head")
    command.stdout.write(keys.pem_of(keys.public_of(keys.load_key(path))), ending="")
