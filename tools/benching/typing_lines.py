# ruff: noqa: E402  Django has to be set up before what uses it is imported
"""Types the lines of ``lines.json`` into a meeting and prints what its pages and a save cost, as JSON.

Run by ``live.py``. The pages are asked for through Django's test client: the application's work without the
web server. Everything is taken back at the end.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")

import django

django.setup()

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from answerable.accounts.models import RoleHeld, User
from answerable.accounts.strength import METHODS, METHODS_OF
from answerable.core.permissions.roles import Role
from answerable.meetings.models import Forum, Item, Meeting
from answerable.minuting.operations import add_lines, start_minutes
from answerable.offices.models import Office

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
ITEMS, ROUNDS = 12, 15


def main() -> None:
    lines = json.loads(Path(os.environ["ANSWERABLE_DATA"], "lines.json").read_text())
    with transaction.atomic():
        user, meeting = _meeting()
        items = list(meeting.items.order_by("position"))
        share = -(-len(lines) // ITEMS)
        for at, item in enumerate(items):
            texts = lines[at * share : (at + 1) * share]
            if texts:
                add_lines(item=item, texts=texts, by=user, at=NOW)
        json.dump(_costs(_browser(user), meeting, items[3]), sys.stdout)
        transaction.set_rollback(True)


def _meeting() -> tuple[User, Meeting]:
    office = Office.objects.create(name="Bench", slug="bench")
    user = User.objects.create(email="bench@localhost", name="Bench", made_at=NOW, password="!")
    RoleHeld.objects.create(user=user, office=office, role=Role.POLICY_OFFICER, given_at=NOW)
    forum = Forum.objects.create(office=office, name="Board", slug="board")
    meeting = Meeting.objects.create(
        office=office, forum=forum, date=NOW.date(), state="planned", record_sha256="0" * 64
    )
    for at in range(ITEMS):
        number = str(at + 1)
        Item.objects.create(
            meeting=meeting, position=at, number=number, label=number, title=f"Item {number}", kind="other"
        )
    return user, start_minutes(meeting=meeting, by=user, at=NOW)


def _browser(user: User) -> Client:
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    session: Any = client.session
    session[METHODS] = [{"method": "password", "at": 0}, {"method": "mfa", "type": "totp", "at": 0}]
    session[METHODS_OF] = str(user.pk)
    session.save()
    return client


def _costs(client: Client, meeting: Meeting, item: Item) -> dict[str, Any]:
    page = f"/minutes/{meeting.pk}/?item={item.position + 1}"
    address = f"/minutes/{meeting.pk}/lines"

    def save() -> Any:
        typed = {
            "item": item.pk, "line": "The PCC asked if callers waited.", "line_key": str(uuid.uuid4()),
            "form_key": str(uuid.uuid4()),
        }  # fmt: skip
        return client.post(address, typed, headers={"Accept": "application/json"})

    return {
        "page of an item": _cost(lambda: client.get(page)),
        "a line saved": _cost(save),
        "who is here": _cost(lambda: client.get(f"/minutes/{meeting.pk}/roll/")),
    }


def _cost(ask: Callable[[], Any]) -> dict[str, Any]:
    with CaptureQueriesContext(connection) as queries:
        answer = ask()
        asked = len(queries)
    assert answer.status_code == 200, answer.content[:300]
    seconds = []
    for _ in range(ROUNDS):
        before = time.perf_counter()
        ask()
        seconds.append(time.perf_counter() - before)
    return {"queries": asked, "seconds": seconds, "bytes": len(answer.content)}


if __name__ == "__main__":
    main()
