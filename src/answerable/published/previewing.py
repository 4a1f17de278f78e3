"""What a public page would read if something were public now: rows that lie over the store, never saved.

A view that shows one thing takes them as ``over`` and hands them to ``queries.snapshot_at`` or ``line_at``;
no address has a word of that name, so the public can ask for none. Lists are told from the store's own rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from answerable.core.publication.lines import LineFact, lines
from answerable.core.publication.parts import Part
from answerable.published.models import Line, Publication, Snapshot


@dataclass(frozen=True, slots=True)
class Over:
    """Snapshots and lines by their paths."""

    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    lines: Mapping[str, Line] = field(default_factory=dict)


NOTHING = Over()


def over(publication: Publication, parts: Sequence[Part], versions: Mapping[str, int]) -> Over:
    """As if the publication (not saved) had brought these parts. ``versions``: the last of each path."""
    snapshots = {one.path: _snapshot(publication, one, versions.get(one.path, 0) + 1) for one in parts}
    told = (_line(publication, part, fact) for part in parts for fact in lines(part))
    return Over(snapshots, {one.path: one for one in told})


def _snapshot(publication: Publication, part: Part, version: int) -> Snapshot:
    return Snapshot(
        office=publication.office, path=part.path, version=version, kind=part.kind, sha256=part.sha256,
        media_type=part.media_type, content=part.content, size=len(part.content), state="current",
        publication=publication,
    )  # fmt: skip


def _line(publication: Publication, part: Part, fact: LineFact) -> Line:
    day = dt.datetime.fromisoformat(fact.date).date() if fact.date else None
    return Line(
        office=publication.office, kind=fact.kind, path=fact.path, owner=part.path, forum=fact.forum,
        date=day, title=fact.title, text=fact.text, data=dict(fact.data),
    )  # fmt: skip
