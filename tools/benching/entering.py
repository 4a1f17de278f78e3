# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Lets an officer into a site's database and says which pages to ask for, as JSON. Run by ``loading.py``."""

from __future__ import annotations

import json
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
sys.path.insert(0, os.fspath(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))))

import django

django.setup()

from django.test import Client

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Meeting
from answerable.offices.models import Office
from answerable.people.models import Person
from answerable.topics.models import Topic
from tests.signing import person_with, sign_in

SAVERS = 2


def main() -> None:
    office = Office.objects.earliest("pk")
    found: dict[str, object] = {"paths": _paths(), "readers": _cookies(office, "Reader")}
    topics = [
        Topic.objects.get_or_create(
            office=office, key=f"load {n}", defaults={"name": f"Load {n}", "score": 1}
        )[0]
        for n in range(SAVERS)
    ]
    found["savers"] = [(_cookies(office, f"Saver {n}"), topic.pk) for n, topic in enumerate(topics)]
    json.dump(found, sys.stdout)


def _cookies(office: Office, name: str) -> dict[str, str]:
    browser = sign_in(Client(headers={"host": "localhost"}), person_with(Role.POLICY_OFFICER, office, name))
    return {key: cookie.value for key, cookie in browser.cookies.items()}


def _paths() -> list[str]:
    """What people read: the lists, a search, and one of each kind of page from the middle of the archive."""
    middle = {
        "/meetings/{}/": Meeting, "/actions/{}/": Action, "/topics/{}/": Topic, "/people/{}/": Person,
    }  # fmt: skip
    found = ["/", "/meetings/", "/actions/", "/actions/?status=overdue", "/search/?q=custody+waiting"]
    for pattern, model in middle.items():
        keys = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        if keys:
            found.append(pattern.format(keys[len(keys) // 2]))
    return [*found, "/static/answerable/answerable.css"]


if __name__ == "__main__":
    main()
