"""The addresses of bulk files."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from answerable.public.data.views import data, file
from answerable.web.policy import shows

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:office>/data", shows(data), name="public_data"),
    path("<slug:office>/data/<str:name>", shows(file), name="public_data_file"),
]
