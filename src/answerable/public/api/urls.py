"""The addresses of the API. Nothing else answers below "api/v1/", also where nothing is known."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from answerable.public.api.answering import answers
from answerable.public.api.description import description, documentation, nothing
from answerable.public.api.views import BASE, api
from answerable.web.policy import shows

urlpatterns: list[URLPattern | URLResolver] = [
    path("api", shows(documentation), name="api"),
    path(f"{BASE}/openapi.json", answers(shows(description)), name="api_description"),
    *(
        path(f"{BASE}/{one.pattern}".rstrip("/"), answers(shows(one.callback)), name=one.name)
        for one in api.urls[0]  # with the policy that each address here has
        if isinstance(one, URLPattern) and str(one.name).startswith("api_")
    ),
    path(f"{BASE}/", answers(shows(nothing)), name="api_slash"),
    path(f"{BASE}/<path:rest>", answers(shows(nothing)), name="api_nothing"),
]
