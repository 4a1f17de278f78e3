"""Every address of the site, as a table of contents."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from answerable.components.views import gallery
from answerable.core.permissions.table import Permission
from answerable.web.policy import reads

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("answerable.workspace.urls")),
    path("", include("answerable.documents.urls")),
    path("", include("answerable.accounts.urls")),
    path("", include("answerable.upkeep.urls")),
    path("gallery/", reads(Permission.OPEN_PAGES, gallery), name="gallery"),
]

handler400 = "answerable.web.errors.bad_request"
handler403 = "answerable.web.errors.forbidden"
handler404 = "answerable.web.errors.not_found"
handler500 = "answerable.web.errors.server_error"
