"""The states of public pages that are looked at: found by following links, and asked for by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.error import HTTPError
from urllib.parse import parse_qs, urljoin, urlsplit
from urllib.request import urlopen

from lxml import html

OF_A_SHAPE = 12
"""Pages that are looked at of one shape of address."""
PATIENCE = 60  # seconds
KNOWN = frozenset(
    "item entry version agenda publications topics measures people actions areas bodies decisions posts "
    "search scheme data meetings promises accessibility about privacy cookies licence formats".split()
)
FILE = re.compile(r"\.(atom|ics|json|jsonl|csv|xml|zip|pdf|docx|odt|png|jsonld|yaml|txt)$")

ASKED = (
    "nothing/at/all", "actions?state=odd", "actions?state=overdue", "actions?state=lapsed",
    "actions?state=reported", "actions?state=closed", "actions?state=withdrawn", "actions?text=zzzz",
    "actions?year=1999", "actions?page=999", "actions/A-9999", "promises?state=odd", "promises?state=passed",
    "promises?state=lapsed", "promises?state=kept", "promises?text=zzzz", "search?q=zzzz", "search?q=victims",
    "search?q=victims&page=2", "search?q=the", "search?kind=action&q=report", "topics?name=zzzz",
    "meetings?year=1", "meetings?year=2026", "publications?page=2", "publications/9999", "decisions?q=zzzz",
    "measures?q=zzzz", "people/nobody", "areas/nowhere", "bodies/nobody", "actions?owner=DCC",
    "actions?topic=file-quality&state=lapsed", "actions?topic=nothing", "actions?page=2&state=open",
    "promises?topic=file-quality", "promises?topic=file-quality&state=passed", "promises?year=2024",
    "promises?state=promoted", "promises?page=2", "topics/file-quality?kind=promise",
    "topics/file-quality?kind=odd", "topics/file-quality?from=2025&to=2024", "topics/nothing",
    "search?q=victims&kind=odd", "search?q=victims&year=2025", "search?q=%22file+quality%22",
    "search?q=-", "actions/A-0112", "bodies/county-council?all=yes", "measures/nothing", "decisions/nothing",
)  # fmt: skip
"""Behind an office's first page: what no link leads to. Errors, empty lists, filters."""


@dataclass(frozen=True, slots=True)
class State:
    """A page with what was done to it: nothing, or everything that folds is unfolded."""

    path: str
    status: int = 200
    unfolded: bool = False

    @property
    def name(self) -> str:
        said = self.path if self.status == 200 else f"{self.path} ({self.status})"
        return f"{said}, unfolded" if self.unfolded else said


@dataclass(slots=True)
class Crawl:
    """Follows links, breadth first, and keeps so many pages of each shape of address."""

    site: str
    seen: set[str] = field(default_factory=set)
    shapes: Counter[str] = field(default_factory=Counter)

    def states(self, starts: list[str]) -> Iterator[State]:
        """The pages behind ``starts``, each also unfolded where it is the first of its shape that folds."""
        waiting, folding = list(starts), set[str]()
        self.seen |= set(starts)
        while waiting:
            path = waiting.pop(0)
            kind = shape(path)
            if self.shapes[kind] >= OF_A_SHAPE:
                continue
            status, tree = self.fetched(path)
            if tree is None:
                continue
            self.shapes[kind] += 1
            yield State(path, status)
            if kind not in folding and tree.xpath("//details"):
                folding.add(kind)
                yield State(path, status, unfolded=True)
            new = [one for one in self.links(path, tree, starts) if one not in self.seen]
            self.seen |= set(new)
            waiting += new

    def fetched(self, path: str) -> tuple[int, html.HtmlElement | None]:
        """The status of an address, and its page; None where it is no page."""
        try:
            answer = urlopen(self.site + path, timeout=PATIENCE)
        except HTTPError as refused:
            answer = refused
        with answer:
            if "text/html" not in answer.headers.get("Content-Type", ""):
                return answer.status, None
            return answer.status, html.fromstring(answer.read())

    def links(self, path: str, tree: html.HtmlElement, starts: list[str]) -> list[str]:
        """The addresses behind one of ``starts`` that a page leads to, each once."""
        found = {}
        for href in tree.xpath("//a/@href"):
            link = urlsplit(urljoin(self.site + path, href))
            there = link.path + (f"?{link.query}" if link.query else "")
            public = any(there == one or there.startswith((f"{one}/", f"{one}?")) for one in starts)
            if f"{link.scheme}://{link.netloc}" == self.site and public and not FILE.search(link.path):
                found[there] = None
        return list(found)


def shape(path: str) -> str:
    """Addresses of one kind have one shape: names, days and numbers become a star behind the first words."""
    link = urlsplit(path)
    office, *parts = link.path.strip("/").split("/")
    told = [one if one in KNOWN else "#" if re.search(r"\d", one) else "*" for one in parts]
    return "/".join([office, *told]) + "?" + "&".join(sorted(parse_qs(link.query)))


def states_of(site: str, offices: list[str]) -> list[State]:
    """Every state of the public pages of a site that is looked at, each once."""
    crawl = Crawl(site)
    starts = [f"/{one}" for one in offices]
    found = list(crawl.states(starts))
    for start in starts:
        for asked in ASKED:
            path = f"{start}/{asked}"
            status, tree = crawl.fetched(path)
            if tree is not None:
                found.append(State(path, status))
    return list(dict.fromkeys(found))
