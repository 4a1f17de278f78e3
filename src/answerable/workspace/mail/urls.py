"""The addresses of: the outbox, and what mail somebody wants."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
