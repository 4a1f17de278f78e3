"""The addresses of: minutes after the meeting: checked, agreed, seen, approved, and given out as files."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.approval.comparing import comparison
from answerable.workspace.approval.files import minutes_file
from answerable.workspace.approval.remarks import answer, lines, remark
from answerable.workspace.approval.views import agree, approval, mend, take

READ = Permission.READ_RESTRICTED  # the office, and the force once the minutes are sent to it
TAKE = Permission.TAKE_MINUTES

urlpatterns: list[URLPattern] = [
    path("<int:key>/", reads(READ, approval), name="approval"),
    path("<int:key>/take", writes(TAKE, take), name="approval_take"),
    path("<int:key>/agree", writes(Permission.AGREE_MINUTES, agree), name="approval_agree"),
    path("<int:key>/mend", writes(TAKE, mend), name="approval_mend"),
    path("<int:key>/lines/", reads(READ, lines), name="approval_lines"),
    path("<int:key>/remark", form(Permission.REMARK_ON_MINUTES, remark), name="approval_remark"),
    path("<int:key>/compare", reads(READ, comparison), name="approval_compare"),
    path("<int:key>/minutes.<slug:form>", reads(Permission.READ_RECORD, minutes_file), name="minutes_file"),
    path("remarks/<int:key>/", form(TAKE, answer), name="approval_answer"),
]
