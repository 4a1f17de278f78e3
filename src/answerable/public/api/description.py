"""The description of the API: as OpenAPI for machines, and as a page for people."""

from __future__ import annotations

import functools
import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from answerable.core.publication.open_data.resources import RESOURCES
from answerable.public.api.answering import JSON, json_answer
from answerable.public.api.examples import example
from answerable.public.api.problems import MEDIA_TYPE
from answerable.public.api.views import BASE, api
from answerable.public.pages import page, read
from answerable.published.queries import offices

FIRST_PROBLEM = 400


@functools.cache
def described() -> dict[str, Any]:
    """The OpenAPI description, in which every problem has its own media type."""
    found: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=f"{BASE}/")))
    found["paths"] = {path.rstrip("/"): methods for path, methods in found["paths"].items()}
    for methods in found["paths"].values():
        for operation in methods.values():
            _mend(operation)
    found["info"]["license"] = {"name": "Open Government Licence v3.0", "identifier": "OGL-UK-3.0"}
    return found


def _mend(operation: dict[str, Any]) -> None:
    """Problems are of a media type of their own; what nobody asked for is left out, never null."""
    for status, answer in operation["responses"].items():
        if int(status) >= FIRST_PROBLEM:
            answer["content"] = {MEDIA_TYPE: answer["content"][JSON]}
    for one in operation.get("parameters", []):
        kinds = one["schema"].pop("anyOf", [])
        one["schema"].update(next((kind for kind in kinds if kind["type"] != "null"), {}))


def description(request: HttpRequest) -> HttpResponse:
    del request
    return json_answer(json.dumps(described(), ensure_ascii=False, indent=1))


def nothing(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
    """Raises Http404: whatever else is asked for below the API's address."""
    raise Http404


def documentation(request: HttpRequest) -> HttpResponse:
    """The same description for people, without a script."""
    known = offices()
    if not known:
        raise Http404("There is no such page.")
    told = described()
    office = read(known[0])
    context = {
        "office": office, "title": _("The API"), "api": told, "resources": RESOURCES,
        "examples": {path: example(path, office["slug"]) for path in told["paths"]},
    }  # fmt: skip
    return page(request, "public/api/documentation.html", context)
