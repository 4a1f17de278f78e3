"""The address of search."""

from __future__ import annotations

from django.urls import path

from answerable.public.search.views import search_page
from answerable.web.policy import shows

urlpatterns = [path("<slug:office>/search", shows(search_page), name="public_search")]
