"""The addresses of: minutes after the meeting: checked, agreed, seen, approved, and given out as files."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
