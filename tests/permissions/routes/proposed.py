"""Where the addresses of what figures propose for an agenda lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "proposed": ("series", {}),
    "proposed_take": ("series", {}),
    "proposed_refuse": ("series", {}),
}
