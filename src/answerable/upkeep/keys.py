"""The keys of an installation: in a backup only where somebody asks for them."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from answerable.audit.keys import key_path

SITE_KEY = "secret-key"
"""The name, in the data folder, of the key that cookies are signed with."""


def key_files() -> list[Path]:
    """The site's key, where it lies in a file, and the key that signs the audit trail."""
    known = (Path(settings.DATA) / SITE_KEY, key_path())
    return [path for path in known if path.is_file()]
