"""Where the addresses of an action and its steps lead."""

from __future__ import annotations

from typing import Any

STEPS = (
    "close",
    "move",
    "happen",
    "meet",
    "carry",
    "refer",
    "return",
    "merge",
    "split",
    "withdraw",
    "reopen",
)

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "action": ("action", {}),
    "action_refuse": ("report", {}),
    **{f"action_{step}": ("action", {}) for step in STEPS},
}
