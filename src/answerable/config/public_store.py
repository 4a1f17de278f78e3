"""The two connections of the public store: one that takes publications in, one that can only read."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import environ

SQLITE = "django.db.backends.sqlite3"
SCHEMA = "published"
"""PostgreSQL: the schema that holds the public store, in the same database as the record."""
FILE = "published.sqlite3"
NOWHERE = {"ENGINE": "django.db.backends.dummy"}


def public_store(working: dict[str, Any], data: Path, reader: str) -> dict[str, dict[str, Any]]:
    """The settings of ``published`` and ``public``.

    ``reader`` is the URL of a PostgreSQL role that may read the schema and nothing else; without one the
    record's own role reads, in transactions that cannot write.
    """
    if working["ENGINE"] == SQLITE and not reader:
        return _files(working, data / FILE)
    if working["ENGINE"] == SQLITE:  # a public site by itself, beside a server that somebody else writes to
        return {"published": {**NOWHERE}, "public": _reads(environ.Env.db_url_config(reader))}
    writes = {**working, "OPTIONS": _schema(working, "")}
    reads = environ.Env.db_url_config(reader) if reader else working
    return {
        "published": {**writes, "TEST": {"NAME": "test_answerable_published"}},
        "public": {**_reads({**working, **reads}), "TEST": {"MIRROR": "published"}},
    }


def _reads(settings: dict[str, Any]) -> dict[str, Any]:
    """A connection to the schema whose transactions cannot write."""
    return {
        **settings,
        "OPTIONS": _schema(settings, " -c default_transaction_read_only=on"),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def _files(working: dict[str, Any], path: Path) -> dict[str, dict[str, Any]]:
    reads = f"file:{quote(str(path))}?mode=ro"
    careful = {
        **working["OPTIONS"],
        "init_command": working["OPTIONS"]["init_command"] + "PRAGMA secure_delete=ON;",
    }
    light = {
        "timeout": 20,
        # As much kept between queries as of the record: counting what was found is twice as fast.
        "init_command": "PRAGMA query_only=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-32768;",
    }
    return {
        "published": {"ENGINE": SQLITE, "NAME": str(path), "OPTIONS": careful, "CONN_MAX_AGE": 60},
        "public": {
            "ENGINE": SQLITE, "NAME": reads, "OPTIONS": light, "CONN_MAX_AGE": 60,
            "TEST": {"MIRROR": "published"},
        },
    }  # fmt: skip


def _schema(settings: dict[str, Any], more: str) -> dict[str, Any]:
    held = settings.get("OPTIONS", {})
    return {**held, "options": f"{held.get('options', '')} -c search_path={SCHEMA}{more}".strip()}
