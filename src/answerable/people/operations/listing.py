"""People, posts and tenures as the attendance lists give them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, cast

from django.db import transaction
from django.db.models import QuerySet

from answerable.accounts.models import User
from answerable.core.people import tenures as core
from answerable.core.people.changes import Change, change, snapshot
from answerable.core.people.handing import Handed, Held, after
from answerable.core.people.posts import Capacity, post_of
from answerable.core.people.posts import Post as CorePost
from answerable.core.people.sides import side_of
from answerable.core.people.standing import ended_tenures
from answerable.offices.models import Body, Office
from answerable.people.models import Handover, ListedPeople, Person, Post, Tenure


class TenureValues(NamedTuple):
    """The columns of a tenure."""

    person_id: int
    post_id: int
    start: date
    end: date | None
    acting: bool
    portfolio: str


@dataclass(slots=True)
class Directory:
    """The rows of what the lists name: by printed name, by post's key, by body's name.

    ``changed``: somebody came, went or was renamed, or a tenure differs from what was held. ``change``: which
    owners that may concern.
    """

    people: core.People
    persons: dict[str, Person] = field(default_factory=dict)
    posts: dict[str, Post] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    changed: bool = False
    change: Change = field(default_factory=Change)

    def person(self, one: core.Person | None) -> Person | None:
        return None if one is None else self.persons[one.names[0]]


@transaction.atomic
def record_people(*, office: Office, people: core.People, by: User, at: datetime) -> Directory:
    """Make persons, posts, bodies and tenures equal to ``people``. Part of a larger write.

    A person keeps their row as long as one of their printed names stays; nobody without a name goes on.
    """
    directory = Directory(people)
    _record_persons(office, directory)
    for tenure in people.tenures:
        if tenure.body:
            ensure_body(office, directory, tenure.body)
        ensure_post(office, directory, Capacity(tenure.post, tenure.acting, tenure.body))
    _record_tenures(office, directory)
    _keep_listed(office, directory)
    return directory


def _keep_listed(office: Office, directory: Directory) -> None:
    """Tell what changed since the last time, and keep what there is now for the next."""
    held = ListedPeople.objects.filter(office=office).first() or ListedPeople(office=office)
    now = snapshot(directory.people)
    directory.change = change(held.people, now)
    if held.people != now:
        held.people = now
        held.save()


def ensure_post(office: Office, directory: Directory, capacity: Capacity) -> Post:
    """The row of a post, made where there is none."""
    known = capacity.post
    if not directory.posts:
        directory.posts.update((one.key, one) for one in Post.objects.filter(office=office))
    post = directory.posts.get(known.key)
    if post is None:
        post = Post.objects.create(
            office=office, key=known.key, title=known.name[:200], abbreviation=(known.code or "")[:40],
            side=side_of(capacity), body=directory.bodies.get((capacity.body or "").casefold()),
        )  # fmt: skip
        directory.posts[known.key] = post
    return post


def ensure_post_named(office: Office, directory: Directory, key: str, printed: str) -> Post:
    """The row of a post by its key, also where nobody was ever listed in it: then as an owner prints it."""
    if key in directory.posts:
        return directory.posts[key]
    capacity = post_of(printed)
    if capacity is None or capacity.post.key != key:
        capacity = Capacity(CorePost(None, key))
    return ensure_post(office, directory, capacity)


def ensure_body(office: Office, directory: Directory, name: str) -> Body:
    """The row of an organisation outside office and force."""
    if not directory.bodies:
        for one in Body.objects.filter(office=office):
            directory.bodies[one.name.casefold()] = one
    key = name.casefold()[:200]
    if key not in directory.bodies:
        directory.bodies[key] = Body.objects.create(office=office, name=name[:200])
    return directory.bodies[key]


def _record_persons(office: Office, directory: Directory) -> None:
    held = list(Person.objects.filter(office=office).order_by("pk"))
    by_name = {name: row for row in reversed(held) for name in row.names}
    kept: set[int] = set()
    for one in directory.people.persons:
        row = next((by_name[name] for name in one.names if name in by_name), None)
        if row is None or row.pk in kept:
            row = Person(office=office)
        new = (one.name[:200], list(one.names), list(one.initials))
        if row.pk is None or (row.name, row.names, row.initials) != new:
            row.name, row.names, row.initials = new
            row.save()
            directory.changed = True
        kept.add(row.pk)
        directory.persons.update((name, row) for name in one.names)
    _find_said(office, directory, kept)
    said = persons_said(office)
    gone = [row.pk for row in held if row.pk not in kept and row.pk not in said]
    if gone:
        Person.objects.filter(pk__in=gone).delete()
        directory.changed = True


def _find_said(office: Office, directory: Directory, kept: set[int]) -> None:
    """Somebody whom a person named, and whom a list names otherwise by now, is the one of the list."""
    for key in persons_said(office) - kept:
        row = Person.objects.get(pk=key)
        listed = directory.person(directory.people.called(row.name))
        if listed is not None:
            Handover.objects.filter(leaving=row).update(leaving=listed)
            Handover.objects.filter(arriving=row).update(arriving=listed)


def persons_said(office: Office) -> set[int]:
    """Those whom people named when they said who holds a post: no list has to name them. One query."""
    rows = Handover.objects.filter(post__office=office).values_list("leaving_id", "arriving_id")
    return {key for pair in rows for key in pair if key is not None}


def handed(rows: QuerySet[Handover]) -> list[Handed]:
    """Handovers as the rules read them, in the order of their days. One query."""
    return [
        Handed(one.post_id, one.on, one.leaving_id, one.arriving_id, one.acting, one.abolished)
        for one in rows.order_by("on", "said_at", "pk")
    ]


def as_values(held: Held) -> TenureValues:
    return TenureValues(
        cast(int, held.person), cast(int, held.post), held.start, held.end, held.acting, held.portfolio
    )


def _record_tenures(office: Office, directory: Directory) -> None:
    """Tenures have nothing of their own: they are made anew where they differ.

    What a person said of who holds a post stands above the lists: see ``core.people.handing``.
    """
    listed = (Held(*values) for values in _tenure_values(directory))
    words = handed(Handover.objects.filter(post__office=office))
    wanted = sorted((as_values(one) for one in after(listed, words)), key=str)
    held = Tenure.objects.filter(post__office=office)
    values = held.values_list(*TenureValues._fields)
    if sorted(values, key=str) == wanted:
        return
    directory.changed = True
    held.delete()
    Tenure.objects.bulk_create(Tenure(**values._asdict()) for values in wanted)


def _tenure_values(directory: Directory) -> Iterable[TenureValues]:
    for one, end in ended_tenures(directory.people):
        person, post = directory.person(one.person), directory.posts[one.post.key]
        assert person is not None
        portfolio = (one.post.portfolio or "")[:200]
        yield TenureValues(person.pk, post.pk, one.first_seen, end, one.acting, portfolio)
