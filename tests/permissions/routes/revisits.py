"""What is to come back."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "revisit_new": ("item", {}),
    "revisit": ("revisit", {}),
    "revisit_change": ("revisit", {}),
    "revisit_drop": ("revisit", {}),
    "revisit_note": ("revisit", {}),
}
