"""The response to a report as one document: a web page, a Word document, a PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from answerable.components import words
from answerable.core.inspections.duty import response_due
from answerable.core.inspections.response import Point, Response, response_sheet
from answerable.plans.models import Inspection, Recommendation
from answerable.web.download import download
from answerable.workspace.here import here
from answerable.workspace.inspections import queries, wording
from answerable.writers.files import FORMATS, write


def response_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """The response as a file of that form: of all readers once it was published, of both sides before."""
    at = here(request)
    inspection = queries.inspection_at(at, key)
    if form not in FORMATS or not queries.sees_comments(at, inspection):
        raise Http404("There is no such file.")
    kind = FORMATS[form]
    name = f"response-{slugify(inspection.title)[:60]}-{inspection.published:%Y-%m-%d}{kind.suffix}"
    sheet = response_sheet(response_of(inspection, queries.of_report(inspection)))
    return download(write(sheet, form), kind.media_type, name)


def response_of(inspection: Inspection, rows: list[Recommendation]) -> Response:
    """The response as it is printed."""
    office = inspection.office
    return Response(
        title=inspection.title,
        inspectorate=inspection.inspectorate,
        published=words.date(inspection.published),
        due=words.date(response_due(inspection.published)),
        office=office.name,
        commissioner=office.commissioner_label,
        chief_officer=office.chief_officer_label,
        force_comment=inspection.force_comment,
        office_comment=inspection.office_comment,
        points=[_point(one) for one in rows],
        responded=words.date(inspection.responded_on, ""),
        address=inspection.address,
    )


def _point(one: Recommendation) -> Point:
    return Point(
        name=str(one),
        text=one.text,
        force=one.force_comment,
        office=one.office_comment,
        done=one.done_or_why_not,
        owner=one.post.title if one.post else "",
        due=words.date(one.due, ""),
        state=wording.state(one) if one.state != Recommendation.State.OPEN else "",
        instead=wording.name(one.superseded_by) if one.superseded_by else "",
    )
