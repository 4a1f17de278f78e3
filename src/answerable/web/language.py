"""In which language a public page says its own words: its address says so, never who asks.

"/wyvern-valley/about" is in the language of the site (PUBLIC_LANGUAGE), "/cy/wyvern-valley/about" is the same
page in Welsh, where that is offered (PUBLIC_OTHER_LANGUAGES). What the record says stays in its own language.
"""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def language_of(request: HttpRequest) -> str:
    """The language of the frame: "en-gb", "cy"."""
    return getattr(request, "public_language", "") or settings.PUBLIC_LANGUAGE


def prefix_of(language: str) -> str:
    """What stands before an address: "/cy", or "" for the language of the site."""
    return "" if language == settings.PUBLIC_LANGUAGE else f"/{short(language)}"


def short(language: str) -> str:
    """As an attribute ``lang`` has it: "en-gb" is "en"."""
    return language.partition("-")[0]


def offered() -> list[str]:
    """The languages of the site, its own first."""
    return [settings.PUBLIC_LANGUAGE, *settings.PUBLIC_OTHER_LANGUAGES]
