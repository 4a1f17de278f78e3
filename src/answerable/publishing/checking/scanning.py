"""Running the checks over the frozen bytes of a publication."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from answerable.core.publication.left_over import CODE as LEFT_OVER
from answerable.core.publication.parts import JSON, Kind, Part
from answerable.core.refusal import Refusal
from answerable.meetings.models import Attendance
from answerable.offices.models import Office
from answerable.people.models import Person
from answerable.publishing.book import same_subject
from answerable.publishing.checking.findings import Finding, answered, keyed, may_be_decided
from answerable.publishing.files.child import Cleaner, check_parts
from answerable.publishing.models import Frozen, Publication
from answerable.readers.errors import Unreadable

PICTURES = "pictures"
"""What ``files.worker`` asks where nothing can be read in the pictures of a file."""


def scan(publication: Publication, at: datetime, cleaner: Cleaner, more: Iterable[Finding] = ()) -> None:
    """Look at every part that is frozen; ``findings`` and ``scanned_at`` say the outcome. Not saved here.

    ``more`` is what others found (files, words that were left out elsewhere). Answers to the same words at
    the same place, given to the publication before of the same subject, are kept. Raises Refusal where the
    checks did not run to their end.
    """
    frozen = Frozen.objects.filter(publication=publication, media_type=JSON).order_by("position")
    contents = [(one.path, _content(one)) for one in frozen]
    known = public_names(publication.office)
    try:
        found = check_parts(contents, known) if contents else []
        for one in _papers(publication):
            found += cleaner.look(bytes(one.content), one.path, one.media_type, known)
    except Unreadable as error:
        raise Refusal(f"It could not be checked, so it is not put forward. {error}") from error
    before = [*_answers_before(publication), *publication.findings]
    publication.findings = answered([keyed(one) for one in [*found, *more]], before)
    publication.scanned_at = at if may_be_decided(publication.findings) else None


def public_names(office: Office) -> set[str]:
    """Names of people who hold or held a post, and of those whom minutes list in a capacity."""
    people = Person.objects.filter(office=office, tenures__isnull=False).distinct()
    found = {name for one in people.only("name", "names") for name in (one.name, *one.names)}
    listed = Attendance.objects.filter(meeting__office=office).exclude(capacity=None, abbreviation=None)
    return found | set(listed.values_list("name", flat=True).distinct())


def _papers(publication: Publication) -> QuerySet[Frozen]:
    """The files that were not made here: what is made from a part was checked with it."""
    made_here = Q(path__endswith="/files/minutes.pdf") | Q(path__endswith="/files/minutes.docx")
    return Frozen.objects.filter(publication=publication, kind=Kind.FILE).exclude(made_here)


def _content(one: Frozen) -> dict[str, Any]:
    return Part(one.path, Kind(one.kind), bytes(one.content)).read()


def _answers_before(publication: Publication) -> list[Finding]:
    """What was answered when the same subject was put forward last, as far as it answers the same still.

    That words are not secret was said of what was left out then, and what was said of pictures of that file.
    """
    before = same_subject(publication).exclude(pk=publication.pk)
    last = before.order_by("-put_forward_at", "-pk").first()
    if last is None:
        return []
    hides_the_same = last.hidden == publication.hidden
    same_files = _files(last) & _files(publication)
    return [
        one
        for one in last.findings
        if (one["code"] != LEFT_OVER or hides_the_same)
        and (one["code"] != PICTURES or one["path"] in {path for path, _ in same_files})
    ]


def _files(publication: Publication) -> set[tuple[str, str]]:
    return set(_papers(publication).values_list("path", "sha256"))
