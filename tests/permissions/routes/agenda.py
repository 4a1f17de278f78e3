"""Agendas, questions and packs."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "agenda": ("planned", {}),
    "frozen_agenda": ("planned", {"number": 1}),
    "arising": ("planned", {}),
    "pack": ("planned", {}),
    "pack_file": ("planned", {"suffix": "html"}),
    "write_agenda": ("planned", {}),
    "add_item": ("planned", {}),
    "put_back_item": ("planned", {}),
    "send_out_agenda": ("planned", {}),
    "meeting_questions": ("planned", {}),
    "questions": ("forum", {}),
    "take_question": ("forum", {}),
    "decide_questions": ("forum", {}),
    "question": ("question", {}),
    "change_question": ("question", {}),
    "answer_question": ("question", {}),
    "agenda_item": ("agenda_item", {}),
    "move_item": ("agenda_item", {}),
    "take_off_item": ("agenda_item", {}),
    "carry_item": ("agenda_item", {}),
}
