"""Events that are waited for."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "awaited_event": ("awaited", {}),
    "awaited_record": ("awaited", {}),
    "awaited_drop": ("awaited", {}),
    "awaited_change": ("awaited", {}),
}
