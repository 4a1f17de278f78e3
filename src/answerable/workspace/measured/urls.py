"""The addresses of: what should move a measure, and whether it did."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
