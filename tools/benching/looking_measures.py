# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Looks at the pages of measures and prints what each cost, as JSON. Run by ``measures.py``.

The database is the one that ANSWERABLE_DATA names.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
django.setup()

from answerable.measures.models import Measure, Observation
from benching.visit import signed_in, visit

PAGES = {
    "dashboard": "/measures/",
    "measure": "/measures/{}/",
    "areas of a measure": "/measures/{}/areas/",
    "performance report": "/reports/performance/",
    "performance report, PDF": "/reports/performance.pdf",
    "for the next agenda": "/measures/proposed/",
}


def main() -> None:
    client = signed_in()
    client.get("/")  # the first page of a process also loads the templates
    keys = list(Measure.objects.order_by("pk").values_list("pk", flat=True))
    found = {"observations": Observation.objects.count(), "pages": {}}
    for name, path in PAGES.items():
        found["pages"][name] = visit(path.format(keys[len(keys) // 2]), client)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
