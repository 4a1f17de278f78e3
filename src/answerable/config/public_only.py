"""Settings of a process that serves the public site and nothing else (PUBLIC_ONLY).

It has no working database, no session, no cookie and nobody's secret: whoever breaks into it finds what
everybody may read.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NO_DATABASE = {"ENGINE": "django.db.backends.dummy"}
LEFT_OUT = (
    "django.contrib.sessions.", "django.contrib.messages.", "django.contrib.auth.",
    "django.middleware.csrf.", "allauth.", "answerable.accounts.",
)  # fmt: skip
"""What asks who is there."""
APPS = [
    "answerable.public", "answerable.published", "answerable.web", "answerable.components",
    "answerable.config", "django.contrib.staticfiles", "csp",
]  # fmt: skip


def public_only(settings: dict[str, Any]) -> dict[str, Any]:
    """What is set otherwise than in the settings of the whole site."""
    return {
        "INSTALLED_APPS": APPS,
        "STATICFILES_DIRS": _static(one for one in settings["INSTALLED_APPS"] if one not in APPS),
        "ROOT_URLCONF": "answerable.config.public_urls",
        "MIDDLEWARE": [one for one in settings["MIDDLEWARE"] if not one.startswith(LEFT_OUT)],
        "DATABASES": {
            "default": NO_DATABASE,
            "published": NO_DATABASE,
            "public": settings["DATABASES"]["public"],
        },
        "SECRET_KEY": secrets.token_urlsafe(50),  # signs nothing that outlives this process
        "FILE_UPLOAD_TEMP_DIR": None,
        "CACHES": {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        "TEMPLATES": [{**one, "OPTIONS": _templates(one["OPTIONS"])} for one in settings["TEMPLATES"]],
    }


def _static(apps: Iterable[str]) -> list[str]:
    """Style sheets of what is left out: addresses of assets are a hash of all, and the same everywhere."""
    specs = [find_spec(one) for one in apps]
    folders = [
        Path(place, "static") for one in specs if one for place in one.submodule_search_locations or ()
    ]
    return [str(one) for one in folders if one.is_dir()]


def _templates(options: dict[str, Any]) -> dict[str, Any]:
    return {**options, "context_processors": []}
