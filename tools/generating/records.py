"""Meeting records made from a seed: a few forums that meet every month and come back to what they asked."""

from __future__ import annotations

import calendar
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from generating import words

FIRST_YEAR = 2006
FORUM_COPIES = 10
"""Each forum's name stands for so many forums ("Rural Forum, Saltwick"), so that months suffice."""

ENTRIES = 60
SATURDAY = 5
SUBJECT_ITEMS = 6
ACTIONS = 6
SHARE_WITH_DUE = 0.6
SHARE_RETURNING = 0.5
"""How many of a meeting's actions are reported on at the next meeting of the forum."""

Record = dict[str, Any]

LISTS = ("attendance", "items", "entries", "exchanges", "actions", "updates", "commitments", "figures")


class Maker:
    """Makes one meeting after the other: the same seed, the same meetings."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._open: dict[str, list[tuple[str, str]]] = {}

    def meetings(self, count: int) -> Iterator[Record]:
        """``count`` records in the order of their dates; no two share forum and date."""
        forums = [f"{name}, {place}" for place in words.PLACES[:FORUM_COPIES] for name in words.FORUMS]
        for number in range(count):
            month, forum = divmod(number, len(forums))
            yield self._meeting(
                number, forums[forum], _weekday(FIRST_YEAR + month // 12, month % 12 + 1, forum)
            )

    def _meeting(self, number: int, forum: str, held: date) -> Record:
        writer = _Writer(self._random, held)
        printed = f"{held.day} {calendar.month_name[held.month]} {held.year}"
        title = f"{forum} {printed}"
        people = _people(forum, held)
        meeting = {
            "title": title,
            "forum": forum,
            "kind": None,
            "date": held.isoformat(),
            "start_time": "10:30",
            "end_time": None,
            "chair": people[0],
            "minutes_by": people[2],
            "venue": f"Valley House, {words.PLACES[number % len(words.PLACES)]}",
            "source": writer.place(title),
        }
        attendance = [
            writer.person(name, post, words_)
            for name, (post, words_) in zip(people, words.POSTS, strict=True)
        ]
        self._matters_arising(writer, forum)
        writer.business()
        self._open[forum] = writer.given
        record = writer.record
        record["meeting"], record["attendance"] = meeting, attendance
        record["source"] = {
            "name": f"{number:05}.txt",
            "media_type": "text/plain",
            "sha256": f"{number:064x}",
            "pages": None,
        }
        return record

    def _matters_arising(self, writer: _Writer, forum: str) -> None:
        """Half of what the last meeting gave comes back with a word on it."""
        writer.item("1", "Matters arising", "matters_arising")
        for meeting, action in self._open.get(forum, ()):
            if self._random.random() < SHARE_RETURNING:
                writer.update(meeting, action)


class _Writer:
    """One meeting's record as it grows; its text is the lines one after the other."""

    def __init__(self, chance: random.Random, held: date) -> None:
        self._random = chance
        self._held = held
        self._at = 0
        self._paragraph = 0
        self._middles: dict[Sequence[str], list[str]] = {}
        self.given: list[tuple[str, str]] = []
        self.record: Record = {
            "format": "meeting-record/1",
            "source": {},
            "meeting": {},
            **{key: [] for key in LISTS},
            "next_meeting": None,
            "furniture": [],
            "warnings": [],
        }

    def place(self, text: str) -> list[dict[str, Any]]:
        """The text's place on a line of its own."""
        start = self._at
        self._at += len(text) + 1
        return [{"page": None, "bbox": None, "start": start, "end": start + len(text), "quote": text}]

    def person(self, name: str, abbreviation: str, capacity: str) -> dict[str, Any]:
        return {
            "name": name,
            "capacity": capacity,
            "abbreviation": abbreviation,
            "status": "present" if self._random.random() < 0.85 else "apologies",
            "from_item": None,
            "to_item": None,
            "source": self.place(f"{name}\t{capacity} ({abbreviation})"),
        }

    def item(self, number: str, title: str, kind: str = "other") -> None:
        self.record["items"].append(
            {
                "number": number,
                "label": f"{number}.",
                "title": title,
                "level": number.count(".") + 1,
                "kind": kind,
                "assurance": None,
                "source": self.place(f"{number}.\t{title}"),
            }
        )

    def entry(self, kind: str, text: str, speakers: list[str] | None = None) -> int:
        """Adds an entry under the last item and gives its position."""
        self._paragraph += kind != "response"
        self.record["entries"].append(
            {
                "item": len(self.record["items"]) - 1,
                "heading": None,
                "paragraph": self._paragraph,
                "kind": kind,
                "text": text,
                "speakers": speakers or [],
                "source": self.place(text),
            }
        )
        return len(self.record["entries"]) - 1

    def update(self, meeting: str, action: str) -> None:
        said = self._fill(self._random.choice(words.UPDATES))
        position = self.entry("update", f"{action} Update: {said}")
        status = "complete" if "completed" in said else "open"
        self.record["updates"].append(
            {
                "meeting": meeting,
                "item": None,
                "action": action,
                "update": said,
                "status": status,
                "source": self.record["entries"][position]["source"],
            }
        )

    def business(self) -> None:
        """The items of the meeting up to its number of entries, then any other business."""
        subjects = self._random.sample(words.SUBJECTS, SUBJECT_ITEMS)
        self.item("2", "Holding to account", "holding_to_account")
        todo = ENTRIES - len(self.record["entries"])
        given = Counter(self._random.choices(subjects, k=ACTIONS))
        for number, subject in enumerate(subjects, start=1):
            self._subject = subject
            self.item(f"2.{number}", subject.capitalize())
            entries = todo // (SUBJECT_ITEMS - number + 1)
            self._discuss(entries, actions=given[subject])
            todo -= entries
        self.item("3", "Any other business", "any_other_business")

    def _discuss(self, entries: int, actions: int) -> None:
        self.entry("note", self._fill(self._random.choice(words.NOTES)))
        left = entries - 1 - actions
        while left > 1:
            self._exchange()
            left -= 2
        if left:
            self._aside()
        for _ in range(actions):
            self._action()

    def _exchange(self) -> None:
        asker, answerer = self._random.choice(("PCC", "DPCC")), self._random.choice(("CC", "DCC", "ACC"))
        question = self._put_together(words.ASKS, words.ASK_MIDDLES, words.ASK_ENDS, asker=asker)
        response = self._put_together(
            words.ANSWERS, words.ANSWER_MIDDLES, words.ANSWER_ENDS, answerer=answerer
        )
        entries = [self.entry("question", question, [asker]), self.entry("response", response, [answerer])]
        self.record["exchanges"].append(
            {
                "item": len(self.record["items"]) - 1,
                "heading": None,
                "asked_by": [asker],
                "question": question,
                "answered_by": [answerer],
                "response": response,
                "stance": None,
                "entries": entries,
            }
        )

    def _aside(self) -> None:
        if self._random.random() < 0.5:
            self.entry("decision", self._fill(self._random.choice(words.DECISIONS)))
            return
        by = self._random.choice(("CC", "DCC", "ACC"))
        text = self._fill(self._random.choice(words.COMMITMENTS), asker="PCC", answerer=by)
        position = self.entry("commitment", text, [by])
        self.record["commitments"].append(
            {
                "item": len(self.record["items"]) - 1,
                "by": [by],
                "text": text,
                "due": [],
                "entry": position,
                "source": self.record["entries"][position]["source"],
            }
        )

    def _action(self) -> None:
        owner = self._random.choice([post for post, _ in words.POSTS])
        due = self._due() if self._random.random() < SHARE_WITH_DUE else None
        said = f" {due['text']}" if due else ""
        text = self._fill(self._random.choice(words.ACTIONS), owner=owner, due=said)
        position = self.entry("action", f"ACTION: {text}")
        self.record["actions"].append(
            {
                "item": len(self.record["items"]) - 1,
                "heading": None,
                "label": None,
                "text": text,
                "owners": [owner],
                "owners_source": [],
                "due": [due] if due else [],
                "entry": position,
                "source": self.record["entries"][position]["source"],
            }
        )
        self.given.append((f"{self._held:%Y-%m}", text))

    def _due(self) -> dict[str, Any]:
        months = self._random.choice((1, 2, 3, 6))
        last = self._held + timedelta(days=31 * months)
        day = calendar.monthrange(last.year, last.month)[1]
        text = f"by the end of {calendar.month_name[last.month]} {last.year}"
        return {"text": text, "date": date(last.year, last.month, day).isoformat(), "precision": "month"}

    def _put_together(
        self, starts: Sequence[str], middles: Sequence[str], ends: Sequence[str], **given: str
    ) -> str:
        """A sentence from one of each; a middle comes again only when all have been used."""
        if not self._middles.get(middles):
            self._middles[middles] = self._random.sample(middles, len(middles))
        middle = self._middles[middles].pop()
        return self._fill(f"{self._random.choice(starts)} {middle}{self._random.choice(ends)}", **given)

    def _fill(self, template: str, **given: str) -> str:
        chance = self._random
        return template.format(
            subject=getattr(self, "_subject", chance.choice(words.SUBJECTS)),
            place=chance.choice(words.PLACES),
            number=chance.randint(2, 90),
            share=chance.randint(40, 99),
            other=chance.randint(40, 99),
            month=calendar.month_name[chance.randint(1, 12)],
            earlier=calendar.month_name[(self._held.month - 2) % 12 + 1],
            **given,
        )


def _weekday(year: int, month: int, forum: int) -> date:
    """A weekday of the month, another for each forum."""
    day = date(year, month, 1 + forum % 26)
    return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() >= SATURDAY else 0)


def _people(forum: str, held: date) -> list[str]:
    """Who holds the six posts: they change every four years, and differ by forum a little."""
    term = held.year // 4
    return [
        f"{words.FIRST_NAMES[(term * 3 + post * 5) % len(words.FIRST_NAMES)]} "
        f"{words.LAST_NAMES[(term * 7 + post * 11 + len(forum) % 2) % len(words.LAST_NAMES)]}"
        for post in range(len(words.POSTS))
    ]


def text_of(record: Record) -> str:
    """The text that the record's places count in."""
    pieces: dict[int, str] = {}
    for one in [record["meeting"], *record["attendance"], *record["items"], *record["entries"]]:
        for place in one["source"]:
            pieces[place["start"]] = place["quote"]
    return "".join(f"{quote}\n" for _start, quote in sorted(pieces.items()))
