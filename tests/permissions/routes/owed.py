"""Where the addresses of what is owed, and of reports, lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "owed_report": ("action", {}),
    "owed_save": ("action", {}),
    "owed_release": ("action", {}),
    "owed_drop": ("draft_report", {}),
}
