"""The addresses of: work that the office pays for."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.funding import changing, views

READ, WRITE = Permission.READ_RECORD, Permission.WRITE_PLANS

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.fundings), name="fundings"),
    path("unreported/", reads(READ, views.unreported), name="funding_unreported"),
    path("new", form(WRITE, changing.new), name="funding_new"),
    path("<int:key>/", reads(READ, views.funding), name="funding"),
    path("<int:key>/edit", form(WRITE, changing.edit), name="funding_edit"),
    path("<int:key>/reports", writes(WRITE, changing.report), name="funding_report"),
    path("<int:key>/tie", writes(WRITE, changing.tie), name="funding_tie"),
    path("<int:key>/untie", writes(WRITE, changing.untie), name="funding_untie"),
]
