"""The addresses of: agendas: written by themselves, changed by people, sent out with their pack."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
