"""The addresses of the areas of the force."""

from __future__ import annotations

from django.urls import path

from answerable.public.areas.views import area, areas
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/areas", shows(areas), name="public_areas"),
    path("<slug:office>/areas/<slug:area>", shows(area), name="public_area"),
]
