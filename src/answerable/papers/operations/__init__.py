"""Writes: terms of reference and their templates, briefing notes, what answers what, judgements."""

from answerable.papers.operations.covering import confirm_coverage, say_parts
from answerable.papers.operations.judging import judge
from answerable.papers.operations.notes import send_note
from answerable.papers.operations.points import edit_point, move_point, remove_point
from answerable.papers.operations.templates import remove_template, save_template
from answerable.papers.operations.terms import add_points, copy_points, send_terms, set_introduction

__all__ = [
    "add_points",
    "confirm_coverage",
    "copy_points",
    "edit_point",
    "judge",
    "move_point",
    "remove_point",
    "remove_template",
    "save_template",
    "say_parts",
    "send_note",
    "send_terms",
    "set_introduction",
]
