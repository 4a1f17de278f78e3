# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Looks at every page of a site's database and prints what each cost, as JSON. Run by ``pages.py``.

The database is the one that ANSWERABLE_DATA names; the pages are asked for through Django's test client, so
a figure is the application's work without the web server.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")

import django

django.setup()

from django.db import connection
from django.db.models import Count, Model
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.accounts.models import RoleHeld, User
from answerable.accounts.strength import METHODS, METHODS_OF
from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Attendance, Entry, Meeting
from answerable.offices.models import Office
from answerable.people.models import Person, Post
from answerable.topics.models import Topic

LISTS = {
    "front": "/",
    "meetings": "/meetings/",
    "meetings of a year": "/meetings/?year=2006",
    "actions": "/actions/",
    "actions, overdue": "/actions/?status=overdue",
    "actions, lapsed": "/actions/?status=lapsed",
    "actions, owner": "/actions/?owner=ACC",
    "actions, text": "/actions/?text=custody",
    "actions, by due, page 3": "/actions/?sort=due&page=3",
    "actions, CSV": "/actions.csv?owner=ACC&from=2006-01-01&to=2006-03-31",
    "topics": "/topics/",
    "people": "/people/",
    "posts": "/people/posts/",
    "search": "/search/?q=custody+waiting",
    "search, filtered": "/search/?q=custody+plan&kind=action",
    "review": "/review/",
}
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
MOST_ROUNDS = 25
SECONDS_A_PAGE = 8.0
"""A page is asked for until it has taken this long, at least three times and at most MOST_ROUNDS."""


def addresses() -> Iterator[tuple[str, str]]:
    """The lists, and of each kind of page one from the middle of the archive and one that has most."""
    for name, path in LISTS.items():
        if "page=3" not in path or Action.objects.count() > 200:
            yield name, path
    full = Meeting.objects.annotate(size=Count("entries")).order_by("-size", "pk").first()
    for name, pattern, key in (
        ("meeting", "/meetings/{}/", _middle(Meeting)),
        ("meeting, fullest", "/meetings/{}/", full and full.pk),
        ("action", "/actions/{}/", _middle(Action)),
        ("topic", "/topics/{}/", _middle(Topic)),
        ("person", "/people/{}/", _busiest()),
        ("post", "/people/posts/{}/", _middle(Post)),
        ("source", "/source/entry/{}/", _middle(Entry)),
        ("review of a meeting", "/review/meetings/{}/", _middle(Meeting)),
    ):
        if key is not None:
            yield name, pattern.format(key)


def _middle(model: type[Model]) -> int | None:
    keys = model._default_manager.order_by("pk").values_list("pk", flat=True)
    return keys[len(keys) // 2] if keys else None


def _busiest() -> int | None:
    present = Attendance.objects.exclude(person=None).values("person").annotate(times=Count("pk"))
    most = present.order_by("-times", "person").first()
    return most["person"] if most else _middle(Person)


def signed_in() -> Client:
    """A browser of somebody who may do the daily work of an office."""
    user, _ = User.objects.get_or_create(
        email="bench@wyvern.example", defaults={"name": "Bench", "made_at": NOW, "password": "!"}
    )
    for office in Office.objects.all():
        RoleHeld.objects.get_or_create(user=user, office=office, role=Role.POLICY_OFFICER, ended_at=None,
                                       defaults={"given_at": NOW})  # fmt: skip
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    session = client.session
    session[METHODS] = [{"method": "password", "at": 0}, {"method": "mfa", "type": "totp", "at": 0}]
    session[METHODS_OF] = str(user.pk)
    session.save()
    return client


def visit(path: str, client: Client) -> dict[str, object]:
    """Queries, bytes and status of a page; seconds of each look, and of its bare SQL, in turn."""
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(path)
        size = len(b"".join(answer.streaming_content) if answer.streaming else answer.content)
        asked = [one["sql"] for one in queries.captured_queries]
    seconds: list[float] = []
    bare: list[float] = []
    while len(seconds) < 3 or (len(seconds) < MOST_ROUNDS and sum(seconds) < SECONDS_A_PAGE):
        seconds.append(taken(lambda: _read(client, path)))
        bare.append(taken(lambda: ask_again(asked)))
    return {
        "queries": len(asked), "seconds": seconds, "bare": bare, "bytes": size, "status": answer.status_code,
    }  # fmt: skip


def _read(client: Client, path: str) -> None:
    answer = client.get(path)
    if answer.streaming:
        b"".join(answer.streaming_content)


def ask_again(statements: Sequence[str]) -> None:
    """The bare SQL of a page: what it asked is asked and fetched again, without anything else."""
    with connection.cursor() as cursor:
        for sql in statements:
            if sql.lstrip("( ").upper().startswith("SELECT"):
                cursor.execute(sql.replace("%", "%%"), [])
                cursor.fetchall()


def taken(work: Callable[[], object]) -> float:
    """Seconds by the wall."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


if __name__ == "__main__":
    client = signed_in()
    visit("/", client)  # the first page of a process also loads the templates
    json.dump({name: visit(path, client) | {"path": path} for name, path in addresses()}, sys.stdout)
