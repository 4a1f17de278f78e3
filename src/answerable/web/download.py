"""A file that is made for whoever asks."""

from __future__ import annotations

from django.http import HttpResponse


def download(content: bytes, media_type: str, name: str) -> HttpResponse:
    """The file to be kept, not shown. ``name`` is plain ASCII."""
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
