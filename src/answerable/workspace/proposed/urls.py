"""The addresses of: what figures propose for an agenda."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads, writes
from answerable.workspace.proposed import views

DRAFTS, WRITE, DECIDE = Permission.READ_DRAFTS, Permission.WRITE_AGENDAS, Permission.DECIDE_PHASES

urlpatterns: list[URLPattern] = [
    path("", reads(DRAFTS, views.proposals), name="measures_proposed"),
    path("<int:key>/", reads(DRAFTS, views.proposal), name="proposed"),
    path("<int:key>/take", writes(WRITE, views.take), name="proposed_take"),
    path("<int:key>/refuse", writes(DECIDE, views.refuse), name="proposed_refuse"),
]
