"""How a forum meets, as the form of its settings shows it and sends it."""

from __future__ import annotations

from typing import Any

from answerable.components.words import time as clock
from answerable.core.calendar.deadlines import MOST_DAYS
from answerable.core.calendar.rules import MOST, YEARS
from answerable.core.minutes.markers import action_mark
from answerable.core.minutes.titles import item_kind
from answerable.meetings.models import Forum, Meeting
from answerable.web.address import Asked
from answerable.workspace.plan.typed import hour

KINDS = {str(value): str(text) for value, text in Meeting.Kind.choices}
WEEKS = {"1": "first", "2": "second", "3": "third", "4": "fourth", "5": "last"}
WEEKDAYS = {"0": "Monday", "1": "Tuesday", "2": "Wednesday", "3": "Thursday", "4": "Friday"}
MONTHS = {
    str(number): name
    for number, name in enumerate(
        "January February March April May June July August September October November December".split(), 1
    )
}
LABELS = {
    "arising": ("Matters arising", "Matters arising"),
    "aob": ("Any other business", "Any other business"),
    "next": ("Date of next meeting", "Next meeting"),
    "action": ("What stands before an action", "ACTION:"),
}
"""The words that a forum can have its own for: what they are for, and what is used otherwise."""

DAYS = {
    "terms_days": "Terms of reference out, working days before",
    "papers_days": "Papers in, working days before",
    "agenda_days": "Agenda out, working days before",
    "minutes_days": "Minutes due, working days after",
}
KIND_OF = {"arising": "matters_arising", "aob": "any_other_business", "next": "next_meeting"}
"""The kind of item that each of these words has to be known as."""

RULE_YEARS = {"financial": "April to March", "calendar": "January to December"}
LONGEST_LABEL = 60


def shown(forum: Forum) -> dict[str, str]:
    """The values of a forum as the form's inputs hold them."""
    plain = ("name", "rhythm", "start_time", "venue", "numbering", "layout", "papers_time", *DAYS)
    numbers = ("rhythm_week", "rhythm_weekday", "rhythm_month")
    held = {name: str(getattr(forum, name)) for name in plain}
    held.update({name: "" if getattr(forum, name) is None else str(getattr(forum, name)) for name in numbers})
    held.update({name: clock(held[name]) for name in ("start_time", "papers_time")})
    held.update({f"kind-{kind}": "yes" for kind in forum.kinds})
    held.update({f"label-{name}": str(text) for name, text in forum.labels.items()})
    for rule in forum.rules:
        held[f"rule-{rule.get('kind', '') or 'any'}"] = str(rule.get("at_least", ""))
        held["rule-year"] = str(rule.get("year", "financial"))
    return held


def typed(values: Asked) -> dict[str, Any]:
    """What the form says, as values of the forum; usable where it left no problem."""
    found: dict[str, Any] = {"name": values.text("name"), "venue": values.text("venue")}
    if not found["name"]:
        values.refuse("name", "Give the forum a name")
    for name in ("start_time", "papers_time"):
        found[name] = hour(values, name)
    numbering = values.choice("numbering", dict(Forum.Numbering.choices), "the numbering")
    layout = values.choice("layout", dict(Forum.Layout.choices), "the layout")
    found |= {"numbering": numbering or Forum.Numbering.DECIMAL, "layout": layout or Forum.Layout.COLUMN}
    found |= _rhythm(values)
    found |= {name: _whole(values, name, what, MOST_DAYS) for name, what in DAYS.items()}
    if found["minutes_days"] == 0:
        values.refuse("minutes_days", "Give the minutes at least one working day after the meeting")
    found["kinds"] = [kind for kind in KINDS if values.text(f"kind-{kind}")]
    found["labels"] = {name: text for name in LABELS if (text := _label(values, name))}
    found["rules"] = _rules(values)
    return found


def _label(values: Asked, name: str) -> str:
    """A word of the forum's own, where minutes that are printed with it are read as what it is for."""
    text = values.text(f"label-{name}")
    if len(text) > LONGEST_LABEL:
        values.refuse(f"label-{name}", f"Shorten it to {LONGEST_LABEL} letters")
    elif text and not _is_known(name, text):
        what, usual = LABELS[name]
        known = f"write words that say so, such as “{usual}”"
        values.refuse(f"label-{name}", f"{what}: minutes are not read so with “{text}”; {known}")
    return text


def _is_known(name: str, text: str) -> bool:
    if name == "action":
        return action_mark(f"{text} X") is not None
    return item_kind(text) == KIND_OF[name]


def _rhythm(values: Asked) -> dict[str, Any]:
    """The rhythm whole, or none: one without its day cannot be planned by."""
    rhythm = values.choice("rhythm", dict(Forum.Rhythm.choices), "how often it meets") or ""
    week = values.choice("rhythm_week", WEEKS, "the week")
    weekday = values.choice("rhythm_weekday", WEEKDAYS, "the day")
    month = values.choice("rhythm_month", MONTHS, "the month")
    if rhythm and (week is None or weekday is None) and not values.problems:
        values.refuse("rhythm_week", "Say on which day of the month it meets")
    return {
        "rhythm": rhythm,
        "rhythm_week": int(week) if week else None,
        "rhythm_weekday": int(weekday) if weekday else None,
        "rhythm_month": int(month) if month else None,
    }


def _whole(values: Asked, name: str, what: str, most: int) -> int | None:
    """A whole number from 0; None with a problem where it is none."""
    text = values.text(name)
    if text.isascii() and text.isdigit() and int(text[:6]) <= most:
        return int(text)
    values.refuse(name, f"{what}: write a whole number from 0 to {most}")
    return None


def _rules(values: Asked) -> list[dict[str, Any]]:
    year = values.choice("rule-year", RULE_YEARS, "the year") or "financial"
    assert set(RULE_YEARS) == set(YEARS)
    found = []
    for kind in ["any", *KINDS]:
        name = f"rule-{kind}"
        if values.text(name):
            count = _whole(values, name, "Meetings a year", MOST)
            if count:
                found.append({"kind": "" if kind == "any" else kind, "at_least": count, "year": year})
    return found
