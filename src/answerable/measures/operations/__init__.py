"""Writes of measures: kept, defined, held against lines, read with events; and steps that people decide."""

from answerable.measures.operations.defining import add_definition, edit_definition
from answerable.measures.operations.happening import (
    add_event,
    add_gap,
    edit_event,
    edit_gap,
    remove_event,
    remove_gap,
)
from answerable.measures.operations.keeping import add_measure, edit_measure
from answerable.measures.operations.lines import add_line, edit_line, remove_line
from answerable.measures.operations.phases import decide_phase, take_back_phase
from answerable.measures.operations.series import add_series, edit_series, remove_series

__all__ = [
    "add_definition",
    "add_event",
    "add_gap",
    "add_line",
    "add_measure",
    "add_series",
    "decide_phase",
    "edit_definition",
    "edit_event",
    "edit_gap",
    "edit_line",
    "edit_measure",
    "edit_series",
    "remove_event",
    "remove_gap",
    "remove_line",
    "remove_series",
    "take_back_phase",
]
