from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "handover": ("post", {}),
    "handover_file": ("post", {"suffix": "docx"}),
    "panel_report_file": ("", {"suffix": "docx"}),
    "performance_report_file": ("", {"suffix": "docx"}),
}
