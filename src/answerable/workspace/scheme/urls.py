"""The addresses of the publication scheme."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.scheme.views import add, change, remove, scheme

KEEP = Permission.KEEP_SCHEME

urlpatterns: list[URLPattern] = [
    path("", reads(Permission.READ_PUBLISHING, scheme), name="scheme"),
    path("<slug:duty>/add", form(KEEP, add), name="scheme_add"),
    path("met/<int:key>/", form(KEEP, change), name="scheme_change"),
    path("met/<int:key>/remove", writes(KEEP, remove), name="scheme_remove"),
]
