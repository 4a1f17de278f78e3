"""Public answers are the same for everybody: signed in, in whatever role, or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from answerable.public.keeping import shelf
from tests.leaks.surfaces import OF_EACH
from tests.permissions.actors import ACTORS, STRANGER, browser_of
from tests.permissions.places import World, world
from tests.permissions.routes.open_data import ROUTES as OPEN_DATA
from tests.permissions.routes.public import ROUTES

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

TOO_LARGE = ("public_file", "public_file_version", "public_publication_part")
"""Files: their bytes are those of the store, whoever asks."""


def test_every_role_gets_the_bytes_that_a_stranger_gets() -> None:
    there: World = world()
    paths = [
        reverse(name, kwargs=at) for name, (_, at) in {**ROUTES, **OPEN_DATA}.items() if name not in TOO_LARGE
    ]
    stranger = everything(browser_of(STRANGER, there.office, there.other), paths)
    for actor in ACTORS:
        asked = everything(browser_of(actor, there.office, there.other), paths)
        assert {path for path in paths if asked[path] != stranger[path]} == set(), actor


def everything(client: Client, paths: list[str]) -> dict[str, Any]:
    """Status, headers and body of each, made anew for this one."""
    shelf.clear()
    found = {}
    for path in paths:
        answer = client.get(path)
        body = b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type]
        headers = {name: value for name, value in answer.headers.items() if name not in OF_EACH}
        found[path] = (answer.status_code, headers, body, str(answer.cookies))
    return found
