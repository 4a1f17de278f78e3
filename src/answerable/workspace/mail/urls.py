"""The addresses of: the outbox, and what mail somebody wants."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.mail.views import again, outbox, wishes

urlpatterns: list[URLPattern] = [
    path("", reads(Permission.READ_ACCOUNTS, outbox), name="outbox"),
    path("<int:key>/again", writes(Permission.MANAGE_ACCOUNTS, again), name="mail_again"),
    path("wishes", form(Permission.OWN_ACCOUNT, wishes), name="mail_wishes"),
]
