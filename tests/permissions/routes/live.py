from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "live": ("planned", {}),
    "live_start": ("planned", {}),
    "live_lines": ("planned", {}),
    "live_item": ("planned", {}),
    "live_arising": ("planned", {}),
    "roll": ("planned", {}),
    "roll_mark": ("planned", {}),
    "roll_change": ("present", {}),
    "line": ("line", {}),
    "line_remove": ("line", {}),
    "line_restore": ("line", {}),
    "line_move": ("line", {}),
    "line_restrict": ("line", {}),
}
