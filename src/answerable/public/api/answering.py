"""How every address of the API is answered: for pages of any site, and never in HTML.

ETag, 304 and packing are those of every public page (``public.keeping``).
"""

from __future__ import annotations

import functools
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from answerable.public.api.problems import problem
from answerable.web.policy import READING, View

JSON = "application/json"
NO_SUCH = "There is no such address. /api lists all that there are."
NOT_ALLOWED = "This can only be read: ask with GET or HEAD."
NOT_READABLE = "The question cannot be read: it has too many values, or it is not in UTF-8."


def answers(view: View) -> View:
    """The view of an address with its policy (``shows``), as a machine may ask for it."""

    @functools.wraps(view)
    def answering(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        answer = _answer(view, request, args, values)
        answer.headers["Access-Control-Allow-Origin"] = "*"
        answer.headers["Access-Control-Expose-Headers"] = "ETag, Link"
        return answer

    answering.csrf_exempt = True  # type: ignore[attr-defined]  # nothing is written here: 405 says so
    return answering


def _answer(view: View, request: HttpRequest, args: Any, values: Any) -> HttpResponseBase:
    if request.method not in READING:
        answer = problem(405, NOT_ALLOWED)
        answer["Allow"] = ", ".join(sorted(READING))
        return answer
    asked, request.method = request.method, "GET"  # HEAD is the same answer; the server leaves its body out
    try:
        return view(request, *args, **values)
    except Http404 as missing:
        return problem(404, str(missing) or NO_SUCH)
    except (SuspiciousOperation, UnicodeError):
        return problem(400, NOT_READABLE)
    finally:
        request.method = asked


def json_answer(text: str, next_page: str | None = None) -> HttpResponse:
    """JSON with the address of what comes next in its header, too."""
    answer = HttpResponse(text, content_type=JSON)
    if next_page:
        answer.headers["Link"] = f'<{next_page}>; rel="next"'
    return answer
