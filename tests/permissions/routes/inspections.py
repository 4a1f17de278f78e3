"""Where the addresses of inspections lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    **{
        name: ("inspection", {})
        for name in (
            "inspection", "inspection_edit", "inspection_file", "inspection_concerns", "recommendations_add",
            "response_published", "response_taken_back", "inspection_force", "inspection_office",
        )
    },
    "response_file": ("inspection", {"form": "html"}),
    **{
        name: ("recommendation", {})
        for name in (
            "recommendation", "recommendation_edit", "recommendation_remove", "recommendation_superseded",
            "recommendation_restored", "recommendation_tie", "recommendation_untie", "recommendation_force",
            "recommendation_office", "recommendation_force_state", "recommendation_office_state",
        )
    },
}  # fmt: skip
