"""``answerable worker``: does what pages leave to be done, such as reading the files that were sent in."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from answerable.upkeep.working import Worker


class Command(BaseCommand):
    help = (
        "Does the jobs that wait, one after the other, until it is told to stop (SIGTERM lets it finish the "
        "job at hand). Run as many as there are cores to spare; `answerable serve` runs one itself."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--until-empty", action="store_true", help="end when no job is left")
        parser.add_argument("--parent", type=int, help="end when this process is not the parent any more")

    def get_check_kwargs(self, options: dict[str, Any]) -> Any:
        """The database's own settings are checked as well."""
        return {**super().get_check_kwargs(options), "databases": ["default"]}

    def handle(self, *args: Any, until_empty: bool, parent: int | None, **options: Any) -> None:
        worker = Worker(parent=parent, until_empty=until_empty)
        worker.listen_to_signals()
        worker.run()
