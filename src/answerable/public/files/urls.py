"""The addresses of files, each behind its meeting's."""

from __future__ import annotations

from django.urls import path

from answerable.public.files.views import file, file_version
from answerable.web.policy import shows

FILE = "<slug:office>/<slug:forum>/<slug:date>/files/<str:name>"

urlpatterns = [
    path(FILE, shows(file), name="public_file"),
    path(f"{FILE}/version/<int:number>", shows(file_version), name="public_file_version"),
]
