"""Originals and their pages."""

from __future__ import annotations

from django.urls import path

from answerable.core.permissions.table import Permission
from answerable.documents.views import original, page_image
from answerable.web.policy import reads

READ = Permission.READ_RECORD

urlpatterns = [
    path("documents/<int:key>/original", reads(READ, original), name="original"),
    path("documents/<int:key>/pages/<int:page>.png", reads(READ, page_image), name="page_image"),
]
