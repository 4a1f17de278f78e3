"""Where the addresses of what should move a measure, and whether it did lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "moves_action": ("action", {}),
    "moves_action_add": ("action", {}),
    "moves_action_remove": ("action_measure", {}),
    "moves_part": ("part", {}),
    "moves_part_add": ("part", {}),
    "moves_recommendation": ("recommendation", {}),
    "moves_recommendation_add": ("recommendation", {}),
    "moves_funding": ("funding", {}),
    "moves_funding_add": ("funding", {}),
    "moves_remove": ("measure_tie", {}),
    "claim_not": ("figure", {}),
    "claim_again": ("figure", {}),
}
