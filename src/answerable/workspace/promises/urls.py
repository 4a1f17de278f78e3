"""The addresses of: promises that nobody marked as actions."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.promises import deciding, views

READ, FOLLOW = Permission.READ_RECORD, Permission.FOLLOW_PROMISES

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.promises), name="promises"),
    path("all.csv", reads(READ, views.promises_csv), name="promises_csv"),
    path("dismiss", writes(FOLLOW, deciding.dismiss_many), name="promises_dismiss"),
    path("<int:key>/", reads(READ, views.promise), name="promise"),
    path("<int:key>/promote", form(FOLLOW, deciding.promote), name="promise_promote"),
    path("<int:key>/watch", writes(FOLLOW, deciding.watch), name="promise_watch"),
    path("<int:key>/dismiss", writes(FOLLOW, deciding.dismiss), name="promise_dismiss"),
    path("<int:key>/judge", writes(FOLLOW, deciding.judge), name="promise_judge"),
    path("<int:key>/take-back", writes(FOLLOW, deciding.take_back), name="promise_take_back"),
]
