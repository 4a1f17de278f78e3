"""The addresses of: loading figures."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, writes
from answerable.workspace.loading import areas, sending, views

LOAD = Permission.LOAD_FIGURES

urlpatterns: list[URLPattern] = [
    path("", form(LOAD, sending.send), name="load_figures"),
    path("areas", form(LOAD, areas.areas), name="load_areas"),
    path("<int:key>/", form(LOAD, views.look), name="load_preview"),
    path("<int:key>/drop", writes(LOAD, views.drop), name="load_drop"),
]
