"""The addresses of: what was asked before."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
