"""Where the addresses of who holds a post lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "post_holder": ("post", {}),
    "post_accounts": ("post", {}),
    "post_public": ("post", {}),
    "post_give": ("post", {}),
    "post_take_back": ("handover", {}),
}
