"""The unpublished places by kind, and how many canaries there must be in each at least."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from answerable.actions.models import Action, Commitment
from answerable.meetings.models import Attendance, Entry, Exchange, Figure, Item
from tests.leaks.looking import Seen
from tests.leaks.record import Record


@dataclass(frozen=True, slots=True)
class PlaceKind:
    """``tables`` are the beginnings of places ("table.column"); the first kind that fits counts."""

    name: str
    tables: tuple[str, ...]
    least: int


LEFT_OUT = "Of these, in meetings whose minutes are public: left out, restricted, not told"
LEAST_LEFT_OUT = 40
PLACE_KINDS = (
    PlaceKind("Why something is left out", ("publishing.Redaction.",), 8),
    PlaceKind("What waits, was dropped or is embargoed, and its checks", ("publishing.Publication.",), 10),
    PlaceKind("Decisions that are not ready, and exempt parts", ("publishing.DecisionRecord.",), 8),
    PlaceKind("Remarks of those who check minutes, and doubts", ("minuting.Remark.", "meetings.Warning."), 8),
    PlaceKind("Minutes as they are written: lines, changes, who was there, drafts", ("minuting.",), 12),
    PlaceKind("Agendas, terms of reference and briefing notes", ("agendas.", "papers.Note", "papers.P",
              "papers.T", "papers.B"), 10),
    PlaceKind("Hidden parts of files: comments, deletions, properties, names", ("papers.file.",), 10),
    PlaceKind("Originals: their words, names and bytes", ("documents.",), 20),
    PlaceKind("The index of the working search", ("search.",), 40),
    PlaceKind("Messages", ("mail.",), 8),
    PlaceKind("Events, sessions and what is cached", ("audit.", "accounts.Session.", "accounts.Cached."), 5),
    PlaceKind("Accounts: names and addresses", ("accounts.User.",), 10),
    PlaceKind("Topics and measures that are not published", ("topics.", "measures."), 10),
    PlaceKind("Actions, promises and reports of meetings that are not published", ("actions.",), 50),
    PlaceKind("Meetings that are not published, restricted lines, sources", ("meetings.",), 100),
    PlaceKind("Plans, inspections, funding", ("plans.",), 15),
    PlaceKind("What came in, people, other offices", ("intake.", "people.", "offices.", "papers.",
              "publishing."), 10),
)  # fmt: skip
LEAST = 300
"""Canaries in all that must not be found anywhere."""


def by_kind(record: Record, seen: Seen) -> Counter[str]:
    """How many canaries that may not be public there are of each kind."""
    found: Counter[str] = Counter()
    meetings = set().union(*record.told_of.values())
    near = {
        (model._meta.label, key)
        for model in (Item, Entry, Exchange, Figure, Attendance, Action, Commitment)
        for key in model._default_manager.filter(meeting__in=meetings).values_list("pk", flat=True)
    }
    for letters, planted in record.garden.planted.items():
        if letters in seen.public:
            continue
        found[LEFT_OUT] += letters in record.secret or (planted.table, planted.key) in near
        found[kind_of(planted.place)] += 1
    return found


def kind_of(place: str) -> str:
    return next(one.name for one in PLACE_KINDS if place.startswith(one.tables))
