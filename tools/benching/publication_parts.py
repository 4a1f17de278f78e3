"""Parts as an office would have published them, made of the generator's meeting records: no database."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from generating.records import Maker

from answerable.core.publication.parts import Kind, Part, made

OFFICE = "wyvern-valley"
WORDS = {
    "office": "OPCC",
    "commissioner": "Police and Crime Commissioner",
    "chief_officer": "Chief Constable",
}
DAYS_LATE = 30
PLACES_OF_A_TOPIC = 1_000  # a subject comes up in every eighth meeting, with some ten lines


def slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


class Record:
    """All that is told of so many meetings: the minutes one after the other, then what is told from all."""

    def __init__(self, meetings: int, seed: int = 1) -> None:
        self.meetings, self.seed = meetings, seed
        self.forums: dict[str, str] = {}
        self.actions: list[dict[str, Any]] = []
        self.topics: dict[str, list[str]] = defaultdict(list)
        self.present: dict[str, list[str]] = defaultdict(list)
        self.last = ""

    def minutes(self) -> Iterator[Part]:
        for record in islice(Maker(self.seed).meetings(self.meetings), self.meetings):
            content = self._meeting(record)
            yield made(content["path"], Kind.MEETING, content)

    def office(self) -> Part:
        """Ask for it when all minutes are made: it names their forums."""
        forums = [{"name": name, "path": path, "succeeds": None} for name, path in self.forums.items()]
        areas = [{"name": "North", "slug": "north", "start": None, "end": None}]
        content = {
            "name": "Wyvern Valley commissioner's office", "slug": OFFICE, "words": WORDS,
            "forces": [{"name": "Wyvern Valley Police", "areas": areas}], "forums": forums, "contact": {},
            "ends_on": None, "successor": None,
        }  # fmt: skip
        return made(OFFICE, Kind.OFFICE, content)

    def others(self) -> list[Part]:
        """The register with its actions, topics, people."""
        register = {
            "path": f"{OFFICE}/actions", "as_of": self.last, "actions": len(self.actions),
            "meetings": self.meetings, "first": "2006-01-01", "last": self.last,
        }  # fmt: skip
        people = [_person(name, places) for name, places in self.present.items()]
        return [
            made(f"{OFFICE}/actions", Kind.REGISTER, register),
            *(made(one["path"], Kind.ACTION, one) for one in self.actions),
            *(_topic(name, places[:PLACES_OF_A_TOPIC]) for name, places in self.topics.items()),
            made(
                f"{OFFICE}/people", Kind.PEOPLE, {"path": f"{OFFICE}/people", "people": people, "posts": []}
            ),
        ]

    def _meeting(self, record: dict[str, Any]) -> dict[str, Any]:
        told = record["meeting"]
        forum = f"{OFFICE}/{slug(told['forum'])}"
        self.forums[told["forum"]], self.last = forum, max(self.last, told["date"])
        path = f"{forum}/{told['date']}"
        keys = ("forum", "date", "title", "kind", "start_time", "end_time", "venue", "chair")
        items = [
            {"path": f"{path}/item/{one['number']}", "number": one["number"], "title": one["title"],
             "level": one["level"], "kind": "other", "assurance": None, "left_out": None}
            for one in record["items"]
        ]  # fmt: skip
        entries = [_entry(path, number, one) for number, one in enumerate(record["entries"], 1)]
        for one in entries:
            if "." in items[one["item"]]["number"]:
                self.topics[items[one["item"]]["title"]].append(one["path"])
        for one in record["exchanges"]:
            said = f"{path}#exchange-{one['entries'][0] + 1}"
            self.topics[items[one["item"]]["title"]].append(said)
        for one in record["attendance"]:
            self.present[one["name"]].append(path)
        return {
            **{key: told[key] for key in keys}, "path": path, "forum_path": forum, "state": "held",
            "approved_on": None, "how_read": "written here", "items": items, "entries": entries,
            "attendance": [_present(one) for one in record["attendance"]],
            "exchanges": [_without(one, "heading") for one in record["exchanges"]],
            "actions": [self._given(path, told, items, one) for one in record["actions"]],
            "promises": [_promise(path, number, one) for number, one in enumerate(record["commitments"], 1)],
            "updates": [], "figures": [], "files": [], "next_meeting": None, "left_out": [],
        }  # fmt: skip

    def _given(self, path: str, told: Any, items: list[Any], one: dict[str, Any]) -> dict[str, Any]:
        number = f"A-{len(self.actions) + 1:04}"
        due = one["due"][0]["date"] if one["due"] else None
        ended = _after(told["date"]) if len(self.actions) % 2 == 0 else None
        given = {
            "path": f"{OFFICE}/actions/{number}", "number": number, "item": one["item"],
            "entry": one["entry"], "text": one["text"], "owners": one["owners"], "dues": one["due"],
        }  # fmt: skip
        self.actions.append(
            {
                **given, "posts": one["owners"], "people": [], "owed_by": [], "bodies": [], "areas": [],
                "given": told["date"], "forum": told["forum"], "forum_path": path.rpartition("/")[0],
                "meeting": path, "item": items[one["item"]]["path"], "first_due": due, "due": due,
                "state": "closed" if ended else "open", "ended": ended, "done_on": ended,
                "kept": "in time" if ended and due else "",
                "slipped": 0, "waits_for": "", "overdue_from": None if ended else due,
                "lapses_from": None, "silent_from": None,
                "life": [_moment(told["date"], path, one)], "as_of": told["date"],
            }
        )  # fmt: skip
        del self.actions[-1]["entry"]
        self.topics[items[one["item"]]["title"]].append(given["path"])
        return given


def _after(date: str) -> str:
    return (dt.date.fromisoformat(date) + dt.timedelta(days=DAYS_LATE)).isoformat()


def _without(one: dict[str, Any], *names: str) -> dict[str, Any]:
    return {key: value for key, value in one.items() if key not in names}


def _entry(path: str, number: int, one: dict[str, Any]) -> dict[str, Any]:
    return {
        **_without(one, "source"), "path": f"{path}#entry-{number}", "page": None, "left_out": None,
        "areas": [], "bodies": [],
    }  # fmt: skip


def _present(one: dict[str, Any]) -> dict[str, Any]:
    names = ("name", "capacity", "abbreviation", "status")
    return {**{name: one[name] for name in names}, "person": f"{OFFICE}/people/{slug(one['name'])}"}


def _promise(path: str, number: int, one: dict[str, Any]) -> dict[str, Any]:
    return {
        "path": f"{path}#promise-{number}", "item": one["item"], "entry": one["entry"], "by": one["by"],
        "text": one["text"], "dues": [], "standing": "found", "became": None,
    }  # fmt: skip


def _moment(date: str, path: str, one: dict[str, Any]) -> dict[str, Any]:
    dues = [due["date"] for due in one["due"]]
    return {
        "on": date, "kind": "given", "words": one["text"], "meeting": path,
        "entry": f"{path}#entry-{one['entry'] + 1}", "due": dues[0] if dues else None, "dues": dues,
        "basis": "", "cause": "", "to": "", "late": False,
    }  # fmt: skip


def _topic(name: str, places: list[str]) -> Part:
    path = f"{OFFICE}/topics/{slug(name)}"
    content = {
        "path": path, "name": name, "places": places, "spoken": [], "measures": [], "also": [], "into": None,
    }  # fmt: skip
    return made(path, Kind.TOPIC, content)


def _person(name: str, places: Iterable[str]) -> dict[str, Any]:
    return {"path": f"{OFFICE}/people/{slug(name)}", "name": name, "tenures": [], "meetings": list(places)}
