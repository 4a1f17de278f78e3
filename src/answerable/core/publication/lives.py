"""The life of an action as the public is told it: the rules of ``core.actions`` on public minutes."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from answerable.core.actions.life import Mention, Sitting
from answerable.core.actions.timeline import Moment, timeline
from answerable.core.publication.shapes import PublishedMoment


class Said(NamedTuple):
    """What stands with a mention: the words and where they are public, the basis, where it went."""

    words: str = ""
    meeting: str | None = None
    entry: str | None = None
    basis: str = ""
    to: str = ""


NOTHING_SAID = Said()
Told = tuple[Mention, Said]
Held = tuple[Sitting, str]
"""A meeting whose minutes are public, and its path."""


def moments(
    told: Sequence[Told], held: Sequence[Held], successors: Mapping[Hashable, Hashable], today: date
) -> list[PublishedMoment]:
    """Every step of a life up to a day, in order; ``held`` are the public meetings of its forums."""
    said = {id(mention): words for mention, words in told}
    paths = {(sitting.on, sitting.forum): path for sitting, path in held}
    marks = timeline([one for one, _ in told], [one for one, _ in held], successors, today)
    return [_moment(one, said.get(id(one.mention), NOTHING_SAID), paths) for one in marks]


def _moment(one: Moment, said: Said, paths: Mapping[tuple[date, Hashable], str]) -> PublishedMoment:
    mention = one.mention
    dues = [day.isoformat() for day in mention.dues] if mention else []
    return {
        "on": one.on.isoformat(),
        "kind": one.kind,
        "words": said.words,
        "meeting": said.meeting or (paths.get((one.on, one.forum)) if one.forum is not None else None),
        "entry": said.entry,
        "due": dues[0] if dues else None,
        "dues": dues,
        "basis": said.basis,
        "cause": mention.cause if mention else "",
        "to": said.to,
        "late": one.late,
    }
