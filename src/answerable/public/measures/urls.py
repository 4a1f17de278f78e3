"""The addresses of measures."""

from __future__ import annotations

from django.urls import path

from answerable.public.measures import views
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/measures", shows(views.measures), name="public_measures"),
    path("<slug:office>/measures/<slug:measure>", shows(views.measure), name="public_measure"),
    path("<slug:office>/measures/<slug:measure>.csv", shows(views.measure_csv), name="public_measure_csv"),
]
