"""Who is named in the minutes, as references of Akoma Ntoso: once each, by a key of this file."""

from __future__ import annotations

from answerable.core.publication.addresses import safe
from answerable.core.publication.shapes import MeetingContent
from answerable.core.publication.standards.xml import Xml, element

PRESENT = "present"


class Agents:
    """Those present, and speakers who are named by nothing but their post or initials.

    "DCC" in a line is the person who was there and whom the list gives these initials to; where it gives them
    to several, or only to somebody who sent apologies, it is nobody but "DCC".
    """

    def __init__(self, meeting: MeetingContent, office_path: str) -> None:
        self._office = office_path
        self._found: dict[str, Xml] = {}
        self._keys: dict[str, str] = {}
        there = [one["abbreviation"] for one in meeting["attendance"] if one["status"] == PRESENT]
        for one in meeting["attendance"]:
            shown = ", ".join(part for part in (one["name"], one["capacity"]) if part)
            href = f"/{one['person']}" if one["person"] else f"/ontology/person/{self._slug(one['name'])}"
            key = self._add("person", one["name"], shown, href)
            initials = one["abbreviation"]
            if initials and one["status"] == PRESENT and there.count(initials) == 1:
                self._keys.setdefault(initials, key)
        for entry in meeting["entries"]:
            for name in entry["speakers"][:1]:
                if name not in self._keys:
                    self._add("speaker", name, name, f"/ontology/person/{self._slug(name)}")

    def of(self, name: str) -> str:
        """The key of a speaker, without its hash sign."""
        return self._keys[name]

    def references(self) -> list[Xml]:
        return list(self._found.values())

    def _add(self, what: str, name: str, shown: str, href: str) -> str:
        key = f"{what}_{len(self._found) + 1}"
        self._found[key] = element("TLCPerson", {"eId": key, "href": href, "showAs": shown or name})
        self._keys.setdefault(name, key)
        return key

    def _slug(self, name: str) -> str:
        return f"{self._office}/{safe(name).lower() or 'unnamed'}"
