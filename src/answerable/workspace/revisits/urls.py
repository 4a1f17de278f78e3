"""The addresses of: what is to come back to a later meeting."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.revisits.views import change, drop, new, note, revisit, revisits

READ, FOLLOW = Permission.READ_RECORD, Permission.FOLLOW_PROMISES

urlpatterns: list[URLPattern] = [
    path("", reads(READ, revisits), name="revisits"),
    path("new/<int:key>", form(FOLLOW, new), name="revisit_new"),
    path("<int:key>/", reads(READ, revisit), name="revisit"),
    path("<int:key>/change", writes(FOLLOW, change), name="revisit_change"),
    path("<int:key>/drop", writes(FOLLOW, drop), name="revisit_drop"),
    path("<int:key>/came-back", writes(FOLLOW, note), name="revisit_note"),
]
