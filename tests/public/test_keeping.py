"""Answers kept in memory: the same for everybody, and never longer than they are true."""

from __future__ import annotations

import gzip
from datetime import date
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from answerable.public import keeping
from answerable.public.kept import Kept, Shelf, packed
from tests import factories as make
from tests.core.publication.contents import PATH
from tests.public.given import meeting, office, taken
from tests.signing import sign_in

STAMP = ((1, "a"), date(2022, 1, 1))
PAGE = "/wyvern-valley"

db = pytest.mark.django_db


def kept(size: int) -> Kept:
    return Kept(STAMP, {"ETag": '"1"'}, b"", None, size)


def test_what_was_not_used_for_longest_goes_first() -> None:
    shelf = Shelf(most=100)
    for name in "abc":
        shelf.put(name, kept(40))
        shelf.get("a")
    assert [name for name in "abc" if shelf.get(name)] == ["a", "c"]
    assert shelf.held == 80
    shelf.put("a", kept(10))
    assert shelf.held == 50


def test_a_large_answer_is_not_kept() -> None:
    shelf = Shelf()
    shelf.put("a", kept(10**9))
    assert shelf.get("a") is None
    assert not shelf.held


def test_packing_is_the_same_each_time_and_only_where_it_saves() -> None:
    assert packed(b"word " * 500, "text/html") == packed(b"word " * 500, "text/html")
    assert packed(b"word", "text/html") is None
    assert packed(b"word " * 500, "application/pdf") is None


@db
def test_the_second_time_nothing_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    taken(office(), meeting())
    first = Client().get(f"/{PATH}")

    def refuse(*args: Any) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr("answerable.public.pages.frame", refuse)
    again = Client().get(f"/{PATH}")
    assert again.content == first.content
    assert dict(again.headers).keys() == dict(first.headers).keys()


@db
def test_what_is_published_or_withdrawn_is_seen_at_once() -> None:
    taken(office(), meeting())
    assert Client().get(f"/{PATH}").status_code == 200
    taken(withdrawn=(PATH,))
    assert Client().get(f"/{PATH}").status_code == 410
    taken(meeting())
    assert Client().get(f"/{PATH}").status_code == 200


@db
def test_the_browser_is_told_that_nothing_changed() -> None:
    taken(office(), meeting())
    first = Client().get(PAGE)
    tag = first.headers["ETag"]
    assert first.headers["Cache-Control"] == "no-cache"
    for asked in (tag, f'"x", {tag}', f"W/{tag}", "*"):
        again = Client(headers={"If-None-Match": asked}).get(PAGE)
        assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", tag)
    assert Client(headers={"If-None-Match": '"x"'}).get(PAGE).status_code == 200


@db
def test_the_tag_stays_where_something_else_was_published() -> None:
    taken(office(), meeting())
    before = Client().get(f"/{PATH}").headers["ETag"]
    taken(office(ends_on="2028-05-07"))
    assert Client().get(f"/{PATH}").headers["ETag"] == before


@db
def test_packed_for_whoever_takes_it() -> None:
    taken(office(), meeting())
    plain = Client().get(f"/{PATH}")
    small = Client(headers={"Accept-Encoding": "br, gzip"}).get(f"/{PATH}")
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content
    assert small.headers["ETag"] != plain.headers["ETag"]
    assert "Accept-Encoding" in small.headers["Vary"]
    refused = Client(headers={"Accept-Encoding": "gzip;q=0"}).get(f"/{PATH}")
    assert "Content-Encoding" not in refused.headers


@db
def test_head_says_the_same_and_other_methods_are_refused() -> None:
    taken(office(), meeting())
    whole, head = Client().get(f"/{PATH}"), Client().head(f"/{PATH}")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"]
    assert not head.content
    for method in ("post", "put", "delete", "patch"):
        answer = getattr(Client(enforce_csrf_checks=True), method)(f"/{PATH}")
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD"
        assert not answer.cookies


@db
def test_the_same_bytes_for_whoever_is_signed_in() -> None:
    taken(office(), meeting())
    client = sign_in(Client(), make.user())
    keeping.shelf.clear()
    known = client.get(f"/{PATH}")
    keeping.shelf.clear()
    stranger = Client().get(f"/{PATH}")
    assert known.content == stranger.content
    assert "Set-Cookie" not in str(known.headers)
    assert not known.cookies


@db
def test_pages_of_those_who_work_here_are_not_kept() -> None:
    sign_in(Client(), make.user()).get("/account/")
    Client().get("/account/sign-in/")
    Client().get("/wyvern-valley")  # 404: nothing is published
    assert keeping.shelf.held == 0


@db
def test_the_working_record_is_not_asked() -> None:
    taken(office(), meeting())

    def refuse(*args: object) -> None:
        raise AssertionError("the working record was asked")

    pages = (PAGE, f"{PAGE}/meetings", f"{PAGE}/search?q=calls", f"/{PATH}", f"/{PATH}/item/1",
             f"/{PATH}/zzz", f"{PAGE}/publications", f"{PAGE}/assurance", f"/{PATH}/entry/2")  # fmt: skip
    with connections["default"].execute_wrapper(refuse):
        for path in pages:
            answer = Client().get(path)
            assert answer.status_code == (404 if path.endswith("zzz") else 200), path
            assert not answer.cookies


@db
@pytest.mark.parametrize("path", [f"/{PATH}", "/api/v1/meetings", f"{PAGE}/feeds/meetings.atom"])
def test_that_nothing_changed_is_said_with_the_same_headers(path: str) -> None:
    """A browser that reads for a page of another site is refused what has no word that it may be read."""
    taken(office(), meeting())
    whole, same = Client().get(path), Client(headers={"If-None-Match": "*"}).get(path)
    assert same.status_code == 304
    said = {name for name, value in same.headers.items() if whole.headers[name] == value}
    of_the_body = {"Content-Type", "Content-Length", "Content-Disposition"}
    assert set(whole.headers) - said <= {*of_the_body, "X-Request-ID"}
