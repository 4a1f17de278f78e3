"""Originals and their pages."""

from __future__ import annotations

from django.urls import path

from answerable.documents.views import original, page_image

urlpatterns = [
    path("documents/<int:key>/original", original, name="original"),
    path("documents/<int:key>/pages/<int:page>.png", page_image, name="page_image"),
]
