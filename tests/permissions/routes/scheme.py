"""What meets the duties of the publication scheme."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "scheme_add": ("", {"duty": "interests"}),
    "scheme_change": ("duty_met", {}),
    "scheme_remove": ("duty_met", {}),
}
