"""The addresses of: measures."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.measures import areas, keeping, phases, views
from answerable.workspace.measures.parts import (
    DEFINITION,
    EVENT,
    GAP,
    LINE,
    SERIES,
    adding,
    editing,
    removing,
)

READ, SET, DECIDE = Permission.READ_RECORD, Permission.SET_MEASURES, Permission.DECIDE_PHASES

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.measures), name="measures"),
    path("new", form(SET, keeping.new), name="measure_new"),
    path("phases/", reads(READ, phases.phases), name="measure_phases"),
    path("phases/<int:key>/take-back", form(DECIDE, phases.take_back), name="measure_phase_take_back"),
    path("<int:key>/", reads(READ, views.measure), name="measure"),
    path("<int:key>/areas/", reads(READ, areas.areas), name="measure_areas"),
    path("<int:key>/set/", reads(READ, views.set_about), name="measure_set"),
    path("<int:key>/figures.csv", reads(READ, views.figures), name="measure_csv"),
    path("<int:key>/edit", form(SET, keeping.edit), name="measure_edit"),
    path("<int:key>/definitions/new", form(SET, adding(DEFINITION)), name="measure_definition_new"),
    path("definitions/<int:key>/edit", form(SET, editing(DEFINITION)), name="measure_definition_edit"),
    path("<int:key>/lines/new", form(SET, adding(LINE)), name="measure_line_new"),
    path("lines/<int:key>/edit", form(SET, editing(LINE)), name="measure_line_edit"),
    path("lines/<int:key>/remove", writes(SET, removing(LINE)), name="measure_line_remove"),
    path("<int:key>/events/new", form(SET, adding(EVENT)), name="measure_event_new"),
    path("events/<int:key>/edit", form(SET, editing(EVENT)), name="measure_event_edit"),
    path("events/<int:key>/remove", writes(SET, removing(EVENT)), name="measure_event_remove"),
    path("<int:key>/gaps/new", form(SET, adding(GAP)), name="measure_gap_new"),
    path("gaps/<int:key>/edit", form(SET, editing(GAP)), name="measure_gap_edit"),
    path("gaps/<int:key>/remove", writes(SET, removing(GAP)), name="measure_gap_remove"),
    path("<int:key>/series/new", form(SET, adding(SERIES)), name="measure_series_new"),
    path("series/<int:key>/edit", form(SET, editing(SERIES)), name="measure_series_edit"),
    path("series/<int:key>/remove", writes(SET, removing(SERIES)), name="measure_series_remove"),
    path("series/<int:key>/phase", form(DECIDE, phases.decide), name="measure_phase_new"),
]
