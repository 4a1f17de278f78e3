"""The addresses of: what was promised and never heard of again."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads, writes
from answerable.workspace.lapsed import views

READ, ASK = Permission.READ_RECORD, Permission.WRITE_AGENDAS

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.lapsed), name="lapsed"),
    path("all.csv", reads(READ, views.lapsed_csv), name="lapsed_csv"),
    path("actions/<int:key>/", reads(READ, views.searched_action), name="searched_action"),
    path("promises/<int:key>/", reads(READ, views.searched_promise), name="searched_promise"),
    path("actions/<int:key>/ask", writes(ASK, views.ask_action), name="ask_about_action"),
    path("promises/<int:key>/ask", writes(ASK, views.ask_promise), name="ask_about_promise"),
]
