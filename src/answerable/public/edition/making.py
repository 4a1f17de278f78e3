"""The files of the edition: first every page as it is served, then the links between them."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.template import engines
from django.utils.translation import gettext as _
from django.utils.translation import override

from answerable.components.file_search.index import Index
from answerable.core.editions import PUBLIC
from answerable.core.editions import told as places_told
from answerable.core.refusal import Refusal
from answerable.public.data.dumping import dump
from answerable.public.data.views import SMALL
from answerable.public.edition.asking import answer, in_language, match_of
from answerable.public.edition.mending import mended, targets, title_of, words_of
from answerable.public.edition.pages import search_page, start_page
from answerable.public.edition.places import STATIC, address, file_of, is_followed, link, way
from answerable.public.edition.walking import beginnings, versions
from answerable.public.pages import office_at
from answerable.published.open_data import how_many
from answerable.published.queries import state
from answerable.web.language import prefix_of

Tell = Callable[[str], None]
FIND = "find"  # the folder of the search
OK, GONE = 200, 410
NOW_AND_THEN = 50  # pages between two words of how far it is
FOUND = frozenset(
    {"public_item", "public_action", "public_topic", "public_measure", "public_person", "public_post",
     "public_decision", "public_agenda", "public_meeting"}
)  # fmt: skip
"""Pages that the search looks in. Of a meeting what stands before its items, which are pages themselves."""
OUR_OWN = {"public_search": search_page}
"""Pages that the edition has in place of what a server would answer."""


@dataclass(slots=True)
class Edition:
    """What was laid so far. ``known`` gives for each address its file, ``moved`` where another one leads."""

    office: str
    folder: Path
    tell: Tell
    known: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    pages: dict[str, None] = field(default_factory=dict)
    assets: set[str] = field(default_factory=set)
    index: Index = field(default_factory=Index)


def make_edition(office: str, folder: Path, *, at: datetime, tell: Tell) -> dict[str, int]:
    """Lay the public site of an office into an empty folder; how many pages and other files there are.

    Raises Refusal where something is published meanwhile: an edition is of one moment.
    """
    before = state()
    if sum(how_many(office).values()) > SMALL:
        tell("open data")
        dump(office)
    made = Edition(office, folder, tell)
    _walk(made)
    _lead_on(made)
    _lay_page(made, "/", start_page(office, at=at, known=made.known))
    _mend_all(made)
    tell("search")
    made.index.write(folder / FIND)
    _copy_assets(made)
    _say_addresses(made)
    counted = {"pages": len(made.pages), "files": len(set(made.known.values())) - len(made.pages)}
    moved = [(one, to) for one, to in sorted(made.moved.items()) if "/version/" not in one]
    gone = [(one, made.known[one]) for one in sorted(made.gone)]
    _say(folder, office, counted=counted, at=at, gone=gone, moved=moved)
    if state() != before:
        raise Refusal("Something was published while the edition was made. Make it again.")
    return counted


def _walk(made: Edition) -> None:
    """Ask for every address there is, and for those that pages lead to."""
    ahead = deque[str](dict.fromkeys(beginnings(made.office)))
    for where, of, leads_on in versions(made.office):
        if leads_on:
            made.moved[where] = of
        else:
            ahead.append(where)
    seen = set(ahead) | set(made.moved)
    while ahead:
        where = ahead.popleft()
        for target in _lay(made, where):
            if target not in seen:
                seen.add(target)
                ahead.append(target)
        if len(made.known) % NOW_AND_THEN == 0:
            made.tell(f"{len(made.known):,} pages and files, {len(ahead):,} to go")


def _lay(made: Edition, where: str) -> list[str]:
    """Lay what stands at an address; where it leads to in the office's site."""
    language, plain = in_language(where)
    if language and plain in made.known and plain not in made.pages:
        made.moved[where] = plain  # a file has no language of its own
        return []
    match = match_of(where)
    own = OUR_OWN.get(str(match.url_name)) if match else None
    found: HttpResponseBase | None = own(where) if own else answer(where)
    if found is None:
        return []
    if to := found.headers.get("Location"):
        made.moved[where] = f"{prefix_of(language) if language else ''}{urlsplit(to).path}"
        return [made.moved[where]]
    if found.status_code not in (OK, GONE):
        raise Refusal(f"{where} was answered with {found.status_code}: no edition is made without it.")
    if found.status_code == GONE:
        made.gone.add(where)
    if not found.headers["Content-Type"].startswith("text/html"):
        _lay_file(made, where, found)
        return []
    assert isinstance(found, HttpResponse)
    text = found.content.decode()
    if match and match.url_name in FOUND and found.status_code == OK and "?" not in where and not language:
        words = words_of(text, head_only=match.url_name == "public_meeting")
        made.index.add(file_of(where, is_page=True), title_of(text), [words])
    _lay_page(made, where, text)
    return [one for one in (_ours(made, href, where) for href in targets(text)) if one]


