"""Originals: the file as it was sent in, and pictures of its pages."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404

from answerable.accounts.shown import shows
from answerable.documents.models import Document
from answerable.documents.pictures import NoPicture, page_picture
from answerable.documents.seen import documents_seen_by
from answerable.web.actor import actor_of

A_DAY = 24 * 60 * 60  # seconds that a browser may keep an open picture: the file it shows never changes


def original(request: HttpRequest, key: int) -> FileResponse:
    """The file as a download: never shown as a page of ours, whatever is in it."""
    document = _document(request, key)
    shows(request, document)
    try:
        file = document.content.open("rb")
    except FileNotFoundError:
        raise Http404("The original is not in its place.") from None
    return FileResponse(
        file, as_attachment=True, filename=document.name, content_type="application/octet-stream"
    )


def page_image(request: HttpRequest, key: int, page: int) -> FileResponse:
    """A page of a PDF as PNG."""
    document = _document(request, key)
    shows(request, document)
    try:
        picture = page_picture(document, page)
    except NoPicture as reason:
        raise Http404(str(reason)) from None
    response = FileResponse(picture.path.open("rb"), content_type="image/png")
    if not document.restricted:
        response["Cache-Control"] = f"private, max-age={A_DAY}"
    return response


def _document(request: HttpRequest, key: int) -> Document:
    """A document of the actor's office. Raises Http404 for one that is not there, or not theirs."""
    actor = actor_of(request)
    office = actor.office
    rows = documents_seen_by(actor, Document.objects.filter(office=office)).defer("text")
    return get_object_or_404(rows, pk=key)
