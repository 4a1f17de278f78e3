"""Walking through all lines, and keeping a copy of them by ``modified_since``."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import open_data

pytestmark = pytest.mark.django_db
QUICK = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # long ones find nothing more here: what may happen is a handful of things
DAYS = ("2019-03-12", "2019-04-09", "2019-05-14")


def pages(asked: str) -> Any:
    """The pages of a list, one after the other."""
    answer = Client().get(f"/api/v1/{asked}")
    while True:
        assert answer.status_code == 200, answer.content
        told = answer.json()
        yield told
        if told["next"] is None:
            return
        assert answer.headers["Link"] == f'<{told["next"]}>; rel="next"'
        answer = Client().get(told["next"])


def copy(asked: str) -> tuple[dict[str, Any], str]:
    """All lines by their address, and when that was."""
    told = list(pages(asked))
    return {row["path"]: row for page in told for row in page["rows"]}, told[0]["as_of"]


def follow(held: dict[str, Any], since: str) -> tuple[dict[str, Any], str]:
    """A copy brought up to date."""
    changed, now = copy(f"lines?limit=7&modified_since={since}")
    merged = {**held, **changed}
    return {path: row for path, row in merged.items() if not row["gone"]}, now


@pytest.mark.parametrize("limit", [1, 2, 7, 32, 33, 34, 200])
def test_every_line_comes_once_at_any_limit_also_when_others_come_meanwhile(limit: int) -> None:
    open_data.world()
    before = {one["path"] for page in pages("lines?limit=200") for one in page["rows"]}
    seen: list[str] = []
    for place, page in enumerate(pages(f"lines?limit={limit}")):
        seen += [one["path"] for one in page["rows"]]
        if place == 0:
            open_data.take(open_data.meeting("2019-01-08"))
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


CHANGE = st.one_of(
    st.tuples(st.just("minutes"), st.sampled_from(DAYS), st.integers(0, 3)),
    st.tuples(st.just("withdraw"), st.sampled_from(DAYS), st.just(0)),
    st.tuples(st.just("topic"), st.sampled_from(DAYS), st.integers(0, 3)),
    st.tuples(st.just("look"), st.just(""), st.just(0)),
)


def change(kind: str, day: str, count: int, at: dt.datetime) -> None:
    path = open_data.PATH.replace("2019-03-12", day)
    if kind == "minutes":
        entries = open_data.content()["entries"][:count]
        less = {"exchanges": [], "promises": []} if count < 3 else {}
        open_data.take(open_data.meeting(day, entries=entries, **less), at=at)
    elif kind == "withdraw":
        open_data.take(doing="withdraw", withdrawn=(path,), at=at)
    elif kind == "topic":
        open_data.take(open_data.topic(*(f"{path}#entry-{place}" for place in range(1, count + 1))), at=at)


@QUICK
@given(st.lists(CHANGE, max_size=8), st.lists(st.integers(-2, 2), min_size=8, max_size=8))
def test_a_copy_that_follows_is_what_is_public(db: None, changes: list[Any], hours: list[int]) -> None:
    """Whatever happens, at a clock that may be set back, and whenever somebody looks."""
    at = open_data.AT
    if not _known():
        open_data.take(open_data.office(), at=at)
    held, since = copy("lines?limit=200")
    for (kind, day, count), hour in zip(changes, hours, strict=False):
        at += dt.timedelta(hours=hour)
        if kind == "look":
            held, since = follow(held, since)
        else:
            change(kind, day, count, at)
    held, since = follow(held, since)
    assert held == copy("lines?limit=200")[0]


def _known() -> bool:
    return bool(Client().get("/api/v1/offices").json()["rows"])


def test_what_goes_leaves_its_address_and_no_words() -> None:
    open_data.world()
    _, since = copy("lines")
    open_data.take(open_data.meeting(entries=open_data.content()["entries"][:1], exchanges=[], promises=[]))
    gone = [
        one
        for page in pages(f"lines?modified_since={since}&topic=any")
        for one in page["rows"]
        if one["gone"]
    ]
    assert {one["kind"] for one in gone} == {"entry", "exchange", "promise"}
    for one in gone:
        assert one["data"] is None
        assert one["tags"] == {}
        assert Client().get("/api/v1/at", {"path": one["path"]}).status_code == 410


def test_a_line_that_a_topic_takes_up_counts_as_changed() -> None:
    open_data.world()
    later = open_data.AT + dt.timedelta(days=1)
    open_data.take(open_data.topic(f"{open_data.PATH}#entry-2"), at=later)
    changed = [one for page in pages(f"entries?modified_since={later.date()}") for one in page["rows"]]
    topics = {one["path"]: one["tags"].get("topic", []) for one in changed}
    assert topics == {
        f"{open_data.PATH}#entry-1": [],  # which it had before
        f"{open_data.PATH}#entry-2": ["wyvern-valley/topics/calls"],
    }
