"""Minutes as Akoma Ntoso 1.0 (OASIS, XML schema 3.0): a ``debate`` whose sections are the agenda items.

Addresses follow the naming convention: the work is the meeting, an expression is one published version of its
minutes, the manifestation is this file. Questions and answers are elements of the standard; actions and
promises, which it does not know, are concepts that the paragraph refers to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from answerable.core.publication.addresses import safe
from answerable.core.publication.shapes import MeetingContent, PublishedEntry, PublishedItem
from answerable.core.publication.standards.akn_people import Agents
from answerable.core.publication.standards.xml import Xml, document, element

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
MEDIA_TYPE = "application/akn+xml"
COUNTRY, LANGUAGE = "gb", "eng"
PUBLISHER = "#publisher"
SPOKEN = {"question": "question", "response": "answer"}
"""Kinds of entry that have an element of their own; any other with a speaker is a ``speech``."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What of a file is not in the meeting's content: whose it is, where it lies, which version it is."""

    site: str
    office: str
    office_path: str
    version: int
    on: date


def akoma_ntoso(meeting: MeetingContent, edition: Edition) -> str:
    """The minutes as a file."""
    agents = Agents(meeting, edition.office_path)
    body = _body(meeting, agents)
    meta = element("meta", None, _identification(meeting, edition), _references(meeting, edition, agents))
    head = element("preface", None, element("p", None, element("docTitle", None, meeting["title"])))
    debate = element("debate", {"name": "minutes", "contains": "originalVersion"}, meta, head, body)
    return document(element("akomaNtoso", {"xmlns": NAMESPACE}, debate))


def work_address(meeting: MeetingContent) -> str:
    """ "/akn/gb/debate/minutes/wyvern/2022-08-25/assurance": the meeting, in whatever words or form."""
    office, forum = meeting["forum_path"].split("/", 1)
    return f"/akn/{COUNTRY}/debate/minutes/{office}/{meeting['date']}/{forum}"


def _identification(meeting: MeetingContent, edition: Edition) -> Xml:
    work = work_address(meeting)
    expression = f"{work}/{LANGUAGE}@{edition.on.isoformat()}"
    page = f"{edition.site}/{meeting['path']}"
    return element(
        "identification", {"source": PUBLISHER},
        element(
            "FRBRWork", None, *_core(work, meeting["date"], "meeting", page),
            element("FRBRcountry", {"value": COUNTRY}), element("FRBRsubtype", {"value": "minutes"}),
        ),
        element(
            "FRBRExpression", None, *_core(expression, edition.on.isoformat(), "publication"),
            element("FRBRversionNumber", {"value": str(edition.version)}),
            element("FRBRlanguage", {"language": LANGUAGE}),
        ),
        element(
            "FRBRManifestation", None, *_core(f"{expression}.xml", edition.on.isoformat(), "publication"),
            element("FRBRformat", {"value": MEDIA_TYPE}),
        ),
    )  # fmt: skip


def _core(uri: str, on: str, name: str, alias: str | None = None) -> list[Xml]:
    this = uri.removesuffix(".xml") + "/!main" + (".xml" if uri.endswith(".xml") else "")
    other = [element("FRBRalias", {"value": alias, "name": "page"})] if alias else []
    return [
        element("FRBRthis", {"value": this}), element("FRBRuri", {"value": uri}), *other,
        element("FRBRdate", {"date": on, "name": name}), element("FRBRauthor", {"href": PUBLISHER}),
    ]  # fmt: skip


def _references(meeting: MeetingContent, edition: Edition, agents: Agents) -> Xml:
    site = edition.site
    publisher = {
        "eId": "publisher", "href": f"/ontology/organization/{edition.office_path}", "showAs": edition.office,
    }  # fmt: skip
    found = [element("TLCOrganization", publisher), *agents.references()]
    for name in ("action", "promise"):
        found.append(_concept(name, f"/ontology/concept/{name}", name.capitalize()))
    found += [
        _concept(mark, f"{site}/{one['path']}", one["number"] or one["text"])
        for mark, one in zip(_action_marks(meeting), meeting["actions"], strict=True)
        if one["path"]
    ]
    found += [
        _concept(_promise_mark(at), f"{site}/{one['path']}", one["text"])
        for at, one in enumerate(meeting["promises"])
    ]
    return element("references", {"source": PUBLISHER}, *found)


def _concept(mark: str, href: str, words: str) -> Xml:
    return element("TLCConcept", {"eId": mark, "href": href, "showAs": words})


def _action_marks(meeting: MeetingContent) -> list[str]:
    return [f"action_{at + 1}" for at in range(len(meeting["actions"]))]


def _promise_mark(at: int) -> str:
    return f"promise_{at + 1}"


def _body(meeting: MeetingContent, agents: Agents) -> Xml:
    """A section to each item, and one before them for what stands under none."""
    marks = _marks(meeting)
    by_item: dict[int | None, list[tuple[int, PublishedEntry]]] = {}
    for at, entry in enumerate(meeting["entries"]):
        by_item.setdefault(entry["item"], []).append((at, entry))
    sections = []
    if None in by_item or not meeting["items"]:
        inside = [_line(at, entry, agents, marks) for at, entry in by_item.get(None, [])]
        inside = inside or [element("p", None)]
        sections.append(element("debateSection", {"name": "opening", "eId": "opening"}, *inside))
    for place, item in enumerate(meeting["items"]):
        lines = [_line(at, entry, agents, marks) for at, entry in by_item.get(place, [])]
        sections.append(_section(item, lines))
    return element("debateBody", None, *sections)


def _marks(meeting: MeetingContent) -> dict[int, list[str]]:
    """What each line refers to: by its index, the concepts of its actions and promises."""
    found: dict[int, list[str]] = {}
    for mark, action in zip(_action_marks(meeting), meeting["actions"], strict=True):
        if action["entry"] is not None:
            own = [mark] if action["path"] else []
            found.setdefault(action["entry"], []).extend(["action", *own])
    for at, promise in enumerate(meeting["promises"]):
        if promise["entry"] is not None:
            found.setdefault(promise["entry"], []).extend(["promise", _promise_mark(at)])
    return {at: list(dict.fromkeys(named)) for at, named in found.items()}


def _section(item: PublishedItem, lines: list[Xml]) -> Xml:
    mark = f"item_{safe(item['path'].rsplit('/', 1)[-1])}"
    number = [element("num", None, item["number"])] if item["number"] else []
    heading = element("heading", None, item["title"])
    kind = item["kind"] or "item"
    return element("debateSection", {"name": kind, "eId": mark}, *number, heading, *(lines or _nothing()))


def _nothing() -> list[Xml]:
    return [element("p", None)]


def _line(at: int, entry: PublishedEntry, agents: Agents, marks: dict[int, list[str]]) -> Xml:
    named = " ".join(f"#{one}" for one in marks.get(at, [])) or None
    said = element("p", {"refersTo": named}, *_broken(entry["text"]))
    mark = f"entry_{at + 1}"
    if not entry["speakers"]:
        return element("other", {"eId": mark, "class": entry["kind"]}, said)
    by = agents.of(entry["speakers"][0])
    name = SPOKEN.get(entry["kind"], "speech")
    told = element("from", None, ", ".join(entry["speakers"]))
    return element(name, {"eId": mark, "by": f"#{by}", "class": entry["kind"]}, told, said)


def _broken(words: str) -> list[Xml | str]:
    """Lines of a text with the standard's break between."""
    found: list[Xml | str] = []
    for place, line in enumerate(words.split("\n")):
        found += [element("eol")] if place else []
        found.append(line)
    return found
