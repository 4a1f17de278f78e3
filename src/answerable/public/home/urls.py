"""The addresses of the first page of an office."""

from __future__ import annotations

from django.urls import path

from answerable.public.home.views import home
from answerable.web.policy import shows

urlpatterns = [path("<slug:office>", shows(home), name="public_home")]