def _ours(made: Edition, href: str, base: str) -> str | None:
    """The address that a link leads to, where it is one of this office that an edition has."""
    found = None if href.startswith("#") else address(href, base, settings.SITE)
    if found is None:
        return None
    plain = in_language(found[0])[1].partition("?")[0]
    if not f"{plain}/".startswith(f"/{made.office}/"):
        return None
    return found[0] if is_followed(found[0]) else None


def _lay_page(made: Edition, where: str, text: str) -> None:
    made.pages[where] = None
    _place(made, where, is_page=True).write_text(text, encoding="utf-8")


def _lay_file(made: Edition, where: str, found: HttpResponseBase) -> None:
    with _place(made, where, is_page=False).open("wb") as file:
        for piece in found:
            file.write(piece if isinstance(piece, bytes) else str(piece).encode())
    held = getattr(found, "file_to_stream", None)
    if held is not None:  # closing the answer itself would close the database, as at the end of a request
        held.close()


def _place(made: Edition, where: str, *, is_page: bool) -> Path:
    made.known[where] = file_of(where, is_page=is_page)
    path = made.folder / made.known[where]
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _lead_on(made: Edition) -> None:
    """An address that moved has the file of where it leads to."""
    for where, to in list(made.moved.items()):
        if to in made.known:
            made.known[where] = made.known[to]
        else:
            del made.moved[where]


def _mend_all(made: Edition) -> None:
    for number, where in enumerate(made.pages):
        if number % NOW_AND_THEN == 0:
            made.tell(f"links, {number:,} of {len(made.pages):,} pages")
        file = made.known[where]
        path = made.folder / file
        linked = partial(_linked, made, where, file)
        with override(in_language(where)[0] or settings.PUBLIC_LANGUAGE):
            said = _("This is a copy of the public record")
        note = f'<p><a href="{way(file, made.known["/"])}">{said}</a></p>'
        path.write_text(mended(path.read_text("utf-8"), linked, note), encoding="utf-8")


def _linked(made: Edition, base: str, file: str, href: str) -> str | None:
    if asset := STATIC.match(href):
        made.assets.add(href[asset.end() :])
    return link(href, base, file, made.known, settings.SITE)


def _copy_assets(made: Edition) -> None:
    for name in sorted(made.assets):
        found = finders.find(name)
        if found:
            place = made.folder / "static" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(Path(str(found)).read_bytes())


def _say_addresses(made: Edition) -> None:
    """``addresses.csv``: each address that the site had, its file, and what became of it."""
    with (made.folder / "addresses.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("address", "file", "state"))
        for where in sorted(made.known):
            what = "gone" if where in made.gone else "leads on" if where in made.moved else "there"
            rows.writerow((where, made.known[where], what))


def _say(folder: Path, office: str, **told: Any) -> None:
    """What lies beside the pages: how to read, to check and to host them."""
    context = {"office": office_at(office), "places": places_told(PUBLIC, office), **told}
    for name in ("README.txt", "nginx.conf"):
        text = engines["jinja2"].get_template(f"public/edition/{name}.jinja").render(context)
        (folder / name).write_text(text + "\n", encoding="utf-8")
