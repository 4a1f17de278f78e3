"""Decisions that are recorded to be published."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "decision_edit": ("decision_record", {}),
}
