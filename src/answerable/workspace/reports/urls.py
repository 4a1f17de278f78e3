"""The addresses of: packs in one go: the panel's report, the performance report, the handover note."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads
from answerable.workspace.reports import views

READ = Permission.READ_RECORD

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.packs), name="packs"),
    path("panel/", reads(READ, views.panel), name="panel_report"),
    path("panel.<slug:suffix>", reads(READ, views.panel_file), name="panel_report_file"),
    path("performance/", reads(READ, views.performance_page), name="performance_report"),
    path("performance.<slug:suffix>", reads(READ, views.performance_file), name="performance_report_file"),
    path("handover/<int:key>/", reads(Permission.READ_AGENDAS, views.handover), name="handover"),
    path(
        "handover/<int:key>.<slug:suffix>",
        reads(Permission.READ_AGENDAS, views.handover_file),
        name="handover_file",
    ),
]
