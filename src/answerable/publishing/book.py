"""What the decisions of an office have made public, told from the working record alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db.models import QuerySet

from answerable.core.publication.states import Standing, State, state_of
from answerable.core.publication.versions import Book, Step, book
from answerable.offices.models import Office
from answerable.publishing.models import Frozen, Publication


def decided(office: Office) -> QuerySet[Publication]:
    """The decisions that are in the office's chain, the first one first."""
    chained = Publication.objects.filter(office=office, state=Publication.State.DECIDED)
    return chained.exclude(number=None).order_by("number")


def waiting(office: Office | None = None) -> QuerySet[Publication]:
    """What is decided and under embargo, of one office or of all."""
    held = Publication.objects.filter(state=Publication.State.DECIDED, number=None)
    return held.filter(office=office) if office else held


def same_subject(publication: Publication) -> QuerySet[Publication]:
    """All publications about the same: the same minutes, the same topic, the same register."""
    names = ("office_id", "subject", "meeting_id", "topic_id", "measure_id")
    return Publication.objects.filter(**{name: getattr(publication, name) for name in names})


def book_of(office: Office) -> Book:
    """Every version of every address of an office. Two queries, and no bytes."""
    brings: dict[int, list[tuple[str, str]]] = defaultdict(list)
    rows = Frozen.objects.filter(publication__in=decided(office)).order_by("publication_id", "position")
    for publication, path, sha256 in rows.values_list("publication_id", "path", "sha256"):
        brings[publication].append((path, sha256))
    decisions = decided(office).values_list("pk", "number", "withdrawn")
    return book(Step(number or 0, brings[pk], withdrawn) for pk, number, withdrawn in decisions)


def paths_of(publication: Publication) -> list[str]:
    """The addresses that it brings, and those that it takes away."""
    return [*publication.parts.values_list("path", flat=True), *publication.withdrawn]


def paths_of_subject(publication: Publication) -> set[str]:
    """Every address that decisions about the same have brought."""
    rows = Frozen.objects.filter(publication__in=same_subject(publication).exclude(number=None))
    return set(rows.values_list("path", flat=True))


def how_far(publications: Sequence[Publication], held: Book) -> list[State]:
    """How far each has come; ``held`` is the book of their office. No query."""
    brought: dict[int | None, list[str]] = defaultdict(list)
    for versions in held.values():
        for version in versions:
            brought[version.brought_by].append(version.state)
    return [
        state_of(
            Standing(one.state, one.number is not None, one.taken_at is not None, tuple(brought[one.number]))
        )
        for one in publications
    ]
