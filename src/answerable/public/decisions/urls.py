"""The addresses of decisions."""

from __future__ import annotations

from django.urls import path

from answerable.public.decisions import views
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/decisions", shows(views.decisions), name="public_decisions"),
    path("<slug:office>/decisions/<slug:decision>", shows(views.decision), name="public_decision"),
]
