"""The addresses of: events that are waited for."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.awaited.views import awaited, change, drop, event, new, record

FOLLOW = Permission.FOLLOW_ACTIONS

urlpatterns: list[URLPattern] = [
    path("", reads(Permission.READ_RECORD, awaited), name="awaited"),
    path("new", form(FOLLOW, new), name="awaited_new"),
    path("<int:key>/", reads(Permission.READ_RECORD, event), name="awaited_event"),
    path("<int:key>/record", writes(FOLLOW, record), name="awaited_record"),
    path("<int:key>/drop", writes(FOLLOW, drop), name="awaited_drop"),
    path("<int:key>/change", writes(FOLLOW, change), name="awaited_change"),
]
