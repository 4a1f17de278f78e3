"""Writes of minutes: lines as they are typed, who is there, judgements, the way to approval."""

from answerable.minuting.operations.approving import take_step
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
from answerable.minuting.operations.mending import insert_behind, restrict_like, rewrite, take_off
from answerable.minuting.operations.reading import keep_drafts, read_again
from answerable.minuting.operations.remarking import answer_remark, remark, with_the_force
from answerable.minuting.operations.restricting import restrict_line
from answerable.minuting.operations.roll import change_present, mark_holder, mark_typed, remove_present
from answerable.minuting.operations.starting import start_minutes
from answerable.minuting.operations.versions import keep_version

__all__ = [
    "add_lines",
    "answer_remark",
    "change_line",
    "change_present",
    "insert_behind",
    "keep_drafts",
    "keep_typed",
    "keep_version",
    "mark_holder",
    "mark_typed",
    "move_line",
    "put_assurance",
    "read_again",
    "remark",
    "remove_line",
    "remove_present",
    "restore_line",
    "restrict_like",
    "restrict_line",
    "rewrite",
    "start_minutes",
    "take_off",
    "take_step",
    "with_the_force",
    "write_line",
    "write_lines",
]
