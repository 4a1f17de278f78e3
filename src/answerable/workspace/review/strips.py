"""The strip of the page that each doubt stands on, where the original is a PDF."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from markupsafe import Markup

from answerable.components.charts import page_crop
from answerable.documents.models import Document
from answerable.documents.pictures import NoPicture, Picture, page_picture
from answerable.workspace.review.queries import Doubt

MOST_PAGES = 6  # pictured for one view: drawing a page takes a fifth of a second the first time


def strips(document: Document | None, doubts: Sequence[Doubt]) -> list[Markup]:
    """A picture for each doubt, empty where there is none: the quote stands there in any case."""
    pictures: dict[int, Picture | None] = {}
    return [_strip(document, doubt, pictures) for doubt in doubts]


def _strip(document: Document | None, doubt: Doubt, pictures: dict[int, Picture | None]) -> Markup:
    place = next((one for one in doubt.source if one["page"] and one["bbox"]), None)
    if document is None or place is None:
        return Markup("")
    number = place["page"]
    if number not in pictures:
        pictures[number] = _picture(document, number) if len(pictures) < MOST_PAGES else None
    picture = pictures[number]
    if picture is None:
        return Markup("")
    boxes = [one["bbox"] for one in doubt.source if one["page"] == number and one["bbox"]]
    href = reverse("page_image", args=[document.pk, number])
    return page_crop(picture.width, boxes, href, picture.height, f"The line on page {number}")


def _picture(document: Document, number: int) -> Picture | None:
    try:
        return page_picture(document, number)
    except NoPicture:
        return None
