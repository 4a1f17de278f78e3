"""Names of things that are among the words left out somewhere: such a thing has no page of its own."""

from __future__ import annotations

from answerable.core.publication.redaction import stands_in


def tells(name: str, secret: str) -> bool:
    """Whether a name is in the secret, or the secret in the name."""
    return stands_in(name, secret) or stands_in(secret, name)
