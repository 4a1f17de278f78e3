"""Scores of actions, their owners and dues, and of updates on earlier actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from scoring.cases import Case
from scoring.likeness import fold, overlap, pair, ratio, without_trailing_brackets, words
from scoring.tally import Tallies, Tally

ACTION_LIKENESS = 0.8
UPDATE_LIKENESS = 0.55

Values = Mapping[str, Any]


def score_actions(case: Case, record: Values) -> Tallies:
    """Actions by wording; owners, dues, items and labels of those that matched."""
    tallies: Tallies = {key: Tally() for key in ("actions", "owners", "dues", "due words", "action items")}
    labels, given = case.labels["actions"], record["actions"]
    optional = case.labels.get("optional_actions", [])
    joined = pair(labels, given, action_likeness, ACTION_LIKENESS)
    for index, label in enumerate(labels):
        if index not in joined:
            tallies["actions"].missed.append(_shown(label))
            continue
        tallies["actions"].hit()
        _score_matched(tallies, case, label, given[joined[index]], record)
    used = set(joined.values())
    rows = case.labels.get("updates", [])
    for index, action in enumerate(given):
        if index in used or _is_log_row(action, rows):
            continue
        if not any(action_likeness(label, action) >= ACTION_LIKENESS for label in optional):
            tallies["actions"].wrong.append(_shown(action))
    return tallies


def action_likeness(label: Values, action: Values) -> float:
    """How alike two actions are worded: 0 to 1."""
    best = max(
        ratio(label["text"], action["text"], ACTION_LIKENESS),
        ratio(without_trailing_brackets(label["text"]), action["text"], ACTION_LIKENESS),
    )
    if label.get("flexible"):
        best = max(best, overlap(label["text"], action["text"]))
    return best


def _score_matched(tallies: Tallies, case: Case, label: Values, action: Values, record: Values) -> None:
    uncertain = label.get("owners_uncertain") or label["item"] in case.labels.get("owners_uncertain", ())
    if not uncertain:
        same = same_owners(label["owners"], action["owners"])
        tallies["owners"].compare(
            same, f"{label['owners']} for {label['text'][:70]!r}", str(action["owners"])
        )
    default = case.labels.get("default_due")
    wanted = label["due"] or ([default] if isinstance(default, dict) else [])
    shown = str([due["text"] for due in action["due"]])
    tallies["dues"].compare(
        same_dues(wanted, action["due"]),
        f"{_dates(wanted)} for {label['text'][:90]!r}",
        f"{_dates(action['due'])} {shown}",
    )
    tallies["due words"].compare(
        same_due_words(wanted, action["due"]), str([due["text"] for due in wanted]), shown
    )
    item = None if action["item"] is None else record["items"][action["item"]]
    number = None if item is None else item["number"]
    if label["item"] is not None:
        tallies["action items"].compare(
            number == label["item"], f"item {label['item']} for {label['text'][:70]!r}", str(number)
        )


def _shown(action: Values) -> str:
    return f"{action['text']} {action['owners']}"


def _dates(dues: Sequence[Values]) -> list[str | None]:
    return [due["date"] for due in dues]


def same_owners(label: Sequence[str], given: Sequence[str]) -> bool:
    """Equal as sets, where a full name and its initials are the same owner."""
    return len(set(label)) == len(set(given)) and all(
        any(_same_owner(owner, other) for other in given) for owner in label
    )


def _same_owner(one: str, other: str) -> bool:
    return fold(one) == fold(other) or fold(one) == _initials(other) or fold(other) == _initials(one)


def _initials(name: str) -> str:
    return "".join(word[0] for word in words(name))


def same_dues(label: Sequence[Values], given: Sequence[Values]) -> bool:
    """Equal as sets of dates, an event being a date of its own; optional dues may be there or not."""
    left = list(label)
    for due in given:
        match = next(
            (one for one in left if due["date"] in (one["date"], one.get("or_date", one["date"]))), None
        )
        if match is None:
            return False
        left.remove(match)
    return all(due.get("optional") for due in left)


def same_due_words(label: Sequence[Values], given: Sequence[Values]) -> bool:
    """Equal as sets of words of time, optional ones aside."""
    wanted = {fold(due["text"]) for due in label if not due.get("optional")}
    allowed = {fold(due["text"]) for due in label}
    got = {fold(due["text"]) for due in given}
    return wanted <= got <= allowed


def score_updates(case: Case, record: Values) -> Tallies:
    """Updates by the wording of action and update; an action log's row counts in either list, once."""
    tallies: Tallies = {
        key: Tally() for key in ("updates", "update meetings", "update items", "update status")
    }
    labels, given = case.labels.get("updates", []), record["updates"]
    joined = pair(labels, given, update_likeness, UPDATE_LIKENESS)
    actions = record["actions"]
    for index, label in enumerate(labels):
        if index in joined:
            tallies["updates"].hit()
            _score_update(tallies, label, given[joined[index]])
        elif "owners" in label and any(_same_row(label, action) for action in actions):
            tallies["updates"].hit()
        else:
            tallies["updates"].missed.append(f"{label['action']} => {label['update']}")
    used = set(joined.values())
    tallies["updates"].wrong.extend(
        f"{update['action']} => {update['update']}" for index, update in enumerate(given) if index not in used
    )
    return tallies


def update_likeness(label: Values, update: Values) -> float:
    """How alike two updates are worded, the action and what was said of it together."""
    return ratio(
        f"{label['action']} {label['update']}", f"{update['action']} {update['update']}", UPDATE_LIKENESS
    )


def _score_update(tallies: Tallies, label: Values, update: Values) -> None:
    shown = label["action"][:70]
    for field, key in (("update meetings", "meeting"), ("update items", "item"), ("update status", "status")):
        if key in label:
            tallies[field].compare(
                label[key] == update[key], f"{key} {label[key]} for {shown!r}", str(update[key])
            )


def _is_log_row(action: Values, rows: Sequence[Values]) -> bool:
    """An open row of a log (its label has owners) is both an update and an action that stands."""
    return any("owners" in row and _same_row(row, action) for row in rows)


def _same_row(row: Values, action: Values) -> bool:
    return ratio(row["action"], action["text"], ACTION_LIKENESS) >= ACTION_LIKENESS
