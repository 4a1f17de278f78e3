"""Where the addresses of what should move a measure, and whether it did lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {}
