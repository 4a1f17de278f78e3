"""What the register and an action's page say in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from answerable.components import words
from answerable.components.lives import OVERDUE, WORDS
from answerable.core.actions.outcomes import SMALLEST_SHARE, Outcome
from answerable.core.publication.figures import Figures
from answerable.public.actions.rows import day

BASES = {
    "told": "the office was told that it is done",
    "shown": "the office was shown that it is done",
    "tested": "the office tested that it is done",
}
"""What the office went by when it closed an action: see ``core.actions.steps``."""

CAUSES = {
    "cancelled": "a meeting was cancelled or moved",
    "waiting": "it waits for somebody outside the force and the office",
    "changed": "what is asked for changed",
    "slipped": "it takes longer than was promised",
}

PASSING = ("silent", "due", "moved")
"""Steps that a report outlives."""

LAPSED = "that are open have lapsed: late, or six months old without a date, and not spoken of since"


class Sentence(NamedTuple):
    """A figure with what it is counted of, and what it means."""

    figure: str
    meaning: str


def sentences(one: Figures) -> list[Sentence]:
    """Kept in time, late, open and lapsed, each of those that can be so."""
    if not one.all:
        return []
    kept, lapsed = one.counts[Outcome.KEPT], one.counts[Outcome.LAPSED]
    reported = one.counts[Outcome.REPORTED]
    found = []
    if one.dated_done:
        found.append(
            Sentence(_share(kept, one.dated_done), _("that are done and had a date were kept in time"))
        )
    found.append(Sentence(_share(one.open, one.all), _("are open")))
    if one.dated_open:
        found.append(
            Sentence(_share(one.overdue, one.dated_open), _("that are open and have a date are late"))
        )
    if one.open:
        found.append(Sentence(_share(lapsed, one.open), words.said(LAPSED)))
    if reported:
        found.append(
            Sentence(_share(reported, one.all), _("were reported as done, and nobody has accepted that yet"))
        )
    if one.counts[Outcome.UNDATED]:
        found.append(
            Sentence(_share(one.counts[Outcome.UNDATED], one.all), _("were done and never had a date"))
        )
    if one.counts[Outcome.WITHDRAWN]:
        found.append(Sentence(_share(one.counts[Outcome.WITHDRAWN], one.all), _("were withdrawn or merged")))
    return found


def _share(part: int, whole: int) -> str:
    """ "41 of 60 (68%)", by the rule of ``core.actions.outcomes.share``."""
    said = {"part": words.number(part), "whole": words.number(whole)}
    if whole < SMALLEST_SHARE:
        return _("%(part)s of %(whole)s") % said
    return _("%(part)s of %(whole)s (%(share)s%%)") % {**said, "share": round(100 * part / whole)}


@dataclass(frozen=True, slots=True)
class Step:
    """A line of an action's life; silent meetings one after another are one. See ``components.lives``."""

    kind: str
    word: str
    on: dt.date
    until: dt.date | None
    count: int
    dues: Sequence[dt.date]
    said: str
    words: str
    why: str
    meeting: str | None
    place: str | None


def steps(life: Iterable[Mapping[str, Any]], still_open: bool = False) -> list[Step]:
    """The life of an action as lines, in order. One that is open after a report waits for another owner."""
    runs = groupby(enumerate(life), key=lambda pair: -1 if pair[1]["kind"] == "silent" else pair[0])
    found = [_step([one for _, one in run]) for _, run in runs]
    last = next((at for at, one in reversed([*enumerate(found)]) if one.kind not in PASSING), None)
    if still_open and last is not None and found[last].kind == "reported":
        found[last] = replace(found[last], why=_("somebody else who owes it has not reported yet"))
    return found


def _step(run: Sequence[Mapping[str, Any]]) -> Step:
    first, last = run[0], run[-1]
    kind = first["kind"]
    word = words.said(OVERDUE if first["late"] else WORDS[kind])
    dues = [dt.date.fromisoformat(one) for one in first["dues"]] if kind in ("moved", "happened") else []
    return Step(
        kind, word, dt.date.fromisoformat(first["on"]), day(last["on"]) if len(run) > 1 else None, len(run),
        dues, _said(kind, word, dues, first), first["words"], words.said(CAUSES.get(first["cause"], "")),
        first["meeting"] if len(run) == 1 else None, first["entry"],
    )  # fmt: skip


def _said(kind: str, word: str, dues: Sequence[dt.date], one: Mapping[str, Any]) -> str:
    """The word with what it came to: "Moved to 29 February 2024"."""
    if kind == "moved":
        until = words.listed(map(words.date, dues)) or _("when an event has happened")
        return _("%(what)s to %(day)s") % {"what": word, "day": until}
    if kind == "met" and one["due"]:
        return _("What was due %(day)s is done") % {"day": words.date(day(one["due"]))}
    if dues:
        return _("%(what)s: due %(day)s") % {"what": word, "day": words.listed(map(words.date, dues))}
    if one["basis"]:
        return f"{word}: {words.said(BASES[one['basis']])}"
    if one["to"]:
        if kind in ("joined", "split"):
            return f"{word}: {one['to']}"
        return _("%(what)s to %(whom)s") % {"what": word, "whom": one["to"]}
    return word
