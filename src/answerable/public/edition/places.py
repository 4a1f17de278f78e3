"""Which file of the edition stands for an address, and how one file leads to another. No files are touched.

A page lies at its address with ``.html`` behind it, everything else at its address. So a link between two
files is right from a USB stick and on a web host that serves ``/a/b`` from ``a/b.html``, and no file has the
name of a folder.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import parse_qsl, quote, unquote, urlsplit

START = "START-HERE.html"
STATIC = re.compile(r"^/static/(v-[0-9a-f]+/)?")
ENTRY = re.compile(r"^(/.+/[^/]+/[^/]+)/entry/([^/]+)$")
FILE_VERSION = re.compile(r"^(?P<folder>.*/files/)(?P<name>[^/]+)/version/(?P<number>\d+)$")
FOLLOWED = ("area", "owner", "page")
"""What an address may ask for besides its path: pages of a list, and what one post or area owes."""


def address(href: str, base: str = "/", site: str = "") -> tuple[str, str] | None:
    """An address of the site with the values that it asks for in order, and the place on its page.

    ``href`` as it stands in HTML on the page ``base``; None where it leads elsewhere.
    """
    told = unescape(href).strip()
    if site and (told == site or told.startswith(f"{site}/")):
        told = told[len(site) :] or "/"
    parts = urlsplit(told)
    if parts.scheme or parts.netloc:
        return None
    path = unquote(parts.path) if parts.path else base.partition("?")[0]
    path = posixpath.normpath(path) if path.startswith("/") else posixpath.join(posixpath.dirname(base), path)
    if not parts.path and not parts.query and parts.fragment:
        return base, parts.fragment
    if line := ENTRY.match(path):
        return line[1], f"entry-{line[2]}"
    return f"{path}{_query(parts.query)}", unquote(parts.fragment)


def _query(said: str) -> str:
    pairs = sorted((name, value) for name, value in parse_qsl(said) if (name, value) != ("page", "1"))
    return "?" + "&".join(f"{quote(name)}={quote(value, safe='')}" for name, value in pairs) if pairs else ""


def is_followed(where: str) -> bool:
    """Is there a file for this address? What a form asks for has none."""
    _, _, query = where.partition("?")
    names = [name for name, _ in parse_qsl(query)]
    return (
        len(names) == len(set(names)) and set(names) <= set(FOLLOWED) and not {"area", "owner"} <= set(names)
    )


def file_of(where: str, *, is_page: bool) -> str:
    """The file that stands for an address: "a/b.html", "a/b~page=2.html", "a/minutes~version-1.pdf"."""
    path, _, query = where.partition("?")
    if path == "/":
        return START
    path = path.lstrip("/")
    asks = "".join(f"~{one}" for one in query.split("&") if one)
    if old := FILE_VERSION.match(path):  # beside the file: that cannot be a folder, too
        path = old["folder"] + _behind(old["name"], f"~version-{old['number']}")
    if is_page:
        return f"{path}{asks}.html"
    return _behind(path, asks) if asks else path


def _behind(path: str, more: str) -> str:
    """More behind the name of a file, before its ending."""
    stem, ending = posixpath.splitext(path)
    return f"{stem}{more}{ending}"


def way(file: str, to: str) -> str:
    """From one file of the edition to another, as a link has it."""
    return quote(posixpath.relpath(to, posixpath.dirname(file) or "."))


def link(href: str, base: str, file: str, known: Mapping[str, str], site: str) -> str | None:
    """What a link of a page becomes; None where the edition has nothing there.

    ``base`` is the address of the page and ``file`` its file, ``known`` gives for each address its file.
    """
    if not href.startswith(("/", "?", "http")):  # a place on the page itself, mail, or a file beside it
        return href
    if asset := STATIC.match(href):
        return way(file, f"static/{href[asset.end() :]}")
    found = address(href, base, site)
    if found is None:
        return href
    where, place = found
    to = known.get(where)
    if to is None:
        return None
    return f"{way(file, to)}{'#' + quote(place) if place else ''}"
