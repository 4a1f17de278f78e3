"""An agenda as its readers saw it when it was sent out, and how the one that is being written differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired, TypedDict

from answerable.core.clash import version

FORMAT = "agenda/1"


class FrozenItem(TypedDict):
    """``item`` is the key of the row that it was made from."""

    item: int
    number: str | None
    label: str | None
    title: str
    note: str
    lead: str
    level: int
    kind: str
    restricted: bool


class FrozenAction(TypedDict):
    """``stands`` says where the action stood, ``said`` its last words and ``said_on`` their meeting's day."""

    action: int
    number: str | None
    text: str
    owner: str
    given: str
    due: str | None
    group: str
    stands: str
    said: str
    said_on: str | None
    restricted: bool


class FrozenRisk(TypedDict):
    """Something that is waited for; ``event`` is its key, ``hangs`` the number of the action that waits."""

    event: int
    text: str
    expected: str | None
    since: str
    hangs: str
    restricted: bool


class Contents(TypedDict):
    """Days are ISO 8601, times "10:30". ``risks``: agendas that went out before there were any have none."""

    format: str
    forum: str
    kind: str
    theme: str
    date: str
    start_time: str | None
    venue: str | None
    items: list[FrozenItem]
    arising: list[FrozenAction]
    risks: NotRequired[list[FrozenRisk]]


HEAD = {"date": "The day", "start_time": "The time", "venue": "The venue", "theme": "The theme"}


def contents_version(contents: Contents) -> str:
    """Of what people write on an agenda; the actions that come back go on by themselves.

    A database may give the keys back in another order: they do not count.
    """
    return version([contents[name] for name in HEAD], [sorted(one.items()) for one in contents["items"]])  # type: ignore[literal-required]


def differences(sent: Contents, now: Contents) -> list[str]:
    """What the agenda has that the one sent out has not, and the other way round, a sentence to each.

    Actions are not compared: they go on by themselves.
    """
    found = [f"{name} is another" for key, name in HEAD.items() if (sent[key] or "") != (now[key] or "")]  # type: ignore[literal-required]
    before = {one["item"]: one for one in sent["items"]}
    after = {one["item"]: one for one in now["items"]}
    found += [f"Added: {_named(one)}" for key, one in after.items() if key not in before]
    found += [f"Taken off: {_named(one)}" for key, one in before.items() if key not in after]
    for key, one in after.items():
        if key in before and _words(before[key]) != _words(one):
            found.append(f"Changed: {_named(one)}")
    stayed = [key for key in before if key in after]
    if stayed != [key for key in after if key in before] or _levels(before, stayed) != _levels(after, stayed):
        found.append("The order is another")
    return found


def _named(one: FrozenItem) -> str:
    title = "a restricted item" if one["restricted"] else one["title"]
    return f"{one['number']} {title}" if one["number"] else title


def _words(one: FrozenItem) -> tuple[str, str, str]:
    return one["title"], one["note"], one["lead"]


def _levels(items: dict[int, FrozenItem], keys: Sequence[int]) -> list[int]:
    return [items[key]["level"] for key in keys]
