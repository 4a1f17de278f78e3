"""A file of figures is sent in: kept, and nothing of it counts before somebody has seen its preview."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from answerable.accounts.doing import do
from answerable.intake.uploads import Limits, Spool, keep, limits, original_path, problem_with
from answerable.measures.models import Load
from answerable.measures.operations.loading import WHY_RESTRICTED, take_figures_file
from answerable.plans.operations.files import NewFile
from answerable.readers.errors import Unreadable
from answerable.web.address import Asked
from answerable.workspace.here import here
from answerable.workspace.loading import queries
from answerable.workspace.loading.reading import check_figures_file


@csrf_exempt
def send(request: HttpRequest) -> HttpResponse:
    """The file. How it is received is settled before anything of the form is looked at."""
    if request.method != "POST":
        return _page(request, Asked({}))
    most = limits()
    request.upload_handlers = [Spool(request, Limits(most.file, most.file, 1))]
    return _send(request)


@csrf_protect
def _send(request: HttpRequest) -> HttpResponse:
    files: list[Any] = request.FILES.getlist("file")
    typed = Asked(request.POST.dict())
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    problem = spool.problem or problem_with(files)
    at = here(request)
    if problem or at.office is None:
        typed.refuse("file", problem)
        return _page(request, typed)
    stored = keep(files[0])
    content = original_path(stored.sha256).read_bytes()
    try:
        check_figures_file(content, stored.name)
    except Unreadable as refusal:
        typed.refuse("file", str(refusal))
        return _page(request, typed)
    kind = mimetypes.guess_type(stored.name)[0] or "application/octet-stream"
    file = NewFile(stored.name, kind, stored.sha256, content, WHY_RESTRICTED)
    said = f"Read {stored.name}: nothing is loaded yet."
    do(request, said, take_figures_file, office=at.office, file=file)
    load = queries.waiting(at, stored.sha256)
    return redirect("load_preview", load.pk) if load else redirect("load_figures")


def _page(request: HttpRequest, typed: Asked) -> HttpResponse:
    at = here(request)
    context = {
        "asked": typed,
        "limit": f"{limits().file // 2**20} MB",
        "waiting": queries.loads(at, Load.State.PENDING),
        "loaded": queries.loads(at, Load.State.LOADED),
        "mappings": queries.mappings(at).values(),
    }
    return render(request, "workspace/loading/send.html", context, status=400 if typed.problems else 200)
