"""Scores of a meeting's head, attendance, agenda, next meeting and warnings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.cases import Case
from scoring.likeness import fold, pair, ratio
from scoring.tally import Tallies, Tally

ITEM_LIKENESS = 0.75

HEAD = ("title", "date", "start_time", "end_time", "chair", "minutes_by", "venue")
NEXT = ("date", "start_time", "venue", "type")
Values = Mapping[str, Any]


def score_header(case: Case, record: Values) -> Tallies:
    """Each value of the meeting's head that the labels know about, folded and equal."""
    tallies: Tallies = {"header": Tally()}
    for key in HEAD:
        if key in case.labels["meeting"]:
            one = Tally()
            _value(one, key, case.labels["meeting"][key], record["meeting"].get(key))
            tallies["header"].add(one)
    return tallies


def score_next_meeting(case: Case, record: Values) -> Tallies:
    """The next meeting's values; a labelled ``month`` alone allows its last day as the date."""
    tally = Tally()
    label = case.labels.get("next_meeting") or {}
    given = record["next_meeting"] or {}
    for key in NEXT:
        value = given.get(key)
        if key == "date" and value and label.get("month") == value[:7]:
            continue
        _value(tally, f"next {key}", label.get(key), value)
    return {"next_meeting": tally}


def _value(tally: Tally, key: str, label: str | None, given: str | None) -> None:
    if label is None and given is None:
        return
    if label is None:
        tally.wrong.append(f"{key}: {given!r}")
    elif given is None:
        tally.missed.append(f"{key}: {label!r}")
    else:
        tally.compare(fold(label) == fold(given), f"{key}: {label!r}", repr(given))


def score_attendance(case: Case, record: Values) -> Tallies:
    """Name and status first; capacity and abbreviation of those found, in a field of their own."""
    people, details = Tally(), Tally()
    labels, given = case.labels["attendance"], record["attendance"]

    def same(label: Values, person: Values) -> float:
        return float(fold(label["name"]) == fold(person["name"])) * (
            1.0 if label["status"] == person["status"] else 0.0
        )

    joined = pair(labels, given, same, least=0.5)
    for index, label in enumerate(labels):
        if index not in joined:
            people.missed.append(f"{label['name']} ({label['status']})")
            continue
        people.hit()
        person = given[joined[index]]
        for key in ("capacity", "abbreviation"):
            _value(details, f"{label['name']} {key}", label.get(key), person.get(key))
    used = set(joined.values())
    people.wrong.extend(
        f"{person['name']} ({person['status']}, {person['capacity']})"
        for index, person in enumerate(given)
        if index not in used
    )
    return {"attendance": people, "capacities": details}


def score_items(case: Case, record: Values) -> Tallies:
    """Number and title together. A document's ``body_headings`` may be given as items or not.

    Where the labels list numbered items only, an item without a number counts neither way.
    """
    tally = Tally()
    labels, given = case.labels["items"], record["items"]
    optional = case.labels.get("body_headings", [])
    only_numbered = all(label["number"] for label in labels)

    def alike(label: Values, item: Values) -> float:
        return ratio(_printed(label), _printed(item), ITEM_LIKENESS)

    joined = pair(labels, given, alike, ITEM_LIKENESS)
    for index, label in enumerate(labels):
        if index in joined and (label["number"] or "") == (given[joined[index]]["number"] or ""):
            tally.hit()
        elif index in joined:
            tally.differ(_printed(label), _printed(given[joined[index]]))
        else:
            tally.missed.append(_printed(label))
    used = set(joined.values())
    for index, item in enumerate(given):
        if index in used or (only_numbered and item["number"] is None):
            continue
        if any(ratio(item["title"], title, ITEM_LIKENESS) for title in optional):
            continue
        tally.wrong.append(_printed(item))
    return {"items": tally}


def _printed(item: Values) -> str:
    return f"{item['number'] or ''} {item['title']}".strip()


def score_warnings(case: Case, record: Values) -> Tallies:
    """Codes that must be raised; others that are raised count neither way."""
    tally = Tally()
    raised = {warning["code"] for warning in record["warnings"]}
    for code in case.warnings_required:
        if code in raised:
            tally.hit()
        else:
            tally.missed.append(code)
    return {"warnings": tally}
