"""How many queries a public page makes of the public store."""

from __future__ import annotations

from itertools import count

from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

_asked = count()


def queries_of(path: str) -> int:
    """Of a page that was not asked for yet: one that is kept in memory makes only one."""
    with CaptureQueriesContext(connections["published"]) as asked:
        assert Client().get(f"{path}?again={next(_asked)}").status_code == 200
    return len(asked)
