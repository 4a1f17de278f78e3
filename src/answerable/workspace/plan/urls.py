"""The addresses of: the forward plan: the year, its deadlines, what was moved, and how each forum meets."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
