"""The whole addresses of pages, for letters: they lead from a mailbox to the site."""

from __future__ import annotations

from django.conf import settings

from answerable.core.reminders.letter import Letter, as_html, as_text

FOOT = "You get this because you have an account in Answerable for {}."
WISHES = "/mail/wishes"


def whole(path: str) -> str:
    """An address on the site: "/actions/7/" as "https://answerable.example/actions/7/"."""
    return f"{settings.SITE}{path}"


def both(letter: Letter) -> dict[str, str]:
    """What a message holds of a letter."""
    return {"subject": letter.subject, "text": as_text(letter), "html": as_html(letter)}
