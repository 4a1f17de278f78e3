"""Who is known to hold which post on one day, from what is stored, without the lists of all meetings."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from answerable.core.people import tenures as core
from answerable.core.people.posts import KNOWN
from answerable.core.people.posts import Post as CorePost
from answerable.offices.models import Body, Office
from answerable.people.models import Person, Post, Tenure
from answerable.people.operations import Directory


def tenures_on(office_id: int, on: dt.date) -> QuerySet[Tenure]:
    """The tenures that cover a day, acting and temporary ones too, with their people and posts."""
    covering = Tenure.objects.filter(Q(end=None) | Q(end__gte=on), start__lte=on, post__office_id=office_id)
    return covering.select_related("person", "post").order_by("post__title", "person__name", "pk")


def directory_on(office: Office, on: dt.date) -> Directory:
    """The people of a day as ``core.people.owners`` looks owners up in."""
    persons: dict[int, core.Person] = {}
    posts: dict[int, CorePost] = {}
    held: list[core.Tenure] = []
    directory = Directory(core.People((), (), ()))
    for tenure in tenures_on(office.pk, on).select_related("post__body"):
        person = persons.setdefault(tenure.person_id, _person(tenure.person))
        posts.setdefault(tenure.post_id, _post(tenure.post))
        directory.persons.update((name, tenure.person) for name in person.names)
        body = tenure.post.body.name if tenure.post.body else None
        post = posts[tenure.post_id]._replace(portfolio=tenure.portfolio or None)
        held.append(core.Tenure(person, post, tenure.start, tenure.end or on, tenure.acting, body))
    directory.people = core.People(tuple(persons.values()), tuple(posts.values()), tuple(held))
    directory.posts.update((one.key, one) for one in Post.objects.filter(office=office))
    directory.bodies.update((one.name.casefold(), one) for one in Body.objects.filter(office=office))
    return directory


def _person(row: Person) -> core.Person:
    return core.Person(row.name, tuple(row.names) or (row.name,), tuple(row.initials))


def _post(row: Post) -> CorePost:
    """The post with the key that its row has."""
    code = row.key if row.key in KNOWN else row.abbreviation or None
    return CorePost(code, row.title)
