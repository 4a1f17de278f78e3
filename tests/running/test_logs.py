"""Lines of JSON, and nobody's words in them."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from answerable.accounts.models import User
from answerable.config import urls as site
from answerable.core.permissions.roles import Role
from answerable.core.permissions.table import Permission
from answerable.upkeep.logs import formatter
from answerable.web.policy import form
from tests import factories as make
from tests.signing import person_with, sign_in

CANARY = "Canary-Featherstone"
EMAIL = "canary.featherstone@wyvern.example"


@pytest.fixture
def log() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Everything that is logged, by whomever and however lowly, as it would be written."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.removeHandler(handler)
    root.setLevel(level)


def fall_over(request: HttpRequest, name: str) -> HttpResponse:
    try:
        with transaction.atomic():
            User.objects.create(name=request.POST.get("name", CANARY), email=EMAIL, made_at=make.NOW)
        with transaction.atomic():
            User.objects.create(name=CANARY, email=EMAIL, made_at=make.NOW)
    except Exception as error:
        raise ValueError(f"{name} {EMAIL} {request.POST}") from error
    return HttpResponse()


urlpatterns = [
    *site.urlpatterns,
    path("fall/<str:name>/", form(Permission.OPEN_PAGES, fall_over), name="fall"),
]
handler500, handler404, handler403, handler400 = (
    site.handler500, site.handler404, site.handler403, site.handler400
)  # fmt: skip


@pytest.mark.django_db
@pytest.mark.urls("tests.running.test_logs")
def test_nobodys_words_are_in_the_logs(log: Callable[[], list[dict[str, Any]]]) -> None:
    user = person_with(Role.POLICY_OFFICER, make.office(), CANARY)
    browser = sign_in(Client(raise_request_exception=False), user)
    agent = {"User-Agent": CANARY, "Referer": f"http://testserver/{CANARY}", "X-Request-ID": CANARY}
    for address in (
        f"/search/?q={CANARY}", f"/actions/?text={EMAIL}", f"/{CANARY}/", f"/meetings/?page={CANARY}",
        f"/fall/{CANARY}/", f"/people/?name={CANARY}", f"/static/{CANARY}.css",
    ):  # fmt: skip
        browser.get(address, headers=agent)
    browser.post(f"/fall/{CANARY}/", {"name": CANARY, "password": CANARY})
    browser.post("/imports/send", {"forum": CANARY, "files": [SimpleUploadedFile(f"{CANARY}.txt", b"x")]})
    browser.post(f"/account/sign-in/?next=/{CANARY}", {"login": EMAIL, "password": CANARY})
    browser.get("/", headers={"Host": f"{CANARY}.example"})
    browser.generic(CANARY, "/")
    Client(enforce_csrf_checks=True).post("/imports/send", {"forum": CANARY})

    lines = log()
    written = json.dumps(lines)
    requests = [line for line in lines if line.get("event") == "request"]
    assert len(requests) >= 11
    assert {line["view"] for line in requests} >= {"search", "fall", "none"}
    assert [line["user"] for line in requests if line["view"] == "search"] == [user.pk]
    fallen = [line for line in lines if "builtins.ValueError" in line.get("exception", [])]
    assert fallen, "what went wrong is there: its class and its place"
    assert any("fall_over" in place for place in fallen[0]["at"])
    assert "django.db.utils.IntegrityError" in fallen[0]["exception"]
    assert fallen[0]["request"] in {line["request"] for line in requests}
    for word in (CANARY, EMAIL, "canary", "Featherstone", *Session.objects.values_list("pk", flat=True)):
        assert word.lower() not in written.lower()


def test_our_own_lines_say_only_what_is_on_the_list(log: Callable[[], list[dict[str, Any]]]) -> None:
    structlog.get_logger("answerable.test").warning("something", name=CANARY, user=7, email=EMAIL)
    (line,) = [one for one in log() if one["logger"] == "answerable.test"]
    assert line.pop("time")
    assert line == {"event": "something", "level": "warning", "logger": "answerable.test", "user": 7}


@pytest.mark.parametrize(
    ("say", "event"),
    [
        (lambda one: one.warning("Not found: %s", CANARY), "Not found: %s"),
        (lambda one: one.warning(f"Not found: {CANARY}"), ""),
        (lambda one: one.warning("Not %(found)s", {"found": CANARY}), "Not %(found)s"),
        (lambda one: one.warning(ValueError(CANARY)), ""),
        (lambda one: one.warning("%s", ValueError(CANARY), extra={"name_of": CANARY}), "%s"),
    ],
)
def test_of_other_peoples_lines_the_sentence_of_the_source_is_kept(
    say: Callable[[logging.Logger], None], event: str, log: Callable[[], list[dict[str, Any]]]
) -> None:
    say(logging.getLogger("somebody.else"))
    (line,) = [one for one in log() if one["logger"] == "somebody.else"]
    assert line["event"] == event
    assert line["at"][0].startswith("test_logs:")
    assert CANARY not in json.dumps(line)


def test_an_exception_is_its_class_and_its_places(log: Callable[[], list[dict[str, Any]]]) -> None:
    try:
        raise KeyError(CANARY) from OSError(CANARY)
    except KeyError:
        logging.getLogger("somebody.else").exception("Failed for %s", CANARY)
    (line,) = [one for one in log() if one["logger"] == "somebody.else"]
    assert line["exception"] == ["builtins.KeyError", "builtins.OSError"]
    assert line["at"][-1].endswith("test_an_exception_is_its_class_and_its_places")
    assert CANARY not in json.dumps(line)
