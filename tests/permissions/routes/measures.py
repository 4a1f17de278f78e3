"""Where the addresses of measures lead."""

from __future__ import annotations

from typing import Any

ROUTES: dict[str, tuple[str, dict[str, Any]]] = {
    "measure": ("measure", {}),
    "measure_areas": ("measure", {}),
    "measure_set": ("measure", {}),
    "measure_csv": ("measure", {}),
    "measure_edit": ("measure", {}),
    "measure_definition_new": ("measure", {}),
    "measure_definition_edit": ("definition", {}),
    "measure_line_new": ("measure", {}),
    "measure_line_edit": ("set_line", {}),
    "measure_line_remove": ("set_line", {}),
    "measure_event_new": ("measure", {}),
    "measure_event_edit": ("measure_event", {}),
    "measure_event_remove": ("measure_event", {}),
    "measure_gap_new": ("measure", {}),
    "measure_gap_edit": ("gap", {}),
    "measure_gap_remove": ("gap", {}),
    "measure_series_new": ("measure", {}),
    "measure_series_edit": ("series", {}),
    "measure_series_remove": ("series", {}),
    "measure_phase_new": ("series", {}),
    "measure_phase_take_back": ("phase", {}),
}
