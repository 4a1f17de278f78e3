"""The addresses of: live minutes: typed as plain lines, read as they are typed."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.live.line import line, move, remove, restore, restrict
from answerable.workspace.live.presence import change, mark, roll
from answerable.workspace.live.views import add_item, live, report, start, type_lines

READ = Permission.READ_DRAFTS
TAKE = Permission.TAKE_MINUTES

urlpatterns: list[URLPattern] = [
    path("<int:key>/", reads(READ, live), name="live"),
    path("<int:key>/start", writes(TAKE, start), name="live_start"),
    path("<int:key>/lines", writes(TAKE, type_lines), name="live_lines"),
    path("<int:key>/items", writes(TAKE, add_item), name="live_item"),
    path("<int:key>/arising", writes(TAKE, report), name="live_arising"),
    path("<int:key>/roll/", reads(READ, roll), name="roll"),
    path("<int:key>/roll/mark", writes(TAKE, mark), name="roll_mark"),
    path("roll/<int:key>", writes(TAKE, change), name="roll_change"),
    path("lines/<int:key>/", form(TAKE, line), name="line"),
    path("lines/<int:key>/remove", writes(TAKE, remove), name="line_remove"),
    path("lines/<int:key>/restore", writes(TAKE, restore), name="line_restore"),
    path("lines/<int:key>/move", writes(TAKE, move), name="line_move"),
    path("lines/<int:key>/restrict", writes(TAKE, restrict), name="line_restrict"),
]
