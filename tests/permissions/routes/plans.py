"""Where the addresses of plans lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "plans_preview": ("document", {}),
    "plans_plan": ("plan", {}),
    "plans_edit": ("plan", {}),
    "plans_add": ("plan", {}),
    "plans_part": ("part", {}),
    "plans_part_edit": ("part", {}),
    "plans_part_move": ("part", {}),
    "plans_progress": ("part", {}),
    "plans_tie": ("part", {}),
    "plans_untie": ("part", {}),
    "plans_topic": ("part", {}),
}
