"""Putting the parts of a publication at their addresses, and taking away what is withdrawn.

All of a publication at once: the questions to the database do not grow with its parts, only in batches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Max

from answerable.core.publication.lines import lines
from answerable.core.publication.lines.giving import GIVERS, gifts
from answerable.core.publication.parts import Part
from answerable.core.publication.versions import split_version
from answerable.published.batches import batched
from answerable.published.giving import give, give_again
from answerable.published.models import Line, Publication, Snapshot
from answerable.published.router import STORE
from answerable.published.telling import tell


def put(publication: Publication, parts: Sequence[Part]) -> None:
    """The next version of what stands at each path, and its lines in place of those of the one before."""
    for some in batched(parts):
        paths = [part.path for part in some]
        last = _replace(publication, paths)
        Snapshot.objects.using(STORE).bulk_create(
            _snapshot(publication, part, last.get(part.path, 0) + 1) for part in some
        )
        tell(publication, {part.path: lines(part) for part in some})
        give_again(paths)
    for some in batched([part for part in parts if part.kind in GIVERS]):
        _touch(publication, give({part.path: gifts(part) for part in some}))


def withdraw(publication: Publication, paths: Sequence[str]) -> None:
    """Every version of a path loses its bytes, or one does; where none stands its lines lose their words."""
    by_version: dict[int | None, list[str]] = defaultdict(list)
    for one in paths:
        path, version = split_version(one)
        by_version[version].append(path)
    for version, going in by_version.items():
        for some in batched(going):
            _withdraw(publication, some, version)


def _replace(publication: Publication, paths: Sequence[str]) -> dict[str, int]:
    """End what stands at the paths; the last version of each that there is one of."""
    held = Snapshot.objects.using(STORE).filter(path__in=paths)
    held.filter(state="current").update(state="replaced", ended_by=publication)
    return dict(held.order_by().values_list("path").annotate(last=Max("version")))


def _snapshot(publication: Publication, part: Part, version: int) -> Snapshot:
    return Snapshot(
        office=publication.office, path=part.path, version=version, kind=part.kind,
        media_type=part.media_type, content=part.content, size=len(part.content), sha256=part.sha256,
        state="current", publication=publication,
    )  # fmt: skip


def _withdraw(publication: Publication, paths: Sequence[str], version: int | None) -> None:
    rows = Snapshot.objects.using(STORE).filter(path__in=paths)
    going = rows.exclude(state="withdrawn")
    if version is not None:
        going = going.filter(version=version)
    going.update(state="withdrawn", ended_by=publication, content=b"", size=0, sha256="")
    standing = set(rows.filter(state="current").values_list("path", flat=True))
    gone = [path for path in dict.fromkeys(paths) if path not in standing]
    tell(publication, {path: [] for path in gone})
    _touch(publication, give({path: [] for path in gone}))


def _touch(publication: Publication, paths: Iterable[str]) -> None:
    """Lines at these places have other tags now."""
    for some in batched(sorted(paths)):
        rows = Line.objects.using(STORE).filter(path__in=some, gone=False)
        rows.update(modified=publication.taken_at)
