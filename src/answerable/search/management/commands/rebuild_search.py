"""``answerable rebuild_search``: the full-text index again, from its rows."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from answerable.search.operations import rebuild


class Command(BaseCommand):
    help = "Make the full-text index again from its rows; removed words are forgotten."

    def handle(self, *args: Any, **options: Any) -> None:
        rebuild()
        self.stdout.write("The search index was made again.")
