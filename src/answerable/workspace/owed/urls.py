"""The addresses of: what each side owes, and its reports."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads, writes
from answerable.workspace.owed.reporting import draft, drop, release
from answerable.workspace.owed.views import owed, report

READ = Permission.READ_PAPERS
DRAFT = Permission.DRAFT_REPORTS

urlpatterns: list[URLPattern] = [
    path("", reads(READ, owed), name="owed"),
    path("<int:key>/report", reads(READ, report), name="owed_report"),
    path("<int:key>/report/save", writes(DRAFT, draft), name="owed_save"),
    path("<int:key>/report/release", writes(Permission.RELEASE_REPORTS, release), name="owed_release"),
    path("drafts/<int:key>/drop", writes(DRAFT, drop), name="owed_drop"),
]
