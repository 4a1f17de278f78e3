"""Where the addresses of funded work lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "funding": ("funding", {}),
    "funding_edit": ("funding", {}),
    "funding_report": ("funding", {}),
    "funding_tie": ("funding", {}),
    "funding_untie": ("funding", {}),
}
