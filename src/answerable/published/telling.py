"""Writing the lines of parts: only those that changed, all of them at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from answerable.core.publication.lines import LineFact
from answerable.published.batches import batched
from answerable.published.models import Line, Publication, Tag
from answerable.published.router import STORE

TOLD = ("kind", "forum", "date", "title", "text", "data")
"""What a reader is told of a line, besides its tags."""
WRITTEN = (*TOLD, "position", "modified", "gone")


def tell(publication: Publication, facts: Mapping[str, Sequence[LineFact]]) -> None:
    """Write the lines of the parts at some paths; what is not told any more becomes a tombstone.

    Tags are those that the lines tell of themselves: what others give comes after (``giving``).
    """
    mine = Line.objects.using(STORE).filter(owner__in=list(facts))
    held = {one.path: one for one in mine}
    fresh = {
        fact.path: _line(publication, owner, place, fact)
        for owner, owned in facts.items()
        for place, fact in enumerate(owned)
    }
    new = [one for path, one in fresh.items() if path not in held]
    changed = [one for path, one in fresh.items() if path in held and _differs(one, held[path])]
    unsaid = [one for path, one in held.items() if path not in fresh and not one.gone]
    changed += [_tombstone(publication, one) for one in unsaid]
    Tag.objects.using(STORE).filter(line__in=mine).delete()
    made = Line.objects.using(STORE).bulk_create(new)
    Line.objects.using(STORE).bulk_create(
        changed, update_conflicts=True, unique_fields=["path"], update_fields=WRITTEN
    )
    _tag({one.path: one.pk for one in [*held.values(), *made]}, facts.values())


def _line(publication: Publication, owner: str, place: int, fact: LineFact) -> Line:
    return Line(
        office=publication.office, owner=owner, path=fact.path, position=place, kind=fact.kind,
        forum=fact.forum, date=date.fromisoformat(fact.date) if fact.date else None, title=fact.title,
        text=fact.text, data=json.loads(json.dumps(fact.data)), modified=publication.taken_at,
    )  # fmt: skip


def _differs(line: Line, before: Line) -> bool:
    """Is there something to write? Where a reader is told the same, it was not modified."""
    if not before.gone and all(getattr(line, name) == getattr(before, name) for name in TOLD):
        line.modified = before.modified
        return line.position != before.position
    return True


def _tombstone(publication: Publication, line: Line) -> Line:
    """Its key, no words."""
    return Line(
        office=line.office, owner=line.owner, path=line.path, position=line.position, kind=line.kind,
        forum=line.forum, date=line.date, gone=True, modified=publication.taken_at,
    )  # fmt: skip


def _tag(keys: Mapping[str, int], facts: Iterable[Sequence[LineFact]]) -> None:
    own = dict.fromkeys((one.path, *tag) for owned in facts for one in owned for tag in one.tags)
    for some in batched(own):
        Tag.objects.using(STORE).bulk_create(
            Tag(line_id=keys[path], name=name, value=value) for path, name, value in some
        )
