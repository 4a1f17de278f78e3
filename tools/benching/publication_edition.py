# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Lays the static edition of a filled public store and prints what it cost, as JSON."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")

import django

django.setup()

from answerable.public.edition.making import make_edition

OFFICE = "wyvern-valley"


def lay() -> dict[str, object]:
    """Seconds by wall and processor, files and megabytes."""
    with tempfile.TemporaryDirectory() as folder:
        began, cpu = time.perf_counter(), time.process_time()
        counted = make_edition(OFFICE, Path(folder), at=dt.datetime.now(dt.UTC), tell=lambda _: None)
        seconds, used = time.perf_counter() - began, time.process_time() - cpu
        sizes = [one.stat().st_size for one in Path(folder).rglob("*") if one.is_file()]
    return {
        "seconds": seconds, "cpu": used, "files": len(sizes), "mb": sum(sizes) / 1e6, "counted": counted,
    }  # fmt: skip


if __name__ == "__main__":
    json.dump(lay(), sys.stdout)
