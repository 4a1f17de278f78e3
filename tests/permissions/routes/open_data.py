"""The API and the files: they name no row, and lead to what the world publishes."""

from __future__ import annotations

from typing import Any

from answerable.core.publication.open_data.resources import RESOURCES

OFFICE = {"office": "wyvern-valley"}
BARE = (
    "api",
    "api_at",
    "api_description",
    "api_lines",
    "api_offices",
    "api_publications",
    "api_root",
    "api_slash",
)

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    **{name: ("", {}) for name in BARE},
    **{f"api_{one.name}": ("", {}) for one in RESOURCES},
    "api_publication": ("", {**OFFICE, "number": 1}),
    "api_nothing": ("", {"rest": "nothing"}),
    "public_data": ("", OFFICE),
    "public_data_file": ("", {**OFFICE, "name": "entries.csv"}),
}
