"""Has this been asked before?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from answerable.workspace.before import queries
from answerable.workspace.here import here

LONGEST = 2000  # letters of what somebody writes: more are not looked at
BESIDE = 3  # exchanges beside a form: the page has more


def asked_before(request: HttpRequest) -> HttpResponse:
    """Earlier exchanges like the text in the address; with ``part`` only them, to stand beside a form."""
    at = here(request)
    text = "".join(one if one.isprintable() else " " for one in request.GET.get("text", ""))
    text = " ".join(text.split())[:LONGEST]
    part = bool(request.GET.get("part"))
    found = queries.asked_before(at, text, BESIDE if part else queries.MOST_SHOWN)
    name = "found" if part else "before"
    return render(request, f"workspace/before/{name}.html", {"text": text, "found": found, "part": part})
