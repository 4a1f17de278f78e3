"""Prints what it costs to search the record of ANSWERABLE_DATA for all that may have lapsed, as JSON."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
django.setup()

from django.db import transaction

from answerable.actions.models import Commitment, Silence
from answerable.actions.operations.silences import renew_silences
from answerable.meetings.models import Entry
from answerable.offices.models import Office
from benching.measure import cpu, peak_mb


def main() -> None:
    office = Office.objects.order_by("pk")[0]
    with transaction.atomic():
        Silence.objects.all().delete()
        Commitment.objects.update(silent_from=None, lapses_from=None)
        first = cpu(lambda: renew_silences(office.pk))
        again = cpu(lambda: renew_silences(office.pk))
    found = {
        "first": first, "again": again, "peak": peak_mb(), "sought": Silence.objects.count(),
        "entries": Entry.objects.count(),
    }  # fmt: skip
    sys.stdout.write(json.dumps(found))


main()
