"""``answerable forget_forms``: forget which forms were sent more than 30 days ago."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from answerable.accounts.once import forget_sent_forms


class Command(BaseCommand):
    help = "Forget the keys of forms that were sent more than 30 days ago. Nothing of the record."

    def handle(self, *args: Any, **options: Any) -> None:
        count = forget_sent_forms(at=timezone.now())
        self.stdout.write(f"Forgot {count:,} forms that were sent more than 30 days ago.")
