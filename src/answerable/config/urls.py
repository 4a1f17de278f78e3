"""Every address of the site, as a table of contents."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from answerable.components.views import gallery
from answerable.config.preview import of_minutes, of_publication
from answerable.core.permissions.table import Permission
from answerable.web.policy import reads

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("answerable.workspace.urls")),
    path("", include("answerable.documents.urls")),
    path("", include("answerable.accounts.urls")),
    path("", include("answerable.upkeep.urls")),
    path(
        "publishing/<int:key>/preview/<path:path>",
        reads(Permission.READ_PUBLISHING, of_publication),
        name="publication_preview",
    ),
    path(
        "publishing/meetings/<int:key>/preview/<path:path>",
        reads(Permission.READ_PUBLISHING, of_minutes),
        name="publish_preview",
    ),
    path("gallery/", reads(Permission.OPEN_PAGES, gallery), name="gallery"),
    path("", include("answerable.public.urls")),  # last: an office's name stands where others have a word
]

handler400 = "answerable.web.errors.bad_request"
handler403 = "answerable.web.errors.forbidden"
handler404 = "answerable.config.errors.not_found"
handler500 = "answerable.web.errors.server_error"
