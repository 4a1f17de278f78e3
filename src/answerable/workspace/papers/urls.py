"""The addresses of: terms of reference and briefing notes: asked for, sent in, judged."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
