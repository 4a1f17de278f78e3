"""The public addresses, as a table of contents. They end without a slash and are given for ever."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

FOLDERS = (
    "api", "home", "about", "actions", "topics", "measures", "people", "decisions", "areas", "bodies",
    "search", "feeds", "data", "scheme", "publications", "files", "meeting", "versions",
)  # fmt: skip
"""In this order: what stands behind an office's name is a page of ours before it is a forum of theirs."""

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include(f"answerable.public.{folder}.urls")) for folder in FOLDERS
]
