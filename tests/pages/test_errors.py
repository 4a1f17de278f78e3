"""Pages for what cannot be shown, in the same look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.core.exceptions import BadRequest
from django.test import Client, RequestFactory

from answerable.web import errors

Get = Callable[..., Any]


def test_an_address_that_is_none(db: None, get: Get) -> None:
    page = get("/nothing/here/", 404)
    assert page.heading == "Page not found"
    assert "/search/" in page.links


def test_a_page_that_is_not_there_says_what_was_looked_for(db: None, get: Get) -> None:
    assert "There is no such meeting." in get("/meetings/7/", 404).main


def test_a_fault_of_ours_is_a_page_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a secret of the machine")

    monkeypatch.setattr("answerable.workspace.front.queries.totals", fail)
    client.raise_request_exception = False
    answer = client.get("/")
    html = answer.content.decode()
    assert answer.status_code == 500
    assert "Something went wrong here" in html
    assert "secret" not in html
    assert "Traceback" not in html


def test_what_cannot_be_used_says_why(rf: RequestFactory, db: None) -> None:
    answer = errors.bad_request(rf.get("/"), BadRequest("The day is missing."))
    assert answer.status_code == 400
    assert "The day is missing." in answer.content.decode()


def test_faults_inside_are_not_told(rf: RequestFactory, db: None) -> None:
    assert "inside" not in errors.bad_request(rf.get("/"), Exception("inside")).content.decode()


def test_an_unknown_host_is_refused_on_a_page(db: None) -> None:
    answer = Client(HTTP_HOST="evil.example").get("/")
    assert answer.status_code == 400
    assert lxml.html.document_fromstring(answer.content.decode()).find(".//h1") is not None


def test_every_error_has_the_sections(db: None, get: Get) -> None:
    assert "/meetings/" in get("/nothing/", 404).links
