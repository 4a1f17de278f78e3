"""The addresses of people and posts."""

from __future__ import annotations

from django.urls import path

from answerable.public.people import views
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/people", shows(views.people), name="public_people"),
    path("<slug:office>/people/<slug:person>", shows(views.person), name="public_person"),
    path("<slug:office>/posts/<slug:post>", shows(views.post), name="public_post"),
]
