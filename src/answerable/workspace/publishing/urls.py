"""The addresses of: publication."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.publishing import acting, leaving_out, proposing
from answerable.workspace.publishing.views import desk, minutes, publication

READ, FORWARD = Permission.READ_PUBLISHING, Permission.PUT_FORWARD
DECIDE, REDACT = Permission.DECIDE_PUBLICATION, Permission.REDACT

urlpatterns: list[URLPattern] = [
    path("", reads(READ, desk), name="publishing"),
    path("clock", writes(DECIDE, acting.clock), name="publishing_clock"),
    path("new/<slug:subject>", form(FORWARD, proposing.whole), name="publish_subject"),
    path("meetings/<int:key>/", reads(READ, minutes), name="publish_meeting"),
    path("meetings/<int:key>/put-forward", form(FORWARD, proposing.minutes), name="publish_minutes"),
    path("meetings/<int:key>/agenda", form(FORWARD, proposing.agenda), name="publish_agenda"),
    path("meetings/<int:key>/original", form(FORWARD, proposing.original), name="publish_original"),
    path("meetings/<int:key>/leave-out", form(REDACT, leaving_out.name), name="leave_out_name"),
    path("lines/<int:key>/leave-out", form(REDACT, leaving_out.line), name="leave_out_line"),
    path("items/<int:key>/leave-out", form(REDACT, leaving_out.item), name="leave_out_item"),
    path("papers/<int:key>/leave-out", form(REDACT, leaving_out.file), name="leave_out_file"),
    path("left-out/<int:key>/lift", form(REDACT, leaving_out.lift), name="leave_in"),
    path("<int:key>/", reads(READ, publication), name="publication"),
    path("<int:key>/decide", writes(DECIDE, acting.decide), name="publication_decide"),
    path("<int:key>/answer", writes(FORWARD, acting.answer), name="publication_answer"),
    path("<int:key>/drop", form(DECIDE, acting.drop), name="publication_drop"),
    path("<int:key>/stop", form(DECIDE, acting.stop), name="publication_stop"),
    path("<int:key>/correct", form(FORWARD, acting.correct), name="publication_correct"),
    path("<int:key>/withdraw", form(DECIDE, acting.withdraw), name="publication_withdraw"),
    path("<int:key>/put-back", form(FORWARD, acting.put_back), name="publication_put_back"),
]
