"""Where the addresses of loading figures lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "load_preview": ("load", {}),
    "load_drop": ("load", {}),
}
