"""The addresses of: topics."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads, writes
from answerable.workspace.topics.views import decide, topic, topics

READ = Permission.READ_RECORD

urlpatterns: list[URLPattern] = [
    path("", reads(READ, topics), name="topics"),
    path("<int:key>/", reads(READ, topic), name="topic"),
    path("<int:key>/decide", writes(Permission.DECIDE_TOPICS, decide), name="decide_topic"),
]
