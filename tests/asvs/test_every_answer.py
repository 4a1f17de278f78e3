"""What holds for every answer: pages, downloads, redirects, refusals and faults."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import Resolver404, path, resolve

from answerable.config import urls as site
from answerable.core.permissions.table import Permission
from answerable.web.policy import policy_of, reads
from tests import factories as make
from tests.asvs.conftest import Answered
from tests.permissions.actors import browser_of
from tests.permissions.places import World

pytestmark = pytest.mark.any_database
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
STYLE = ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy")
"""A style sheet is given before most of the others: it can be neither framed for harm nor sent a form."""
INSIDE = "no-such-password-of-a-database"


def fall_over(request: HttpRequest) -> HttpResponse:
    raise RuntimeError(INSIDE)


urlpatterns = [*site.urlpatterns, path("fall/", reads(Permission.OPEN_PAGES, fall_over), name="fall")]
handler400, handler403, handler404, handler500 = (
    site.handler400, site.handler403, site.handler404, site.handler500
)  # fmt: skip


def test_there_is_every_kind_of_answer(answers: list[Answered]) -> None:
    """Else the tests below would hold of nothing."""
    assert {one.status for one in answers} >= {200, 302, 400, 403, 404, 405}
    assert len([one for one in answers if one.status == 200]) > 100


def test_each_forbids_guessing_framing_and_telling_others(answers: list[Answered]) -> None:
    missing = []
    for one in answers:
        wanted = STYLE if one.address.startswith("/static/") and one.status == 200 else tuple(ALWAYS)
        missing += [f"{one} {name}" for name in wanted if one.headers.get(name) != ALWAYS[name]]
        assert "Server" not in one.headers
        assert "X-Powered-By" not in one.headers
    assert missing == []


def test_each_has_a_content_policy_without_a_gap(answers: list[Answered]) -> None:
    for one in answers:
        if one.address.startswith("/static/") and one.status == 200:
            continue
        policy = one.headers["Content-Security-Policy"]
        for wanted in (
            "default-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        ):
            assert wanted in policy, str(one)
        for never in ("unsafe", "http:", "https:", "data:", "blob:", "*"):
            assert never not in policy, str(one)


def test_each_says_what_it_is(answers: list[Answered]) -> None:
    """A type that fits, and for text the characters that it is written in."""
    for one in answers:
        kind = one.headers.get("Content-Type", "")
        if one.status == 200 or one.body:
            assert kind, str(one)
        if kind.startswith("text/"):
            assert "charset=utf-8" in kind.lower().replace('"', ""), f"{one} {kind}"
        if kind.startswith("text/html") and one.status == 200:
            assert one.body.lstrip().lower().startswith(b"<!doctype html>"), str(one)
        if kind.startswith("image/png") and one.status == 200:
            assert one.headers["X-Content-Type-Options"] == "nosniff"


OPEN_DATA = re.compile(r"/api/|/[\w-]+/data")
"""What is public and made for programs of others: any site may read it, without saying who asks."""


def test_none_is_for_another_site_but_open_data(answers: list[Answered]) -> None:
    for one in answers:
        named = {name: value for name, value in one.headers.items() if name.startswith("Access-Control")}
        if named:
            assert OPEN_DATA.match(one.address), str(one)
            assert named["Access-Control-Allow-Origin"] == "*", str(one)
            assert "Access-Control-Allow-Credentials" not in named, str(one)


def test_another_site_that_asks_is_told_nothing_of_sharing(there: World) -> None:
    client = browser_of("policy-officer", there.office, there.other)
    for method in ("GET", "OPTIONS", "POST"):
        asked = {"Origin": "https://elsewhere.example", "Access-Control-Request-Method": "POST"}
        answer = client.generic(method, "/actions/", headers=asked)
        assert not [name for name in answer.headers if name.startswith("Access-Control")]


def is_public(address: str) -> bool:
    try:
        policy = policy_of(resolve(address.partition("?")[0]).func)
    except Resolver404:
        return False
    return policy is not None and policy.permission is Permission.READ_PUBLISHED


def test_no_page_is_kept_by_the_browser(answers: list[Answered]) -> None:
    """But the style sheets, which are everybody's, and pictures of open pages, until signing out; and what
    is published, which it asks for again each time."""
    for one in answers:
        kept = one.headers.get("Cache-Control", "")
        if one.address.startswith("/static/") and one.status == 200:
            continue
        if is_public(one.address):
            assert "no-store" in kept or "no-cache" in kept, f"{one} {kept}"
        elif one.headers.get("Content-Type") == "image/png":
            assert kept.startswith("private, max-age="), str(one)
        else:
            assert "no-store" in kept, f"{one} {kept}"


def test_a_restricted_picture_is_not_kept(there: World) -> None:
    client = browser_of("policy-officer", there.office, there.other)
    document = make.Document.objects.get(pk=there.keys["document"]["ours"])
    picture = f"/documents/{document.pk}/pages/1.png"
    for restricted, kept in ((False, "private, max-age"), (True, "no-store")):
        type(document).objects.filter(pk=document.pk).update(restricted=restricted)
        assert kept in client.get(picture)["Cache-Control"]


def test_signing_out_empties_the_browser(there: World) -> None:
    for address, sent in (("/account/sign-out/", {}), ("/account/sessions/", {"session": "all"})):
        client = browser_of("policy-officer", there.office, there.other)
        answer = client.post(address, sent)
        assert answer.status_code == 302
        assert answer["Clear-Site-Data"] == '"cache"'
        assert client.get("/").status_code == 302


@pytest.mark.urls("tests.asvs.test_every_answer")
def test_a_fault_tells_nothing_and_keeps_every_guard(there: World) -> None:
    client = Client(raise_request_exception=False)
    answer = client.get("/fall/")
    assert answer.status_code == 500
    said = answer.content.decode()
    for word in (INSIDE, "RuntimeError", "Traceback", "fall_over", ".py", "Django"):
        assert word not in said
    assert {name: answer[name] for name in ALWAYS} == ALWAYS
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "no-store" in answer["Cache-Control"]


def test_no_error_tells_of_the_inside(answers: list[Answered]) -> None:
    for one in answers:
        if one.status >= 400:
            assert not re.search(rb"Traceback|site-packages|\.py\b|Exception|SELECT ", one.body), str(one)


@pytest.mark.parametrize(
    "method", ["TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND", "PUT", "DELETE", "PATCH"]
)
def test_no_other_method_does_anything(method: str, there: World) -> None:
    client = browser_of("policy-officer", there.office, there.other)
    for address in ("/", "/actions/", "/account/sign-in/", "/health/live", "/imports/send"):
        answer = client.generic(method, address, data=b"x=1", headers={"X-Secret": "Canary-Header"})
        assert answer.status_code == 405, f"{method} {address}"
        assert b"Canary-Header" not in answer.content, "nothing that was sent comes back"


def test_a_method_is_not_believed_from_elsewhere(there: World) -> None:
    """Neither a header nor a field turns a look into a write."""
    client = browser_of("policy-officer", there.office, there.other)
    for header in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        answer = client.get("/imports/send?_method=POST", headers={header: "POST"})
        assert answer.status_code == 405


@pytest.mark.parametrize(
    "host", ["elsewhere.example", "localhost@elsewhere.example", "localhost:80:80", "loc alhost", "[::1", "*"]
)
def test_a_host_that_is_not_ours_is_refused_and_not_repeated(host: str, db: None) -> None:
    answer = Client(raise_request_exception=False).get("/account/sign-in/", headers={"Host": host})
    assert answer.status_code == 400
    assert host.encode() not in answer.content or host == "*"


def test_what_a_proxy_might_say_of_the_host_is_not_believed(db: None) -> None:
    names = {
        "X-Forwarded-Host": "elsewhere.example",
        "Forwarded": "host=elsewhere.example",
        "X-Host": "x.example",
    }
    answer = Client().get("/account/password/forgotten/", headers=names)
    assert b"elsewhere.example" not in answer.content
    moved: Any = Client().get("/", headers=names)
    assert moved["Location"].startswith("/account/")
