"""A browser over a running server: Debian's Chromium; without it the tests are skipped with its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from playwright.sync_api import Browser, Page

HEIGHT = 900

Opened = Callable[..., Page]


@pytest.fixture
def site(transactional_db: None, live_server: Any, settings: Any) -> str:
    """The address of a server with the invented archive."""
    settings.GALLERY = True
    from tests.archive import fill

    fill()
    return str(live_server.url)


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Opened]:
    """Open a page of a width in a browser of its own, where a policy officer is signed in already."""
    from answerable.core.permissions.roles import Role
    from tests import factories as make
    from tests.signing import person_with

    yield from pages(browser, site, person_with(Role.POLICY_OFFICER, make.office()))


def pages(browser: Browser, site: str, user: Any) -> Iterator[Opened]:
    """Pages in browsers of their own, each with a new session of the user; closed at the end."""
    from tests.signing import sign_in

    contexts = []

    def open_one(width: int, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": HEIGHT}, **options)
        contexts.append(context)
        name = django_settings.SESSION_COOKIE_NAME
        context.add_cookies(
            [{"name": name, "value": sign_in(Client(), user).cookies[name].value, "url": site}]
        )
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
