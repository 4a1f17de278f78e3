"""The addresses of: plans and their objectives."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.plans import importing, share, telling, views, writing

READ, WRITE = Permission.READ_RECORD, Permission.WRITE_PLANS

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.plans), name="plans"),
    path("share", reads(READ, share.share), name="plans_share"),
    path("new", form(WRITE, writing.new), name="plans_new"),
    path("import", form(WRITE, importing.upload), name="plans_import"),
    path("import/<int:key>/", form(WRITE, importing.look), name="plans_preview"),
    path("<int:key>/", reads(READ, views.plan), name="plans_plan"),
    path("<int:key>/change", form(WRITE, writing.edit), name="plans_edit"),
    path("<int:key>/parts/new", form(WRITE, writing.add), name="plans_add"),
    path("parts/<int:key>/", reads(READ, views.part), name="plans_part"),
    path("parts/<int:key>/change", form(WRITE, writing.part_edit), name="plans_part_edit"),
    path("parts/<int:key>/move", writes(WRITE, writing.move), name="plans_part_move"),
    path(
        "parts/<int:key>/progress",
        writes(Permission.REPORT_ON_PLANS, telling.progress),
        name="plans_progress",
    ),
    path("parts/<int:key>/tie", writes(WRITE, telling.tie), name="plans_tie"),
    path("parts/<int:key>/untie", writes(WRITE, telling.untie), name="plans_untie"),
    path("parts/<int:key>/topic", writes(WRITE, telling.topic), name="plans_topic"),
]
