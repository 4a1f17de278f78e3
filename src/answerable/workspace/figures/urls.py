"""The addresses of: what accountability adds up to."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads
from answerable.workspace.figures.areas import areas
from answerable.workspace.figures.views import figures, figures_csv

READ = Permission.READ_RECORD

urlpatterns: list[URLPattern] = [
    path("", reads(READ, figures), name="figures"),
    path("figures.csv", reads(READ, figures_csv), name="figures_csv"),
    path("areas", form(Permission.SET_POSTS, areas), name="areas"),
]
