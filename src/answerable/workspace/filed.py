"""A file that comes with a form and is kept as it is: how it is received, and what of it operations take."""

from __future__ import annotations

import mimetypes
from typing import Any

from django.http import HttpRequest

from answerable.intake.uploads import Limits, Spool, keep, limits, original_path, problem_with
from answerable.plans.operations.files import NewFile

UNKNOWN = "application/octet-stream"


def spooling(request: HttpRequest) -> None:
    """Receive one file to the disk. Called before anything of the form is looked at, the key that ties it to
    its session among it; so the view is exempt from that check and does it itself first thing afterwards."""
    most = limits()
    request.upload_handlers = [Spool(request, Limits(most.file, most.file, 1))]


def filed(request: HttpRequest, restricted: str = "") -> tuple[NewFile | None, str]:
    """The file that came, kept on the disk, and ""; None and the sentence where it is of no use; None and ""
    where none came. ``restricted`` is the reason why not everybody may have it."""
    files: list[Any] = request.FILES.getlist("file")
    spool = request.upload_handlers[0]
    assert isinstance(spool, Spool)
    problem = spool.problem or (problem_with(files) if files else "")
    if problem or not files:
        return None, problem
    stored = keep(files[0])
    kind = mimetypes.guess_type(stored.name)[0] or UNKNOWN
    content = original_path(stored.sha256).read_bytes()
    return NewFile(stored.name, kind, stored.sha256, content, restricted), ""
