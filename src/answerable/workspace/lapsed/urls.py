"""The addresses of: what was promised and never heard of again."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
