"""The addresses of partner bodies."""

from __future__ import annotations

from django.urls import path

from answerable.public.bodies.views import bodies, body
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/bodies", shows(bodies), name="public_bodies"),
    path("<slug:office>/bodies/<slug:body>", shows(body), name="public_body"),
]
