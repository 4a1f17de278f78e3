"""Puts the check of the database's settings among Django's own."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.checks import Tags, register


class UpkeepConfig(AppConfig):
    name = "answerable.upkeep"

    def ready(self) -> None:
        from answerable.upkeep.checks import public_reader, safe_database

        register(safe_database, Tags.database)
        register(public_reader, Tags.database)
