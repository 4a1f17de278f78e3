"""Registers the checks of signing in."""

from __future__ import annotations

from django.apps import AppConfig
from django.core import checks

from answerable.accounts.checks import the_provider_is_asked_in_private, the_sample_stays_here


class AccountsConfig(AppConfig):
    name = "answerable.accounts"

    def ready(self) -> None:
        checks.register(the_sample_stays_here)
        checks.register(the_provider_is_asked_in_private)
