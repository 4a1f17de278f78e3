"""The addresses of: topics."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.topics import editing
from answerable.workspace.topics.views import decide, topic, topics

READ, DECIDE = Permission.READ_RECORD, Permission.DECIDE_TOPICS

urlpatterns: list[URLPattern] = [
    path("", reads(READ, topics), name="topics"),
    path("new/", form(DECIDE, editing.make), name="new_topic"),
    path("<int:key>/", reads(READ, topic), name="topic"),
    path("<int:key>/decide", writes(DECIDE, decide), name="decide_topic"),
    path("<int:key>/edit/", reads(DECIDE, editing.edit), name="edit_topic"),
    path("<int:key>/rename", writes(DECIDE, editing.rename), name="rename_topic"),
    path("<int:key>/merge", writes(DECIDE, editing.merge), name="merge_topic"),
    path("<int:key>/part", writes(DECIDE, editing.part), name="part_topic"),
    path("<int:key>/split", writes(DECIDE, editing.split), name="split_topic"),
    path("<int:key>/tie", writes(DECIDE, editing.tie), name="tie_topic"),
    path("<int:key>/untie", writes(DECIDE, editing.untie), name="untie_topic"),
]
