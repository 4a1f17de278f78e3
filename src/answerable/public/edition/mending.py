"""Pages as they stand in the edition: links between files, and no form that wants a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

TAG = re.compile(r"<(/?)(a|link|img|script)\b([^>]*)>")
FORM = re.compile(r"<form\b([^>]*)>.*?</form>", re.DOTALL)
TARGET = re.compile(r'\b(href|src|action)="([^"]*)"')
CANONICAL, OTHER_LANGUAGE = 'rel="canonical"', "hreflang="
SEARCHED = re.compile(r'action="((?:/[a-z]{2})?/[^"/]+/search)"')
"""What the form of a search asks, in the site's own language ("/vale/search") or in another."""
PRINTED = '<p class="pub-onpaper">'
WORDS = re.compile(r'<main\b[^>]*>(.*?)(?:<div class="pub-minutes">|</main>)', re.DOTALL)
MAIN = re.compile(r"<main\b[^>]*>(.*?)</main>", re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
MARKUP = re.compile(r"<(?:form|nav)\b.*?</(?:form|nav)>|<[^>]*>", re.DOTALL)
Linked = Callable[[str], str | None]


def targets(text: str) -> Iterator[str]:
    """Everything that a page leads to, besides what its forms ask."""
    for tag in TAG.finditer(FORM.sub(_kept_form, text)):
        found = TARGET.search(tag[3])
        if found and CANONICAL not in tag[3]:
            yield found[2]


def mended(text: str, linked: Linked, note: str) -> str:
    """The page with other links: ``linked`` says what each becomes, None where there is nothing.

    The words of a link without an end stay. ``note`` is said at the foot of the page.
    """
    text = FORM.sub(_kept_form, text).replace(PRINTED, f"{note}{PRINTED}", 1)
    text = SEARCHED.sub(lambda one: f'action="{escape(linked(one[1]) or "")}"', text)
    ended = False

    def tag(found: re.Match[str]) -> str:
        nonlocal ended
        closing, name, rest = found.groups()
        if closing:
            ended, was = False, ended
            return "</span>" if was and name == "a" else found[0]
        target = TARGET.search(rest)
        if target is None or CANONICAL in rest:
            return found[0]
        to = linked(target[2])
        if to is not None:
            start, end = target.span(2)
            return f"<{name}{rest[:start]}{escape(to)}{rest[end:]}>"
        ended = name == "a"
        return "<span>" if ended else ""

    return TAG.sub(tag, text)


def _kept_form(form: re.Match[str]) -> str:
    """A search is asked of the edition's own page; other forms choose among rows, which a server does."""
    return form[0] if SEARCHED.search(form[1]) else ""


def title_of(text: str) -> str:
    """The name of a page, without the office's."""
    found = TITLE.search(text)
    return unescape(found[1]).rpartition(" – ")[0].strip() if found else ""


def words_of(text: str, *, head_only: bool = False) -> str:
    """What a page says, or what it says before the minutes begin."""
    found = (WORDS if head_only else MAIN).search(text)
    return unescape(MARKUP.sub(" ", found[1])) if found else ""
