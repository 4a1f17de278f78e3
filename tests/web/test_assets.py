"""Style sheets and scripts are kept for ever at addresses that change with them."""

from __future__ import annotations

import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.test import Client

from answerable.web.assets import FOR_EVER, version

SHEET = "answerable/answerable.css"


def kept(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    assert answer.headers["Content-Type"].startswith("text/css")
    return answer.headers["Cache-Control"]


def test_an_address_names_the_version_of_all_files_and_is_kept_for_ever() -> None:
    path = staticfiles_storage.url(SHEET)
    assert path == f"/static/v-{version()}/{SHEET}"
    assert kept(path) == FOR_EVER


def test_of_another_version_it_is_the_file_as_it_is_now_and_not_kept_for_ever() -> None:
    assert "immutable" not in kept(f"/static/v-0123456789ab/{SHEET}")
    assert "immutable" not in kept(f"/static/{SHEET}")


@pytest.mark.parametrize("path", ["v-zz/", "v-0123456789ab/../", "v-0123456789ab/v-0123456789ab/"])
def test_odd_versions_are_not_there(path: str) -> None:
    assert Client().get(f"/static/{path}{SHEET}").status_code == 404


@pytest.mark.django_db
@pytest.mark.any_database
def test_pages_name_the_versioned_addresses() -> None:
    page = Client().get("/account/sign-in/").content.decode()
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert named
    assert all(one.startswith(f"/static/v-{version()}/") for one in named)


def test_a_server_in_front_has_them_under_plain_names(settings: object) -> None:
    settings.STATIC_ROOT = "/somewhere"  # type: ignore[attr-defined]
    assert staticfiles_storage.url(SHEET) == f"/static/{SHEET}"
