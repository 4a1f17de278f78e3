"""Where the addresses of publication lead."""

from __future__ import annotations

from typing import Any

MEETING = "wyvern-valley/assurance-meeting/2019-03-12"

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "publish_subject": ("", {"subject": "office"}),
    "publish_meeting": ("meeting", {}),
    "publish_minutes": ("meeting", {}),
    "publish_agenda": ("planned", {}),
    "publish_original": ("meeting", {}),
    "leave_out_file": ("version", {}),
    "leave_out_name": ("meeting", {}),
    "leave_out_line": ("entry", {}),
    "leave_out_item": ("item", {}),
    "leave_in": ("redaction", {}),
    "publication": ("publication", {}),
    "publication_preview": ("publication", {"path": MEETING}),
    "publish_preview": ("meeting", {"path": MEETING}),
    "publication_decide": ("publication", {}),
    "publication_answer": ("publication", {}),
    "publication_drop": ("publication", {}),
    "publication_stop": ("publication", {}),
    "publication_correct": ("publication", {}),
    "publication_withdraw": ("publication", {}),
    "publication_put_back": ("publication", {}),
}
