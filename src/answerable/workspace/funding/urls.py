"""The addresses of: work that the office pays for."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
