"""A browser over a running server: Debian's Chromium; without it the tests are skipped with its name."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright's loop runs in this thread; pages do not
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def site(transactional_db: None, live_server: Any, settings: Any) -> str:
    """The address of a server with the invented archive."""
    settings.GALLERY = True
    from tests.archive import fill

    fill()
    return str(live_server.url)
