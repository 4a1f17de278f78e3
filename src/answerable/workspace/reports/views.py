"""Packs in one go: reports to the panel and of performance, a post's handover note; pages and files."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.accounts.shown import shows
from answerable.components.words import as_name, date
from answerable.core.minutes.sheet import Sheet
from answerable.core.reports.handover import handover_sheet
from answerable.core.reports.panel import PanelReport, panel_sheet
from answerable.core.reports.performance import TIERS, performance_sheet
from answerable.people.models import Post
from answerable.web.address import Asked, asked, with_values
from answerable.web.download import download
from answerable.workspace.agenda.reader import Reader, reader_of
from answerable.workspace.here import Here, here
from answerable.workspace.register.queries import topic_choices
from answerable.workspace.reports.handing import handover_of, post_at
from answerable.workspace.reports.panelling import panel_report, topic_asked
from answerable.workspace.reports.performing import DRAWN, meeting_asked, meetings_ahead, performance
from answerable.writers.files import FORMATS

OPEN = "open"  # ?parts=open leaves out what is restricted


def packs(request: HttpRequest) -> HttpResponse:
    """Which there are, and for whom."""
    at = here(request)
    posts = Post.objects.filter(office_id=at.office_id, owned__isnull=False).distinct().order_by("title")
    context = {"at": at, "posts": [(one.pk, as_name(one.title)) for one in posts]}
    return render(request, "workspace/reports/packs.html", context)


def handover(request: HttpRequest, key: int) -> HttpResponse:
    """All that a post owes, on one page."""
    reader = _reader(request)
    note = handover_of(reader, post_at(reader, key))
    shows(request, *reader.shown)
    return render(request, "workspace/reports/handover.html", _context(request, note, key=key))


def handover_file(request: HttpRequest, key: int, suffix: str) -> HttpResponse:
    """The same as a file."""
    reader = _reader(request)
    post = post_at(reader, key)
    note = handover_of(reader, post)
    shows(request, *reader.shown)
    return _file(handover_sheet(note), f"handover-{post.abbreviation or post.pk}", suffix)


def panel(request: HttpRequest) -> HttpResponse:
    """What the commissioner did, by objective or about one topic, on one page."""
    values, reader = asked(request), _reader(request)
    report = _panel(reader, values)
    shows(request, *reader.shown)
    context = _context(request, report) | {
        "asked": values, "topics": topic_choices(reader.here), "topic": values.number("topic", "a topic"),
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/reports/panel.html", context, status=status)


def panel_file(request: HttpRequest, suffix: str) -> HttpResponse:
    """The same as a file."""
    values, reader = asked(request), _reader(request)
    report = _panel(reader, values)
    if values.problems:
        return panel(request)
    shows(request, *reader.shown)
    return _file(panel_sheet(report), f"panel-{report.start}-{report.end}", suffix)


def performance_page(request: HttpRequest) -> HttpResponse:
    """What the figures say, for a meeting, on one page."""
    values, reader = asked(request), _reader(request)
    ahead = meetings_ahead(reader.here)
    meeting = meeting_asked(ahead, values.number("meeting", "the meeting"))
    report = performance(reader, meeting)
    shows(request, *reader.shown)
    context = _context(request, report) | {
        "asked": values, "meeting": meeting, "tiers": TIERS,
        "meetings": [(one.pk, f"{date(one.date)}, {one.forum.name}") for one in ahead],
    }  # fmt: skip
    status = 400 if values.problems else 200
    return render(request, "workspace/reports/performance.html", context, status=status)


def performance_file(request: HttpRequest, suffix: str) -> HttpResponse:
    """The same as a file."""
    values, reader = asked(request), _reader(request)
    meeting = meeting_asked(meetings_ahead(reader.here), values.number("meeting", "the meeting"))
    if values.problems:
        return performance_page(request)
    if suffix not in DRAWN:
        raise Http404("There is no such kind of file.")
    report = performance(reader, meeting, drawn=DRAWN[suffix])
    shows(request, *reader.shown)
    return _file(
        performance_sheet(report), f"performance-{meeting.date if meeting else report.today}", suffix
    )


def _reader(request: HttpRequest) -> Reader:
    return reader_of(here(request), open_only=request.GET.get("parts") == OPEN)


def _context(request: HttpRequest, told: object, **more: object) -> dict[str, object]:
    formats = {name: one for name, one in FORMATS.items() if name != "html"}
    query = with_values(request)
    open_only = request.GET.get("parts") == OPEN
    return {
        "at": here(request), "told": told, "formats": formats, "query": query if query != "?" else "",
        "open_only": open_only, "open_copy": with_values(request, parts=OPEN),
        "whole_copy": with_values(request, parts=None), **more,
    }  # fmt: skip


def _panel(reader: Reader, values: Asked) -> PanelReport:
    start, end = _time(values, reader.here)
    wanted = values.number("topic", "a topic")
    topic = topic_asked(reader, wanted)
    if wanted and topic is None:
        raise Http404("There is no such topic.")
    return panel_report(reader, start, end, topic)


def _time(values: Asked, at: Here) -> tuple[dt.date, dt.date]:
    """The time that is asked for; without one the financial year so far: 1 April to today."""
    first = dt.date(at.today.year - (at.today.month < 4), 4, 1)
    start = values.date("from", "the first day") or first
    end = values.date("to", "the last day") or at.today
    if end < start:
        values.refuse("to", "The last day is before the first: write a later one")
        return start, max(start, at.today)
    return start, end


def _file(sheet: Sheet, name: str, suffix: str) -> HttpResponse:
    if suffix not in FORMATS:
        raise Http404("There is no such kind of file.")
    form = FORMATS[suffix]  # type: ignore[index]
    plain = "".join(letter if letter.isalnum() or letter == "-" else "-" for letter in name.lower())
    return download(form.write(sheet), form.media_type, f"{plain}{form.suffix}")
