"""The parts of ``answerable publications``: each says what it is for, takes its arguments and runs."""

from __future__ import annotations

from typing import Any, Protocol

from django.core.management.base import BaseCommand, CommandParser

from answerable.publishing.management.subcommands import deliver, purge, retell, role, verify


class Subcommand(Protocol):
    """What each module of this folder has."""

    HELP: str

    def add_arguments(self, parser: CommandParser) -> None: ...

    def run(self, command: BaseCommand, options: dict[str, Any]) -> None: ...


SUBCOMMANDS: dict[str, Subcommand] = {
    "deliver": deliver,
    "verify": verify,
    "retell": retell,
    "purge": purge,
    "role": role,
}
