"""The addresses of: how far the office is assured, item by item, and what it rests on."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
