"""The addresses of: what figures propose for an agenda."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
