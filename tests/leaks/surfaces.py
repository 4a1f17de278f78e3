"""Everything that the public can ask for: what pages lead to, and whatever the store has an address of."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

import pypdfium2
from django.test import Client
from django.urls import reverse

from answerable.published.models import Line, Publication, Snapshot
from tests.permissions.routes.open_data import ROUTES as OPEN_DATA
from tests.permissions.routes.public import ROUTES

LINK = re.compile(
    r"""(?:href|src|action)\s*=\s*["']([^"'<>]+)["']|"(?:next|self|href|url|uri)"\s*:\s*"([^"]+)\""""
)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
OURS = ("testserver", "localhost", "localhost:8000")
OF_EACH = ("X-Request-ID",)  # headers that are another one each time
MOST = 3_000  # answers: a walk that goes on is a calendar without an end
MOST_ALIKE = 4  # answers of one address with other values of the same names behind it
ODD = (
    "", "nobody", "1900-01-01", "robots.txt", "sitemap.xml", "assurance-meeting/1900-01-01/item/1",
    "data/no.csv", "search?q=", "search?q=%22%00&year=x", "actions?state=nothing&page=9999",
    "publications/99999", "meetings?page=0",
)  # fmt: skip
"""What is not there, or asked wrongly, below an office."""
KINDS = (
    ("search", re.compile(r"/search(\?|$)")),
    ("feeds and calendar", re.compile(r"/feeds/|\.ics")),
    ("interface for programs", re.compile(r"^/api")),
    ("files (PDF, Word)", re.compile(r"/files/")),
    ("publications and their bytes", re.compile(r"/publications")),
    ("open data and bulk files", re.compile(r"/data(/|$)|\.(csv|json)(\?|$)|\.xml$")),
    ("earlier versions", re.compile(r"/version/")),
    ("items and lines", re.compile(r"/(item|entry)/")),
    ("other pages", re.compile("")),
)
"""Of an answer that is no error, by its address; the first that fits."""
ERRORS = "error pages (400, 404, 410)"
SURFACES = (*(name for name, _ in KINDS), ERRORS)


@dataclass(frozen=True, slots=True)
class Answer:
    """``words`` are head and body, with all that is packed in the body unpacked."""

    path: str
    status: int
    words: bytes

    @property
    def surface(self) -> str:
        if self.status >= 400:
            return ERRORS
        return next(name for name, pattern in KINDS if pattern.search(self.path))


def addresses() -> list[str]:
    """Every named address, every one that the store has, with its versions, and some that nobody has."""
    offices = list(dict.fromkeys(Snapshot.objects.values_list("office", flat=True)))
    found = [reverse(name, kwargs=values) for name, (_, values) in {**ROUTES, **OPEN_DATA}.items()]
    for path, version in Snapshot.objects.values_list("path", "version"):
        found += [f"/{path}", f"/{path}/version/{version}"]
    found += [f"/{path.partition('#')[0]}" for path in Line.objects.values_list("path", flat=True)]
    for office, number in Publication.objects.values_list("office", "number"):
        found += [f"/{office}/publications/{number}/parts/{place}" for place in range(1, 4)]
    return list(dict.fromkeys([*found, *(f"/{office}/{one}" for office in offices for one in ODD)]))


def answers(client: Client, starts: Iterable[str], *, follow: bool = True) -> Iterator[Answer]:
    """What each address says, and those that it leads to."""
    ahead, alike = list(dict.fromkeys(starts)), Counter[object]()
    seen = set(ahead)
    while ahead and len(seen) < MOST:
        path = ahead.pop(0)
        answer, body = ask(client, path)
        yield answer
        for link in links(body, path) if follow else ():
            where = urlsplit(link)
            kind = (where.path, tuple(sorted(parse_qs(where.query))))
            if link not in seen and alike[kind] < MOST_ALIKE and not where.path.startswith("/static/"):
                seen.add(link)
                alike[kind] += 1
                ahead.append(link)


def ask(client: Client, path: str) -> tuple[Answer, bytes]:
    """An answer, and its body as it came."""
    got = client.get(path)
    body = b"".join(got) if got.streaming else got.content  # type: ignore[arg-type]
    headers = {name: value for name, value in got.headers.items() if name not in OF_EACH}
    head = f"{got.status_code} {headers} {got.cookies}".encode()
    return Answer(path, got.status_code, b"\n".join([head, *unpacked(body)])), body


def links(body: bytes, path: str) -> Iterator[str]:
    """The addresses on this site that an answer leads to."""
    for found in LINK.finditer(body.decode("utf-8", "replace")):
        target = (found[1] or found[2] or "").replace("&amp;", "&")
        try:
            whole = urlsplit(urldefrag(urljoin(f"http://testserver{path}", target)).url)
        except ValueError:
            continue
        if whole.netloc in OURS and whole.scheme in ("http", "https"):
            yield whole.path + (f"?{whole.query}" if whole.query else "")


def unpacked(body: bytes) -> list[bytes]:
    """The body, and what is packed in it: an archive, a Word document, a PDF."""
    found = [body]
    if body[:2] == b"\x1f\x8b":
        found += unpacked(gzip.decompress(body))
    if body[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            for one in archive.infolist():
                found += [one.filename.encode(), one.comment, *unpacked(archive.read(one))]
    if body[:5] == b"%PDF-":
        found += [in_pdf(body).encode(), *(_inflated(one) for one in STREAM.findall(body))]
    return found


def in_pdf(body: bytes) -> str:
    """The text of every page, whatever lies over it, and what the file says of itself."""
    document = pypdfium2.PdfDocument(body)
    pages = [page.get_textpage().get_text_range() for page in document]
    names = [document.get_attachment(at).get_name() for at in range(document.count_attachments())]
    return "\n".join([*pages, *names, str(document.get_metadata_dict())])


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream
