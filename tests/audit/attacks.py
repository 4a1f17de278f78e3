"""Eight ways to falsify a chain, each done clumsily, with care, or with every hash made to fit.

An attack takes a chance, the events and the stretch in which it may begin (first and last sequence), and
gives the events as they stand afterwards with the sequence where the damage begins.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from answerable.core.chain.events import Event
from tests.audit.chains import fit, fit_own, renumber

Attack = Callable[[Random, Sequence[Event], int, int], tuple[list[Event], int]]

OWN, ALL = 1, 2
"""How much is made to fit: the hashes of the touched events only, or of all events from there on."""


def _fitted(chance: Random, events: list[Event], touched: Sequence[int]) -> tuple[list[Event], int]:
    """Touched events (by place) are left as they are, or hashes are made to fit."""
    care = chance.choice([0, OWN, ALL])
    first = min(touched)
    if care == OWN:
        events = [fit_own(one) if n in touched else one for n, one in enumerate(events)]
    if care == ALL:
        events = fit(events, first)
    return events, first + 1


def change(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """One column of one event gets another value."""
    place = chance.randint(first, last) - 1
    changed = list(events)
    if chance.random() < 0.3:
        name = chance.choice(["hash", "before", "content_hash", "salt"])
        length = len(getattr(events[place], name))
        changed[place] = replace(events[place], **{name: f"{chance.getrandbits(4 * length):0{length}x}"})
        return changed, place + 1
    changed[place] = _another(chance, events[place])
    return _fitted(chance, changed, [place])


def _another(chance: Random, event: Event) -> Event:
    said = json.loads(event.content)
    said["summary"] = f"Did {chance.random()}."
    values = {
        "at": event.at[:-7] + f"{chance.randint(100, 999):03}999Z",
        "who": None if event.who else 1,
        "operation": event.operation + "s",
        "office": chance.randint(100, 10**6),
        "about": [["meetings.meeting", chance.randint(1000, 10**9)]],
        "content": json.dumps(said),
        "salt": "",
    }
    name = chance.choice(list(values))
    if name == "salt":
        return replace(event, salt="", content="")  # emptied, without an event that says so
    return replace(event, **{name: values[name]})


def delete(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """One to five events are taken out of the middle; the rest may close up."""
    place = chance.randint(first, last) - 1
    left = [*events[:place], *events[place + chance.randint(1, min(5, len(events) - place - 1)) :]]
    if chance.random() < 0.4:
        return left, place + 1
    return _fitted(chance, renumber(left, place), [place])


def insert(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """An event that never was is put in, in a place of its own or before all others."""
    place = chance.randint(first, last) - 1
    forged = _another(chance, replace(events[chance.randrange(len(events))], sequence=place + 1))
    forged = fit_own(replace(forged, before=events[place - 1].hash if place else "0" * 64))
    if first == 1 and chance.random() < 0.1:
        outside = replace(forged, sequence=-chance.randint(0, 10**6))
        return [fit_own(outside), *events], outside.sequence
    longer = [*events[:place], forged, *events[place:]]
    return _fitted(chance, renumber(longer, place + 1), [place])


def reorder(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """Two events change places."""
    one, other = sorted(chance.sample(range(first - 1, last), 2))
    changed = list(events)
    changed[one] = replace(events[other], sequence=one + 1)
    changed[other] = replace(events[one], sequence=other + 1)
    return _fitted(chance, changed, [one, other])


def swap(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """Two events exchange who did them, or when."""
    name = chance.choice(["who", "at"])
    one = chance.randrange(first - 1, last)
    others = [n for n in range(first - 1, last) if getattr(events[n], name) != getattr(events[one], name)]
    other = chance.choice(others)
    changed = list(events)
    changed[one] = replace(events[one], **{name: getattr(events[other], name)})
    changed[other] = replace(events[other], **{name: getattr(events[one], name)})
    return _fitted(chance, changed, [one, other])


def cut(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """Everything from some event on is taken away."""
    place = chance.randint(first, last) - 1
    return list(events[:place]), place + 1


def rewrite(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """One event says something else, and all events of the stretch get new salts and hashes."""
    place = chance.randint(first, last) - 1
    changed = list(events)
    for n in range(first - 1, len(events)):
        changed[n] = replace(events[n], salt=f"{chance.getrandbits(128):032x}")
    changed[place] = replace(_another(chance, changed[place]), salt=changed[place].salt)
    if not changed[place].content:
        changed[place] = replace(changed[place], salt="")
    return fit(changed, first - 1), first


def restore(chance: Random, events: Sequence[Event], first: int, last: int) -> tuple[list[Event], int]:
    """An old copy is put back, and other things are done after it."""
    place = chance.randint(first, last) - 1
    more = chance.randint(0, len(events) - place + 5)
    new = [
        replace(_another(chance, events[chance.randrange(len(events))]), sequence=place + n + 1)
        for n in range(more)
    ]
    return fit([*events[:place], *new], place), place + 1


ATTACKS: dict[str, Attack] = {
    "a field changed": change,
    "deleted from the middle": delete,
    "inserted": insert,
    "reordered": reorder,
    "actor or time swapped": swap,
    "tail cut": cut,
    "whole chain rewritten": rewrite,
    "old copy restored": restore,
}
