"""Registers the checks of addresses."""

from __future__ import annotations

from django.apps import AppConfig
from django.core import checks

from answerable.web.checks import every_address_has_a_policy


class WebConfig(AppConfig):
    name = "answerable.web"

    def ready(self) -> None:
        checks.register(every_address_has_a_policy)
