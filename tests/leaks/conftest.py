"""What the tests of leaks look at: made once, since it takes some seconds."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import pytest

from tests.leaks.canaries import Garden
from tests.leaks.kinds import by_kind
from tests.leaks.looking import Seen, sentences, stages, store_bytes
from tests.leaks.surfaces import addresses
from tests.undone import undone


@dataclass(frozen=True)
class Looked:
    """One of two looks; ``places`` says how many canaries there were by kind of place."""

    seen: Seen
    leaks: list[str]
    places: dict[str, int]
    missing: list[str]
    garden: Garden
    store: bytes
    paths: list[str]


@pytest.fixture(scope="module")
def looked(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[Looked]]:
    """Once everything is published, and after a correction and a withdrawal; nothing of it stays."""
    with undone(django_db_blocker):
        yield [_looked(record, seen) for record, seen in stages()]


def _looked(record: Any, seen: Seen) -> Looked:
    planted = record.garden.planted
    missing = sorted(planted[one].place for one in seen.public - set(seen.found))
    return Looked(
        deepcopy(seen),
        sentences(record, seen),
        dict(by_kind(record, seen)),
        missing,
        record.garden,
        store_bytes(),
        addresses(),
    )
