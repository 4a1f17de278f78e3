"""Writes of minutes: lines as they are typed, who is there, judgements."""

from answerable.minuting.operations.assuring import put_assurance
from answerable.minuting.operations.lines import (
    add_lines,
    change_line,
    keep_typed,
    move_line,
    remove_line,
    restore_line,
    write_line,
    write_lines,
)
from answerable.minuting.operations.reading import keep_drafts, read_again
from answerable.minuting.operations.roll import change_present, mark_holder, mark_typed, remove_present
from answerable.minuting.operations.starting import start_minutes

__all__ = [
    "add_lines",
    "change_line",
    "change_present",
    "keep_drafts",
    "keep_typed",
    "mark_holder",
    "mark_typed",
    "move_line",
    "put_assurance",
    "read_again",
    "remove_line",
    "remove_present",
    "restore_line",
    "start_minutes",
    "write_line",
    "write_lines",
]
