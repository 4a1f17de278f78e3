"""Open data of an office: what there is, and the files."""

from __future__ import annotations

import io

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from answerable.components import words
from answerable.core.publication.open_data.resources import RESOURCES
from answerable.public.data.dumping import READ_ME_NAME, Dump, good_dump, opened
from answerable.public.data.files import ALL, FILES, SUMS, media_type
from answerable.public.data.packing import READ_ME, pack, sum_of, sums
from answerable.public.pages import office_at, page
from answerable.published.open_data import as_of, how_many

SMALL = 2_000  # lines of an office: about a second's work, so its files are made when they are asked for
AGAIN = 3600  # seconds
LATER = gettext_noop(
    "Something in these files was corrected or withdrawn, so they are being made again. "
    "Try again in an hour, or use the API at /api."
)


def data(request: HttpRequest, office: str) -> HttpResponse:
    """What files there are."""
    told, counts, held = office_at(office), how_many(office), good_dump(office)
    small = sum(counts.values()) <= SMALL
    rows = [
        {
            "name": one.name,
            "says": words.said(one.says),
            "count": counts.get(one.kind, 0),
            "sizes": _sizes(held, one.name),
        }
        for one in RESOURCES
    ]
    context = {
        "office": told, "title": _("Open data"), "rows": rows, "as_of": as_of(), "ready": held or small,
        "all_size": held.files[ALL][1] if held else None,
    }  # fmt: skip
    return page(request, "public/data/data.html", context)


def _sizes(held: Dump | None, name: str) -> dict[str, int]:
    endings = ("csv", "jsonl") if held else ()
    return {one: held.files[f"{name}.{one}"][1] for one in endings if held and f"{name}.{one}" in held.files}


def file(request: HttpRequest, office: str, name: str) -> HttpResponseBase:
    """A file: from the last dump where that may be given out, else made now where there is little."""
    office_at(office)
    if name not in {*FILES, READ_ME_NAME, SUMS, ALL}:
        raise Http404(_("There is no such file."))
    answer = _from_disk(request, office, name) or _made_now(office, name) or _later()
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer


def _from_disk(request: HttpRequest, office: str, name: str) -> HttpResponseBase | None:
    held = good_dump(office)
    if held is None or name not in held.files:
        return None
    tag = f'"{held.files[name][0]}"'
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        answer: HttpResponseBase = HttpResponseNotModified()
    else:
        found = opened(office, held, name)
        if found is None:
            return None
        answer = FileResponse(found, as_attachment=True, filename=f"{office}-{name}")
        answer.headers["Content-Type"] = media_type(name)
    answer.headers["ETag"] = tag
    return answer


def _made_now(office: str, name: str) -> HttpResponseBase | None:
    if sum(how_many(office).values()) > SMALL:
        return None
    answer = HttpResponse(_bytes(office, name), content_type=media_type(name))
    answer.headers["Content-Disposition"] = f'attachment; filename="{office}-{name}"'
    return answer


def _bytes(office: str, name: str) -> bytes:
    if name in FILES or name == READ_ME_NAME:
        return _plain(office, name)
    files = {one: _plain(office, one) for one in (*FILES, READ_ME_NAME)}
    files[SUMS] = sums({one: sum_of([content]) for one, content in files.items()})
    if name == SUMS:
        return files[SUMS]
    packed = io.BytesIO()
    pack(packed, ((one, [content]) for one, content in files.items()))
    return packed.getvalue()


def _plain(office: str, name: str) -> bytes:
    return READ_ME.encode() if name == READ_ME_NAME else b"".join(FILES[name](office))


def _later() -> HttpResponse:
    answer = HttpResponse(_(LATER), status=503, content_type="text/plain; charset=utf-8")
    answer.headers["Retry-After"] = str(AGAIN)
    return answer
