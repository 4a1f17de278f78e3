from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "planned": ("planned", {}),
    "plan_edit": ("planned", {}),
    "plan_move": ("planned", {}),
    "plan_cancel": ("planned", {}),
    "plan_take_off": ("planned", {}),
    "plan_deadline": ("planned", {"kind": "papers"}),
    "plan_feed": ("", {"secret": "nobody-knows-this"}),
    "forum": ("forum", {}),
    "forum_settings": ("forum", {}),
    "forum_standing": ("forum", {}),
}
