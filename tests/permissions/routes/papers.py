"""Where the addresses of papers lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "papers_meeting": ("planned", {}),
    "terms_add": ("planned", {}),
    "terms_copy": ("planned", {}),
    "terms_introduction": ("planned", {}),
    "terms_send": ("planned", {}),
    "terms_file": ("planned", {"form": "html"}),
    "note_send": ("planned", {}),
    "point": ("point", {}),
    "point_tie": ("point", {}),
    "point_move": ("point", {}),
    "point_remove": ("point", {}),
    "template": ("template", {}),
    "template_remove": ("template", {}),
    "note_version": ("version", {}),
    "note_parts": ("version", {}),
    "note_coverage": ("version", {}),
    "note_judge": ("version", {}),
}
