"""The addresses of decisions to publish, correct and withdraw."""

from __future__ import annotations

from django.urls import path

from answerable.public.publications.keys import keys
from answerable.public.publications.views import frozen, header, publication, publications_page
from answerable.public.versions.urls import FIRST
from answerable.web.policy import shows

ONE = "<slug:office>/publications/<int:number>"

urlpatterns = [
    *FIRST,
    path("<slug:office>/publications", shows(publications_page), name="public_publications"),
    path("<slug:office>/publications/keys", shows(keys), name="public_publication_keys"),
    path(ONE, shows(publication), name="public_publication"),
    path(f"{ONE}/header", shows(header), name="public_publication_header"),
    path(f"{ONE}/parts/<int:place>", shows(frozen), name="public_publication_part"),
]
