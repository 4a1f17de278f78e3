"""The addresses of: packs in one go: the panel's report and the handover note."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
