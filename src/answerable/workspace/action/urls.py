"""The addresses of: the life of one action."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads
from answerable.workspace.action.views import action

urlpatterns: list[URLPattern] = [
    path("<int:key>/", reads(Permission.READ_RECORD, action), name="action"),
]
