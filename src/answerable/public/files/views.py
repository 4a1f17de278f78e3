"""Files as they were given out: handed over, never shown inside a page of ours."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from answerable.public.gone import gone_or_unknown, was_withdrawn
from answerable.public.pages import NOTHING_HERE, office_at
from answerable.published.models import Snapshot
from answerable.published.previewing import NOTHING, Over
from answerable.published.queries import snapshot_at

HARMLESS = "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
"""Should a browser show a file after all, nothing in it runs or fetches anything."""


def file(
    request: HttpRequest, office: str, forum: str, date: str, name: str, over: Over = NOTHING
) -> HttpResponse:
    """The file as it is now."""
    return _answer(request, f"{office}/{forum}/{date}/files/{name}", None, over)


def file_version(
    request: HttpRequest, office: str, forum: str, date: str, name: str, number: int
) -> HttpResponse:
    """The file as one publication froze it."""
    return _answer(request, f"{office}/{forum}/{date}/files/{name}", number)


def _answer(request: HttpRequest, path: str, number: int | None, over: Over = NOTHING) -> HttpResponse:
    found = snapshot_at(path, number, over)
    if found is None or found.kind != "file":
        told = office_at(path.split("/")[0])
        if number is None:
            return gone_or_unknown(request, told, path)
        raise Http404(NOTHING_HERE)
    if found.state == "withdrawn":
        return was_withdrawn(request, office_at(found.office), found)
    return _handed(found)


def _handed(found: Snapshot) -> HttpResponse:
    answer = HttpResponse(bytes(found.content), content_type=found.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(found)}"'
    answer.headers["Content-Security-Policy"] = HARMLESS
    answer.headers["X-Content-Type-Options"] = "nosniff"
    if found.state != "current":
        answer.headers["Link"] = f'</{found.path}>; rel="latest-version"'
    return answer


def file_name(found: Snapshot) -> str:
    """What it is saved as: "assurance-meeting-2018-03-27-minutes.pdf"; an old one says which it is."""
    _, forum, date, _, name = found.path.split("/")
    stem, dot, suffix = name.rpartition(".")
    old = f"-replaced-version-{found.version}" if found.state != "current" else ""
    return f"{forum}-{date}-{stem}{old}{dot}{suffix}"
