"""Writes of the intake: importing files, and what a person says of what was read."""

from answerable.intake.operations.correcting import correct_line, put_line_right
from answerable.intake.operations.finishing import Finished, finish_import
from answerable.intake.operations.importing import Outcome, import_minutes, import_records, refuse_file
from answerable.intake.operations.marking import mark, marking_version
from answerable.intake.operations.reviewing import accept_candidate, drop_candidate

__all__ = [
    "Finished",
    "Outcome",
    "accept_candidate",
    "correct_line",
    "drop_candidate",
    "finish_import",
    "import_minutes",
    "import_records",
    "mark",
    "marking_version",
    "put_line_right",
    "refuse_file",
]
