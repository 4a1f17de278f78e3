"""The addresses of: how far the office is assured, item by item, and what it rests on."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads
from answerable.workspace.assurance.views import assurance, judge

urlpatterns: list[URLPattern] = [
    path("", reads(Permission.READ_RECORD, assurance), name="assurance"),
    path("items/<int:key>/", form(Permission.PUT_ASSURANCE, judge), name="judge"),
]
