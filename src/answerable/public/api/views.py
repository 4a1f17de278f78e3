"""The API: every address of version 1, and what it gives."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Literal

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI, Path, Query
from ninja.errors import ValidationError
from pydantic import Field

from answerable.core.publication.open_data.cursor import LARGEST
from answerable.core.publication.open_data.resources import RESOURCES
from answerable.public.api.answering import NO_SUCH, json_answer
from answerable.public.api.filters import ALL_TAGS, KINDS, Filters, Paged, chosen, filters_of
from answerable.public.api.problems import problem
from answerable.public.api.rows import next_of, part_row, publication_row
from answerable.public.api.schemas import (
    AnyLine,
    At,
    Offices,
    OnePublication,
    Problem,
    PublicationRow,
    Root,
    line_schema,
    page_schema,
)
from answerable.public.api.values import PathText, Text
from answerable.public.pages import read
from answerable.public.told import line_row, moment, url_of
from answerable.published.open_data import (
    as_of,
    chosen_lines,
    chosen_publications,
    line_at,
    publication_with_parts,
)
from answerable.published.queries import offices, snapshot_at

VERSION = "1.0.0"
BASE = "api/v1"
LICENCE = "Open Government Licence v3.0"
SAYS = (
    "What was published: read-only, for everybody, without a key. Fields are added to version 1 and never "
    "taken away or given another meaning."
)
api = NinjaAPI(title="Answerable", version=VERSION, description=SAYS, openapi_url=None, docs_url=None)
WRONG: dict[Any, Any] = {400: Problem, 405: Problem, 422: Problem}
MISSING: dict[Any, Any] = {**WRONG, 404: Problem}
GONE: dict[Any, Any] = {**MISSING, 410: Problem}


class NotAsked(ValueError):
    """A question has a value that its address does not know; says which."""


@api.exception_handler(ValidationError)
def not_valid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """The first value that is wrong, in one sentence."""
    del request
    first = error.errors[0]
    name, said = str(first["loc"][-1]), str(first["msg"]).removeprefix("Value error, ")
    return problem(422, said if said.endswith(".") else f"“{name}” cannot be used: {said}.")


@api.exception_handler(NotAsked)
def not_asked(request: HttpRequest, error: NotAsked) -> HttpResponse:
    del request
    return problem(422, str(error))


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    del request
    return problem(404, str(error) or NO_SUCH)


def known(request: HttpRequest, filters: type[Paged]) -> None:
    """Raises NotAsked: a filter that is misspelt would choose everything."""
    names = {one.alias or name for name, one in filters.model_fields.items()}
    _only(request, names)


def _only(request: HttpRequest, names: set[str]) -> None:
    for name in request.GET:
        if name not in names:
            ours = f"You can ask with: {', '.join(sorted(names))}." if names else "Ask without a value."
            raise NotAsked(f"“{name[:40]}” cannot be used here. {ours}")
        if len(request.GET.getlist(name)) > 1:
            raise NotAsked(f"“{name}” is there twice. Give it once.")


def paged(
    request: HttpRequest, rows: QuerySet[Any], limit: int, written: Callable[[Any], dict[str, Any]]
) -> HttpResponse:
    """A page of rows. When it was true is asked first, so that nothing falls between it and the rows."""
    when = as_of()
    found = list(rows[: limit + 1])
    further = next_of(request, found[limit - 1].pk) if len(found) > limit else None
    told = {
        "as_of": moment(when) if when else None,
        "next": further,
        "rows": [written(one) for one in found[:limit]],
    }
    return json_answer(json.dumps(told, ensure_ascii=False), further)


def _list_of(
    name: str, kind: str, says: str, tags: Sequence[str], schema: Any, filters: type[Filters]
) -> None:
    """Declare the list of a resource."""

    def listed(request: HttpRequest, asked: Any) -> HttpResponse:
        known(request, filters)
        of = kind or asked.kind
        return paged(request, chosen_lines(chosen(of, tags, asked)), asked.limit, line_row)

    listed.__annotations__["asked"] = Query[filters]  # type: ignore[valid-type,misc]
    listed.__name__ = f"api_{name}"
    api.get(
        f"/{name}", response={200: schema, **WRONG}, summary=says, operation_id=name, url_name=f"api_{name}",
        tags=["Lines"],
    )(listed)  # fmt: skip


@api.get(
    "/", response={200: Root, **WRONG}, operation_id="root", url_name="api_root",
    summary="Where everything is.",
)  # fmt: skip
def root(request: HttpRequest) -> HttpResponse:
    _only(request, set())
    names = ("offices", "publications", "lines", *(one.name for one in RESOURCES))
    base = f"{settings.SITE}/{BASE}"
    told = {
        "version": VERSION,
        "documentation": f"{settings.SITE}/api",
        "description": f"{base}/openapi.json",
        "licence": LICENCE,
        "resources": {name: f"{base}/{name}" for name in names},
    }
    return json_answer(json.dumps(told))


@api.get(
    "/offices", response={200: Offices, **WRONG}, operation_id="offices", url_name="api_offices",
    summary="Every office that has published.",
)  # fmt: skip
def all_offices(request: HttpRequest) -> HttpResponse:
    _only(request, set())
    rows = [
        {"slug": one.path, "name": said["name"], "path": one.path, "url": url_of(one.path), "content": said}
        for one in offices()
        for said in (read(one),)
    ]
    return json_answer(json.dumps({"rows": rows}, ensure_ascii=False))


@api.get(
    "/publications", response={200: page_schema(PublicationRow), **WRONG}, operation_id="publications",
    url_name="api_publications", summary="Every decision to publish, correct, withdraw or publish again.",
)  # fmt: skip
def publications(request: HttpRequest, asked: Query[Paged]) -> HttpResponse:
    known(request, Paged)
    rows = chosen_publications(asked.office, asked.since, asked.until, asked.cursor or 0)  # type: ignore[arg-type]
    return paged(request, rows, asked.limit, publication_row)


@api.get(
    "/publications/{office}/{number}", response={200: OnePublication, **MISSING}, operation_id="publication",
    url_name="api_publication", summary="One decision with its parts, and what is needed to check it.",
)  # fmt: skip
def publication(
    request: HttpRequest, office: Path[Text], number: Annotated[int, Path(ge=1, le=LARGEST)]
) -> HttpResponse:
    _only(request, set())
    found = publication_with_parts(office, number)
    if found is None:
        raise Http404("There is no such publication.")
    one, parts = found
    told = {
        **publication_row(one),
        **{name: getattr(one, name) for name in ("header", "key", "signature")},
        "parts": [part_row(part) for part in parts],
    }
    return json_answer(json.dumps(told, ensure_ascii=False))


@api.get(
    "/at", response={200: At, **GONE}, operation_id="at", url_name="api_at",
    summary="What stands at a permanent address: a line, a frozen part, or both.",
)  # fmt: skip
def at(
    request: HttpRequest,
    path: Annotated[PathText, Query(description="without its first slash; write # as %23")],
    version: Annotated[
        int | None, Query(None, ge=1, le=LARGEST, description="of a part; else the last")
    ] = None,
) -> HttpResponse:
    _only(request, {"path", "version"})
    line = line_at(path) if version is None else None
    snapshot = snapshot_at(path, version)
    if line is None and snapshot is None:
        raise Http404("Nothing was ever published at this address.")
    if snapshot is not None and snapshot.state == "withdrawn":
        ended = snapshot.ended_by
        why = f" {timezone.localdate(ended.at)}: {ended.note or ended.title}" if ended else ""
        return problem(410, f"What was published here was withdrawn.{why}")
    if snapshot is None and line is not None and line.gone:
        return problem(410, f"What was published here was taken away on {timezone.localdate(line.modified)}.")
    told = {
        "path": path,
        "url": url_of(path),
        "line": line_row(line) if line and not line.gone else None,
        "snapshot": _snapshot(snapshot) if snapshot else None,
    }
    return json_answer(json.dumps(told, ensure_ascii=False))


def _snapshot(one: Any) -> dict[str, Any]:
    return {
        **part_row(one),
        "publication": publication_row(one.publication),
        "ended_by": publication_row(one.ended_by) if one.ended_by else None,
        "content": read(one) if one.kind != "file" else None,
    }


_list_of(
    "lines", "", "Lines of every kind; with modified_since, all that changed.", ALL_TAGS,
    page_schema(AnyLine),
    filters_of("Lines", ALL_TAGS, kind=(Literal[("", *KINDS)], Field("", description="what kind of line"))),
)  # fmt: skip
for _one in RESOURCES:
    _list_of(
        _one.name, _one.kind, _one.says, _one.filters, page_schema(line_schema(_one)),
        filters_of(_one.name.capitalize(), _one.filters),
    )  # fmt: skip
