"""``answerable audit export``: the whole trail as a file that others can check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from answerable.audit.exporting import export
from answerable.core.chain.findings import number
from answerable.core.refusal import Refusal

HELP = "Writes all events, heads and public keys to a file of JSON lines; what events say is in it."


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    path: Path = options["file"]
    if not path.parent.is_dir() or path.is_dir():
        raise Refusal(f"{path} cannot be written: its folder is not there, or it is a folder itself.")
    written = export(path, at=timezone.now())
    command.stdout.write(f"{number(written)} events written to {path}.")
