"""The address of the publication scheme."""

from __future__ import annotations

from django.urls import path

from answerable.public.scheme.views import scheme
from answerable.web.policy import shows

urlpatterns = [path("<slug:office>/scheme", shows(scheme), name="public_scheme")]
