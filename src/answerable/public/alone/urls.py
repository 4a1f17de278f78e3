"""The addresses that only a public site which is served by itself has."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.http import require_safe

from answerable.core.permissions.table import Permission
from answerable.public.alone import views
from answerable.web.policy import READING, Policy, View, shows


def tells(view: View) -> View:
    """What machines ask: nothing of it is public record, and nobody is asked who they are."""
    answers: View = require_safe(view)
    answers.policy = Policy(Permission.OPEN_PAGES, READING)  # type: ignore[attr-defined]
    return answers


urlpatterns = [
    path("", shows(views.first), name="public_offices"),
    path("health/live", tells(views.live), name="public_health_live"),
    path("health/ready", tells(views.ready), name="public_health_ready"),
]
