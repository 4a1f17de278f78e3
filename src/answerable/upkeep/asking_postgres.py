"""What a PostgreSQL server says of itself."""

from __future__ import annotations

from typing import Any

WHY = {
    "fsync": (
        "PostgreSQL does not wait for the disk (fsync is off), so a power cut could lose everything: "
        "set fsync = on in postgresql.conf and restart it."
    ),
    "synchronous_commit": (
        "PostgreSQL confirms before it has written (synchronous_commit is off), so a crash could lose "
        "what was confirmed: set synchronous_commit = on in postgresql.conf, or for this user or database."
    ),
    "full_page_writes": (
        "PostgreSQL writes no full pages (full_page_writes is off), so a power cut could leave half a page: "
        "set full_page_writes = on in postgresql.conf and reload it."
    ),
}
SHOW = "SHOW {}"
NO_HEALTH_CHECKS = (
    "A connection that PostgreSQL ended would be used again, and pages would fail until the web server is "
    "restarted: set CONN_HEALTH_CHECKS to True in DATABASES."
)


def unsafe(connection: Any) -> list[str]:
    """A sentence for each setting that could lose something. ``connection`` is Django's, and open."""
    found = []
    with connection.cursor() as cursor:
        for name, sentence in WHY.items():
            if cursor.execute(SHOW.format(name)).fetchone()[0] == "off":
                found.append(sentence)
    lasting = connection.settings_dict["CONN_MAX_AGE"] != 0
    if lasting and not connection.settings_dict["CONN_HEALTH_CHECKS"]:
        found.append(NO_HEALTH_CHECKS)
    return found
