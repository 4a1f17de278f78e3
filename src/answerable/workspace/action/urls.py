"""The addresses of: the life of one action, and the steps that are taken with it."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads
from answerable.workspace.action.stepping import refuse, step_page
from answerable.workspace.action.views import action

CLOSE, FOLLOW = Permission.CLOSE_ACTIONS, Permission.FOLLOW_ACTIONS

urlpatterns: list[URLPattern] = [
    path("<int:key>/", reads(Permission.READ_RECORD, action), name="action"),
    path("<int:key>/close", form(CLOSE, step_page("close")), name="action_close"),
    path("reports/<int:key>/refuse", form(CLOSE, refuse), name="action_refuse"),
    path("<int:key>/move", form(FOLLOW, step_page("move")), name="action_move"),
    path("<int:key>/happened", form(FOLLOW, step_page("happen")), name="action_happen"),
    path("<int:key>/met", form(FOLLOW, step_page("meet")), name="action_meet"),
    path("<int:key>/carry", form(FOLLOW, step_page("carry")), name="action_carry"),
    path("<int:key>/refer", form(FOLLOW, step_page("refer")), name="action_refer"),
    path("<int:key>/return", form(FOLLOW, step_page("return")), name="action_return"),
    path("<int:key>/merge", form(FOLLOW, step_page("merge")), name="action_merge"),
    path("<int:key>/split", form(FOLLOW, step_page("split")), name="action_split"),
    path("<int:key>/withdraw", form(FOLLOW, step_page("withdraw")), name="action_withdraw"),
    path("<int:key>/reopen", form(FOLLOW, step_page("reopen")), name="action_reopen"),
]
