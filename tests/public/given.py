"""Parts straight into the public store, as if they had been decided: for pages that read nothing else."""

from __future__ import annotations

import datetime as dt
from typing import Any

from answerable.core.publication.deciding import NOTHING_BEFORE, Decision, Doing, hash_of, header
from answerable.core.publication.parts import Kind, Part, made
from answerable.published.models import Publication
from answerable.published.operations import Delivery, take
from tests.core.publication import contents

AT = dt.datetime(2022, 9, 1, 10, 0, tzinfo=dt.UTC)
ON_THE_WAY = dt.timedelta(minutes=1)
"""From a decision until the public store has it."""
OFFICE = "wyvern-valley"


def taken(*parts: Part, withdrawn: tuple[str, ...] = (), **more: Any) -> None:
    """One publication more, a day after the one before it."""
    last = Publication.objects.using("published").filter(office=OFFICE).order_by("-number").first()
    number, before = (last.number + 1, last.hash) if last else (1, NOTHING_BEFORE)
    at = AT + dt.timedelta(days=number)
    said = {
        "doing": "withdraw" if withdrawn else "publish",
        "title": "Minutes",
        "duty": "",
        "note": "",
        **more,
    }
    decided = Decision(
        OFFICE, number, at, at, Doing(said["doing"]), said["title"], said["duty"], said["note"],
        "policy officer", "commissioner", parts, withdrawn, before,
    )  # fmt: skip
    frozen = header(decided)
    take(
        Delivery(
            office=OFFICE, number=number, at=at, header=frozen, hash=hash_of(frozen), key="", signature="",
            parts=parts, withdrawn=withdrawn, **said,
        ),
        at=at + ON_THE_WAY,
    )  # fmt: skip


def office(**more: Any) -> Part:
    return made(OFFICE, Kind.OFFICE, contents.office(**more))


def meeting(**more: Any) -> Part:
    told = contents.meeting(**more)
    return made(told["path"], Kind.MEETING, told)


def small_meeting(date: str, **more: Any) -> Part:
    """A meeting with nothing said in it."""
    path = f"{OFFICE}/assurance/{date}"
    return meeting(path=path, date=date, entries=[], items=[], actions=[], promises=[], **more)


def agenda(date: str, **more: Any) -> Part:
    base = f"{OFFICE}/assurance/{date}"
    told = {
        "path": f"{base}/agenda", "meeting": base, "forum": "Assurance meeting",
        "forum_path": f"{OFFICE}/assurance", "date": date, "title": "Agenda", "kind": "public",
        "state": "planned", "start_time": "18:00", "venue": "Town hall", "theme": "Calls", "public": True,
        "items": [], "papers": [], **more,
    }  # fmt: skip
    return made(f"{base}/agenda", Kind.AGENDA, told)


def topic(slug: str, *places: str, **more: Any) -> Part:
    path = f"{OFFICE}/topics/{slug}"
    told = {
        "path": path, "name": slug.capitalize(), "places": list(places), "spoken": [], "measures": [],
        "also": [], "into": None, **more,
    }  # fmt: skip
    return made(path, Kind.TOPIC, told)
