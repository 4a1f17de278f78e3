"""The addresses of versions of whatever has no page of its own for them."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from answerable.public.versions.views import named_version, office_version, part_version
from answerable.web.policy import shows


class Folder(StringConverter):
    """Where parts of a kind stand; no forum has one of these names."""

    regex = "topics|measures|decisions"


register_converter(Folder, "folder")

FIRST = [
    path("<slug:office>/version/<int:number>", shows(office_version), name="public_office_version"),
    path(
        "<slug:office>/<folder:folder>/<slug:name>/version/<int:number>",
        shows(named_version),
        name="public_named_version",
    ),
]
"""Stand before the addresses of forums and meetings, which would fit, too."""
urlpatterns = [
    path("<slug:office>/<path:rest>/version/<int:number>", shows(part_version), name="public_part_version"),
]
"""Come after all others."""
