"""The addresses of: posts: who holds them, and who acts for them."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
