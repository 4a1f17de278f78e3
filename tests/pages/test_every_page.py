"""What holds for every page: it can be found, read, kept to one screenful of queries, and does no harm."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from answerable.web.policy import policy_of
from tests import archive as invented
from tests import factories as make
from tests.pages.every_page import LISTS, SOURCES, addresses

MOST_QUERIES = 15
MOST_BYTES = 100_000
EMPTY = [path for path in LISTS if "odd" not in path]


@pytest.fixture
def pages(archive: object, client: Client) -> list[tuple[str, Any]]:
    return [(path, client.get(path)) for path in addresses()]


def test_every_page_answers(pages: list[tuple[str, Any]]) -> None:
    wrong = {path: answer.status_code for path, answer in pages if answer.status_code != 200}
    assert wrong == {"/actions/?from=whenever&status=odd": 400}


def test_each_has_one_heading_its_landmarks_and_a_title_of_its_own(
    archive: object, get: Callable[..., Any]
) -> None:
    titles: dict[str, str] = {}
    for path in addresses():
        page = get(path, 400 if "odd" in path else 200)
        assert page.tree.get("lang") == "en"
        for landmark in ("header", "main", "footer", "h1"):
            assert len(page.tree.findall(f".//{landmark}")) == 1, (path, landmark)
        assert page.tree.xpath("//nav[@aria-label='Sections']"), path
        assert page.title.endswith(" – Answerable")
        assert page.title.removesuffix(" – Answerable").strip(), path
        other = titles.setdefault(page.title, path)
        assert other == path, page.title


def test_no_id_stands_twice(archive: object, get: Callable[..., Any]) -> None:
    for path in addresses():
        ids = [node.get("id") for node in get(path, 400 if "odd" in path else 200).tree.xpath("//*[@id]")]
        assert len(ids) == len(set(ids)), path


def test_every_input_has_a_label(archive: object, get: Callable[..., Any]) -> None:
    for path in addresses():
        page = get(path, 400 if "odd" in path else 200)
        named = {label.get("for") for label in page.tree.iter("label")}
        inputs = page.tree.xpath("//input[@type!='hidden'] | //select | //textarea")
        assert {node.get("id") for node in inputs} <= named, path


def test_every_link_leads_to_a_page(archive: object, client: Client) -> None:
    links: dict[str, str] = {}
    for path in addresses():
        html = re.sub(r'<form method="post"[^>]*>', "", client.get(path).content.decode())
        for href in re.findall(r'(?:href|src|action)="([^"#]+)', html):
            links.setdefault(href.replace("&amp;", "&"), path)
    for href, path in links.items():
        if (
            path == "/gallery/"
            or href.startswith(("/static/", "?", "https://"))
            or "/review/" in href
            or href.endswith(("/correct", "/decide", "/succeed", "/send", "/start", "/take", "/release"))
        ):
            continue
        assert client.get(href).status_code in (200, 400), f"{href} on {path}"


def test_there_is_nothing_that_the_content_policy_would_stop(pages: list[tuple[str, Any]]) -> None:
    for path, answer in pages:
        html = answer.content.decode()
        assert "style=" not in html, path
        assert "<style" not in html, path
        assert not re.search(r"\son[a-z]+=", html), path
        assert not re.search(r"<script(?![^>]*\bsrc=)", html), path
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "default-src" in policy


def test_no_page_asks_or_weighs_much(archive: object, client: Client) -> None:
    for path in addresses():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            answer = client.get(path)
        assert len(queries) <= MOST_QUERIES, (path, [one["sql"][:120] for one in queries])
        if path != "/gallery/":  # every component in every state: nobody's page
            assert len(answer.content) < MOST_BYTES, path


def test_the_queries_are_as_many_for_a_large_record(archive: object, client: Client) -> None:
    first = make.Meeting.objects.order_by("pk")[0]
    make.warning(first)  # every page has something of every kind before, and more of it after
    make.warning(make.Entry.objects.filter(meeting=first, kind="action")[0])
    paths = addresses()

    def count() -> dict[str, int]:
        counts = {}
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                client.get(path)
            counts[path] = len(queries)
        return counts

    before = count()
    _grow()
    assert count() == before


def _grow() -> None:
    """Sixty more meetings, each with things of every kind, in the same forum."""
    topic = make.Topic.objects.get()
    made = []
    for number in range(60):
        day = f"{2010 + number // 12}-{number % 12 + 1:02}-05"
        of = make.meeting(day)
        made.append(of)
        make.attend(of, f"Officer {number}", "Chief Inspector", f"CI{number % 5}")
        item = make.item(of, "1", "Matters arising", "matters_arising")
        line = make.entry(item, "question", f"Asked about callers in month {number}.", ["PCC"])
        make.exchange(line, make.entry(item, "response", "It was said.", ["CC"]), "content")
        make.warning(line)
        make.promise(line, ["CC"], "soon", "2019-05-05")
        given = make.action(item, f"CC to do thing {number}", ["CC", f"Body {number % 7}"], "2019-04-01")
        make.update(item, given, "Going on.", "open", "waiting" if number % 2 else "linked")
        make.TopicLink.objects.create(topic=topic, meeting=of, item=item, entry=line)
        make.topic(f"Subject {number}", [line])
        make.tenure(f"Officer {number}", "Chief Inspector", day, abbreviation="CI")
    first = make.Meeting.objects.order_by("pk")[0]
    item = first.items.first()
    assert item
    for number in range(30):
        line = make.action(item, f"Thing {number}", ["CC"], "2019-01-01").entry
        make.warning(line or first)
    invented.index(made)


@pytest.mark.parametrize("path", EMPTY)
def test_an_empty_database_has_pages_too(path: str, db: None, get: Callable[..., Any]) -> None:
    page = get(path)
    assert "None" not in page.main
    assert page.main


def test_what_is_not_there_is_not_found(archive: object, get: Callable[..., Any]) -> None:
    for path in ["/meetings/99999/", "/actions/99999/", "/topics/99999/", "/people/99999/",
                 "/people/posts/99999/", "/review/meetings/99999/", "/documents/99999/original",
                 "/documents/99999/pages/1.png", "/source/nothing/1/", "/meetings/9999999999999999999999/",
                 *(f"/source/{kind}/99999/" for kind in SOURCES)]:  # fmt: skip
        page = get(path, 404)
        assert page.heading == "Page not found", path


def test_pages_are_only_read(archive: object, client: Client) -> None:
    for path in addresses():
        policy = policy_of(resolve(path.partition("?")[0]).func)
        if policy and "POST" not in policy.methods:  # what a form does is tested by itself
            assert client.post(path).status_code == 405, path
        assert client.head(path).status_code in (200, 400), path


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999", "99999999999999999999999", "１"])
def test_a_page_that_a_list_does_not_have_is_not_found(
    page: str, archive: object, get: Callable[..., Any]
) -> None:
    for path in ["/meetings/", "/actions/", "/topics/", "/people/", "/people/posts/", "/review/", "/search/"]:
        assert get(f"{path}?q=callers&page={page}", 404).heading == "Page not found"


@pytest.mark.parametrize("bad", ["%00", "'", '"><script>', "9" * 40, "%F0%9F%92%A9", "a" * 3000, "-1", "%ff"])
def test_no_value_in_an_address_breaks_a_page(bad: str, archive: object, client: Client) -> None:
    names = (
        "status",
        "owner",
        "forum",
        "topic",
        "from",
        "to",
        "text",
        "sort",
        "year",
        "q",
        "kind",
        "name",
        "at",
    )
    for path in [
        "/",
        "/meetings/",
        "/meetings/1/",
        "/actions/",
        "/actions.csv",
        "/topics/",
        "/people/",
        "/search/",
    ]:
        for name in names:
            answer = client.get(f"{path}?{name}={bad}")
            assert answer.status_code in (200, 400, 404), (path, name)
            if not answer.streaming:
                assert "<script>" not in answer.content.decode()
