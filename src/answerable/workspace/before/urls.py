"""The addresses of: what was asked before."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads
from answerable.workspace.before.views import asked_before

urlpatterns: list[URLPattern] = [
    path("", reads(Permission.READ_RECORD, asked_before), name="asked_before"),
]
