"""The gallery."""

from __future__ import annotations

from django.urls import path

from answerable.components.views import gallery

urlpatterns = [path("gallery/", gallery, name="gallery")]
