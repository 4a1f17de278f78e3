"""Kept public answers go out past every layer, and are those that Django would give."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import RequestFactory

from answerable.config import handler as kept_first
from answerable.config.handler import Handler, over_tls
from answerable.public import keeping
from answerable.published.models import Revision
from tests.core.publication.contents import PATH
from tests.public.given import meeting, office, taken

PAGE = f"/{PATH}"
API = "/api/v1/meetings"
NEW_EACH_TIME = "X-Request-ID"
db = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(scope="module")
def handler() -> Handler:
    return Handler()


class Asked:
    """An answer, with whether Django was asked for it."""

    def __init__(self, handler: Handler, path: str, method: str = "GET", **environ: Any) -> None:
        self.by_django = False
        asking = RequestFactory().generic(method, path, **environ).environ
        whole = handler.get_response

        def noting(request: Any) -> Any:
            self.by_django = True
            return whole(request)

        handler.get_response = noting  # type: ignore[method-assign]
        try:
            answer = handler(asking, self._started)
            self.body = b"".join(answer)
        finally:
            handler.get_response = whole  # type: ignore[method-assign]
            getattr(answer, "close", lambda: None)()

    def _started(self, status: str, headers: list[tuple[str, str]]) -> None:
        self.status, self.headers = status, dict(headers)
        assert len(self.headers) == len(headers)

    @property
    def said(self) -> tuple[str, bytes, dict[str, str]]:
        """All but the number that each request has for itself."""
        return (
            self.status,
            self.body,
            {name: value for name, value in self.headers.items() if name != NEW_EACH_TIME},
        )


@pytest.fixture
def published() -> None:
    taken(office(), meeting())


class TestAgain:
    pytestmark = db

    @pytest.mark.parametrize(
        "ways", [{}, {"HTTP_ACCEPT_ENCODING": "gzip"}, {"HTTP_IF_NONE_MATCH": "*"},
                 {"HTTP_IF_NONE_MATCH": "*", "HTTP_ACCEPT_ENCODING": "gzip"}]
    )  # fmt: skip
    @pytest.mark.parametrize("path", [PAGE, API])
    def test_the_second_answer_is_the_first(
        self, handler: Handler, published: None, path: str, ways: dict[str, str]
    ) -> None:
        first, again = Asked(handler, path, **ways), Asked(handler, path, **ways)
        assert (first.by_django, again.by_django) == (True, False)
        assert first.said == again.said
        assert first.headers[NEW_EACH_TIME] != again.headers[NEW_EACH_TIME]

    def test_what_was_sent_in_another_way_is_asked_for(self, handler: Handler, published: None) -> None:
        Asked(handler, PAGE)
        packed = Asked(handler, PAGE, HTTP_ACCEPT_ENCODING="gzip")
        assert packed.by_django
        assert packed.headers["Content-Encoding"] == "gzip"
        assert Asked(handler, PAGE, "HEAD").by_django
        assert Asked(handler, PAGE, "POST").status.startswith("405")

    def test_a_change_is_seen_by_the_next_question(self, handler: Handler, published: None) -> None:
        """Nothing tells the shelf: another process may have written."""
        before = Asked(handler, PAGE)
        taken(meeting(venue="Mill House"))
        corrected = Asked(handler, PAGE)
        assert corrected.body != before.body
        assert b"Mill House" in corrected.body
        assert not Asked(handler, PAGE).by_django
        taken(withdrawn=(PATH,))
        for _ in range(2):
            assert Asked(handler, PAGE).status.startswith("410")
        taken(meeting())
        assert Asked(handler, PAGE).status.startswith("200")

    def test_the_day_after_it_is_made_again(
        self, handler: Handler, published: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Asked(handler, PAGE)
        monkeypatch.setattr(keeping.timezone, "localdate", lambda: "another day")
        assert Asked(handler, PAGE).by_django

    def test_a_store_that_does_not_answer_is_for_django_to_say(
        self, handler: Handler, published: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Asked(handler, PAGE)

        def refuse() -> None:
            raise OSError("no disk")

        monkeypatch.setattr(kept_first, "stamp", refuse)
        assert Asked(handler, PAGE).by_django

    def test_an_encoded_question_mark_is_another_address(self, handler: Handler, published: None) -> None:
        assert Asked(handler, "/wyvern-valley/search?q=calls").status.startswith("200")
        assert Asked(handler, "/wyvern-valley/search%3Fq=calls").status.startswith("404")

    def test_one_question_to_the_store(self, handler: Handler, published: None) -> None:
        from django.db import connections
        from django.test.utils import CaptureQueriesContext

        Asked(handler, PAGE)
        with CaptureQueriesContext(connections["published"]) as asked:
            assert not Asked(handler, PAGE).by_django
        assert len(asked) == 1

    def test_over_tls_it_has_the_headers_of_tls(
        self, handler: Handler, published: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        plain, safe = Asked(handler, PAGE), Asked(handler, PAGE, **{"wsgi.url_scheme": "https"})
        assert safe.by_django, "it was sent without TLS before"
        assert plain.status == safe.status

    def test_what_has_no_revision_yet_is_not_kept(self, handler: Handler) -> None:
        assert not Revision.objects.exists()
        assert Asked(handler, PAGE).status.startswith("404")
        assert Asked(handler, PAGE).by_django


def test_a_proxy_is_believed_about_tls_and_nobody_else(monkeypatch: pytest.MonkeyPatch) -> None:
    from ipaddress import ip_network

    monkeypatch.setattr(settings, "SECURE_PROXY_SSL_HEADER", ("HTTP_X_FORWARDED_PROTO", "https"))
    monkeypatch.setattr(settings, "TRUSTED_PROXIES", [ip_network("10.0.0.1")])
    said = {"HTTP_X_FORWARDED_PROTO": "https", "wsgi.url_scheme": "http"}
    assert over_tls({**said, "REMOTE_ADDR": "10.0.0.1"})
    assert not over_tls({**said, "REMOTE_ADDR": "10.0.0.2"})
    assert not over_tls({**said, "HTTP_X_FORWARDED_PROTO": "http", "REMOTE_ADDR": "10.0.0.1"})
    assert over_tls({"wsgi.url_scheme": "https", "REMOTE_ADDR": "10.0.0.2"})
