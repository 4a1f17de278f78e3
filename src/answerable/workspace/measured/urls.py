"""The addresses of: what should move a measure, and whether it did."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import reads, writes
from answerable.workspace.measured import sorting, views

READ, SET = Permission.READ_RECORD, Permission.SET_MEASURES


def _of(key: str, folder: str) -> list[URLPattern]:
    """The page of one kind, and its form."""
    return [
        path(f"{folder}/<int:key>/", reads(READ, views.page(key)), name=f"moves_{key}"),
        path(f"{folder}/<int:key>/add", writes(SET, views.add(key)), name=f"moves_{key}_add"),
    ]


urlpatterns: list[URLPattern] = [
    *_of("action", "actions"),
    *_of("part", "parts"),
    *_of("recommendation", "recommendations"),
    *_of("funding", "funding"),
    path("actions/ties/<int:key>/remove", writes(SET, views.remove_of_action), name="moves_action_remove"),
    path("ties/<int:key>/remove", writes(SET, views.remove), name="moves_remove"),
    path("figures/<int:key>/not", writes(SET, sorting.not_this), name="claim_not"),
    path("figures/<int:key>/again", writes(SET, sorting.this_again), name="claim_again"),
]
