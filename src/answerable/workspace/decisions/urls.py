"""The addresses of decisions that are recorded to be published."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads
from answerable.workspace.decisions.views import add, change, decisions

urlpatterns: list[URLPattern] = [
    path("", reads(Permission.READ_PUBLISHING, decisions), name="decisions"),
    path("new", form(Permission.KEEP_SCHEME, add), name="decision_new"),
    path("<int:key>/", form(Permission.KEEP_SCHEME, change), name="decision_edit"),
]
