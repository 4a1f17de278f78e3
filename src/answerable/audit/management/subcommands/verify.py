"""``answerable audit verify``: whether the trail is what was written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from answerable.audit import keys
from answerable.audit.checking import KeptHead, check
from answerable.core.chain.findings import number
from answerable.core.chain.statements import heads_in
from answerable.core.refusal import Refusal

HELP = "Checks every event, and the chain against heads. Exits with 1 where something is wrong."
TOLD_EVERY = 10_000
"""Events between two lines that say how far the check is: a second or so."""


def add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "--head", nargs="+", action="extend", default=[], type=Path, metavar="FILE",
        help="files with heads that were kept elsewhere",
    )  # fmt: skip
    parser.add_argument(
        "--key", nargs="+", action="extend", default=[], type=Path, metavar="FILE",
        help="public keys (PEM) to believe beside the one in use here",
    )  # fmt: skip


def run(command: BaseCommand, options: dict[str, Any]) -> None:
    kept = [one for path in options["head"] for one in _heads(path)]
    publics = [keys.public_in(path) for path in options["key"]]
    harm, read, count = 0, [0], _progress(command)

    def counted(events: int) -> None:
        read[0] = events
        count(events)

    for finding in check(kept, publics, count=counted):
        harm += finding.harm
        text = str(finding)
        command.stdout.write(f"{'Wrong' if finding.harm else 'Note'}: {text}.")
    verdict = f"{number(harm)} wrong" if harm else "nothing is wrong"
    command.stdout.write(f"{number(read[0])} events checked: {verdict}.")
    if harm:
        raise SystemExit(1)


def _heads(path: Path) -> list[KeptHead]:
    found = heads_in(path.read_text("utf-8", "replace"))
    if not found:
        raise Refusal(f"{path} holds no head.")
    return [KeptHead(one, str(path)) for one in found]


def _progress(command: BaseCommand) -> Callable[[int], None]:
    def tell(count: int) -> None:
        if count % TOLD_EVERY == 0:
            command.stderr.write(f"{number(count)} events checked …")

    return tell
