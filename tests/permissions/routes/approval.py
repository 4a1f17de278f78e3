from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "approval": ("planned", {}),
    "approval_take": ("planned", {}),
    "approval_agree": ("planned", {}),
    "approval_mend": ("planned", {}),
    "approval_lines": ("planned", {}),
    "approval_remark": ("planned", {}),
    "approval_compare": ("planned", {}),
    "minutes_file": ("meeting", {"form": "html"}),
    "approval_answer": ("remark", {}),
}
