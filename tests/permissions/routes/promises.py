"""Where the addresses of promises lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "promise": ("promise", {}),
    "promise_promote": ("promise", {}),
    "promise_watch": ("promise", {}),
    "promise_dismiss": ("promise", {}),
    "promise_judge": ("promise", {}),
    "promise_take_back": ("promise", {}),
}
