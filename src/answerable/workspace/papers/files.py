"""Terms of reference on paper: a web page, a Word document, a PDF."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from answerable.components import words
from answerable.core.minutes.sheet import Sheet
from answerable.core.papers.terms import TermsOnPaper, terms_sheet
from answerable.meetings.models import Deadline, Meeting
from answerable.papers.models import Terms
from answerable.web.download import download
from answerable.workspace.here import here
from answerable.workspace.papers import queries, wording
from answerable.writers.files import FORMATS, write

DRAFT = "DRAFT – not sent to the force"


def terms_file(request: HttpRequest, key: int, form: str) -> HttpResponse:
    """The terms of reference as a file of that form, as far as the actor sees them."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    terms = queries.terms_of(at, meeting)
    if form not in FORMATS or terms is None:
        raise Http404("There is no such file.")
    kind = FORMATS[form]
    name = f"terms-{slugify(meeting.forum.name)[:60]}-{meeting.date:%Y-%m-%d}{kind.suffix}"
    return download(write(sheet_of(meeting, terms), form), kind.media_type, name)


def sheet_of(meeting: Meeting, terms: Terms) -> Sheet:
    """The terms laid out, with what was changed after they were sent."""
    due = meeting.deadlines.filter(kind=Deadline.Kind.PAPERS).first()
    force = meeting.office.forces.first()
    changes = [f"{wording.amendment(one)} ({words.moment(one.at)})" for one in terms.amendments.all()]
    paper = TermsOnPaper(
        forum=meeting.forum.name,
        meeting=words.date(meeting.date),
        office=meeting.office.name,
        force=force.name if force else f"The {meeting.office.chief_officer_label}",
        points=[one.text for one in terms.points.all()],
        introduction=terms.introduction,
        due=wording.due_by(due),
        sent=words.moment(terms.sent_at),
        changes=changes,
        marking="" if terms.sent_at else DRAFT,
    )
    return terms_sheet(paper)
