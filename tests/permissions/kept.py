"""The record of two offices, made once for a file of tests; what each test does to it is undone."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import connection

from tests.permissions.places import World, world
from tests.undone import undone


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[World | None]:
    """It takes some seconds; nothing of it stays behind the file.

    None on PostgreSQL: there a test's end closes the connection, and with it what lies around the test.
    """
    if connection.vendor != "sqlite":
        yield None
        return
    with undone(django_db_blocker):
        yield world()


@pytest.fixture
def there(made: World | None, db: None, settings: Any) -> World:
    settings.GALLERY = True
    return deepcopy(made) if made else world()
