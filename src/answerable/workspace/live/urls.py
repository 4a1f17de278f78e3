"""The addresses of: live minutes: typed as plain lines, read as they are typed."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
