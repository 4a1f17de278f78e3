"""What has to go with minutes that go: their files and original, and actions whose lives hold their words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from django.db.models import Q

from answerable.core.publication.parts import Kind, Part
from answerable.core.publication.versions import Book, readable, split_version, version_path
from answerable.offices.models import Office
from answerable.publishing.book import decided
from answerable.publishing.models import Frozen, Publication

MINUTES_FILES, ORIGINAL = "/files/minutes.", "/files/original."
TOLD_FROM_MINUTES = (
    Publication.Subject.REGISTER,
    Publication.Subject.TOPICS,
    Publication.Subject.PEOPLE,
    Publication.Subject.ORIGINAL,
)
"""Subjects whose parts say what public minutes say."""


def words_went_since(publication: Publication) -> bool:
    """Did minutes that it is told from lose words after it was put forward, or before the store was told so?

    It holds what they said then, and nothing of it was public, so nothing of it could be withdrawn with them.
    """
    if publication.subject not in TOLD_FROM_MINUTES:
        return False
    made = publication.put_forward_at
    minutes = decided(publication.office).filter(subject=Publication.Subject.MINUTES).exclude(withdrawn=[])
    if publication.meeting_id:
        minutes = minutes.filter(meeting=publication.meeting_id)
    later = Q(taken_at=made, pk__gt=publication.pk) | Q(taken_at__gt=made) | Q(taken_at=None)
    return minutes.filter(later).exists()


def quoting(office: Office, held: Book, paths: Sequence[str]) -> list[str]:
    """Addresses at which words of minutes at these paths can be read: files of them, originals and actions.

    Files go in the versions that the minutes go in. The others go whole, with every version: the next
    register brings back what is public without those words.
    """
    minutes = {split_version(path)[0] for path in paths}
    return [*_files(held, paths), *_originals(held, minutes), *_actions(office, held, minutes)]


def _files(held: Book, paths: Sequence[str]) -> Iterator[str]:
    """The minutes as PDF and Word, made of what goes."""
    for path in paths:
        page, version = split_version(path)
        made = {one.brought_by for one in held.get(page, []) if version in (None, one.version)}
        for file in [one for one in held if one.startswith(f"{page}{MINUTES_FILES}")]:
            there = readable(held[file])
            if version is None:
                yield from [file] if there else []
            else:
                yield from (version_path(file, one.version) for one in there if one.brought_by in made)


def _originals(held: Book, minutes: Collection[str]) -> list[str]:
    """The files that these minutes were read from, as far as they can be read: they say the same."""
    named = {path: path.partition(ORIGINAL)[0] for path in held if ORIGINAL in path}
    return [path for path, meeting in named.items() if meeting in minutes and readable(held[path])]


def _actions(office: Office, held: Book, minutes: Collection[str]) -> list[str]:
    """Actions whose public lives have words of the minutes, in any version that can be read."""
    parts = Frozen.objects.filter(publication__in=decided(office), kind=Kind.ACTION)
    if not Frozen.objects.filter(path__in=minutes, kind=Kind.MEETING).exists():
        return []
    found: dict[str, None] = {}
    for path, content in parts.order_by("path", "pk").values_list("path", "content").iterator():
        if path not in found and readable(held.get(path, [])) and _quotes(path, bytes(content), minutes):
            found[path] = None
    return list(found)


def _quotes(path: str, content: bytes, minutes: Collection[str]) -> bool:
    told = Part(path, Kind.ACTION, content).read()
    return told["meeting"] in minutes or any(
        one["words"] and one["meeting"] in minutes for one in told["life"]
    )
