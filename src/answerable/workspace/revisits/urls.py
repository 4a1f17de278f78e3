"""The addresses of: what is to come back to a later meeting."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
