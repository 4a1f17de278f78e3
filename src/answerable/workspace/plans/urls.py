"""The addresses of: plans and their objectives."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
