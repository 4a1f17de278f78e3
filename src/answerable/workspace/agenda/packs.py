"""The pack as a page and as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.accounts.shown import shows
from answerable.core.agenda.arising import GROUPS
from answerable.core.agenda.pack import earlier_in_words, pack_sheet
from answerable.web.download import download
from answerable.workspace.agenda import queries
from answerable.workspace.agenda.packing import pack_of
from answerable.workspace.agenda.reader import reader_of
from answerable.workspace.agenda.views import day
from answerable.workspace.here import here
from answerable.writers.files import FORMATS

OPEN = "open"  # ?parts=open leaves out what is restricted


def pack(request: HttpRequest, key: int) -> HttpResponse:
    """All papers of a meeting on one page."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    open_only = request.GET.get("parts") == OPEN
    reader = reader_of(at, open_only=open_only)
    found = pack_of(reader, meeting)
    if found is None:
        return render(request, "workspace/agenda/unsent.html", {"at": at, "meeting": meeting})
    shows(request, *reader.shown)
    context = {
        "at": at, "meeting": meeting, "pack": found, "groups": GROUPS, "day": day, "open_only": open_only,
        "formats": {name: one for name, one in FORMATS.items() if name != "html"},
        "where": earlier_in_words, "unsent": reader.of_the_office,
    }  # fmt: skip
    return render(request, "workspace/agenda/pack.html", context)


def pack_file(request: HttpRequest, key: int, suffix: str) -> HttpResponse:
    """The same as a file."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    if suffix not in FORMATS:
        raise Http404("There is no such kind of file.")
    reader = reader_of(at, open_only=request.GET.get("parts") == OPEN)
    found = pack_of(reader, meeting)
    if found is None:
        raise Http404("No agenda has been sent out for this meeting yet.")
    shows(request, *reader.shown)
    form = FORMATS[suffix]
    name = f"pack-{meeting.forum.slug}-{meeting.date.isoformat()}{form.suffix}"
    return download(form.write(pack_sheet(found)), form.media_type, name)
