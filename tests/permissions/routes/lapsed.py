"""Where the addresses of what has lapsed lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "searched_action": ("action", {}),
    "searched_promise": ("promise", {}),
    "ask_about_action": ("action", {}),
    "ask_about_promise": ("promise", {}),
}
