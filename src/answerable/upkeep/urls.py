"""The addresses for machines that watch this one."""

from __future__ import annotations

from django.urls import path

from answerable.core.permissions.table import Permission
from answerable.upkeep import views
from answerable.web.policy import reads

OPEN = Permission.OPEN_PAGES  # whoever asks is no person; the figures look at the address besides

urlpatterns = [
    path("health/live", reads(OPEN, views.live), name="health_live"),
    path("health/ready", reads(OPEN, views.ready), name="health_ready"),
    path("metrics", reads(OPEN, views.metrics), name="metrics"),
]
