"""The version of a publication as a page shows it."""

from __future__ import annotations

from answerable.core.clash import version
from answerable.publishing.models import Publication


def publication_version(publication: Publication) -> str:
    """For the forms that decide about it."""
    return version(
        publication.state,
        publication.number,
        publication.scanned_at,
        publication.findings,
        publication.hidden,
    )
