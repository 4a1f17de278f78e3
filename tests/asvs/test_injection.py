"""What people write is text and nothing else: in pages, in questions to the database, in names of files."""

from __future__ import annotations

import re
from typing import Any

import lxml.html
import pytest
from django.apps import apps
from django.db import connection, models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.test import Client

from answerable.documents.models import Document
from answerable.meetings.models import Meeting
from answerable.workspace.source.views import source
from tests.asvs.conftest import ADMINISTRATOR, AUDITOR, OFFICER, routes
from tests.pages.every_page import LISTS
from tests.pages.filling_in import forms_of
from tests.permissions.actors import browser_of
from tests.permissions.places import World

SLICES = ("actions", "meetings", "topics", "people", "documents", "intake", "offices", "search", "accounts")
NOT_WORDS = re.compile(
    r"slug|key|sha256|code|^kind$|precision|anchor|media_type|password|email|session|value|marking$|state|stance"
    r"|next_type|read_with|status|assurance|field|part|old|new|number|address|time|quote"
)
"""Columns that no person writes: their values are ours."""
FIELDS = (
    "q", "text", "name", "owner", "forum", "topic", "year", "from", "to", "status", "sort", "page", "kind",
    "order", "at", "back", "next", "by", "item", "line", "meeting", "state",
)  # fmt: skip
"""Names in addresses, besides those of the forms on the pages."""
SQL = [
    "'", "''", '"', "' OR '1'='1", "1 OR 1=1", "1;SELECT 1", "'; DROP TABLE actions_action; --", "\\", "%",
    "_", "%%", "%s", "%(x)s", "{}", "$1", "*", "a*", '"a', "NEAR(", "a AND", "-", "^a", "a:b", "(", ")", "/*",
    "--", "\x00", "\x1a", "\ud7ff", "﷽", "1e999", "-1", "0x10", "١", "NaN", "null", "9" * 30,
]  # fmt: skip
"""What means something to a database, to its search, or to a program that makes a question by hand."""


def broken_out(html: str) -> list[str]:
    """The parts of a page that a canary made of it: an element, an attribute, a script."""
    tree = lxml.html.document_fromstring(html)
    made = tree.xpath("//*[starts-with(@class, 'canary')] | //*[@onfocus] | //*[@oncanary]")
    return [lxml.html.tostring(one).decode()[:120] for one in made]


def is_page(answer: Any) -> bool:
    """Is it HTML with something in it? A redirect has nothing."""
    return answer.headers.get("Content-Type", "").startswith("text/html") and bool(answer.content)


def canary(mark: str) -> str:
    return f"'\"><i class=canary{mark}>"


# ------------------------------------------------------------------ what is stored
def plant() -> list[str]:
    """A canary of its own at the end of every column that holds words; the columns."""
    planted = []
    for model in apps.get_models():
        for field in model._meta.fields:
            if model._meta.app_label not in SLICES or type(field) not in (models.CharField, models.TextField):
                continue
            if field.choices or NOT_WORDS.search(field.name):
                continue
            mark = f"-{len(planted)}-"
            words = model._default_manager.exclude(**{field.name: ""})
            words.update(**{field.name: Concat(F(field.name), Value(canary(mark)))})
            planted.append(f"{model._meta.label}.{field.name}")
    return planted


@pytest.mark.skipif(
    connection.vendor != "sqlite", reason="PostgreSQL cuts no text to fit, so it refuses some"
)
def test_no_column_can_hold_markup(there: World) -> None:
    planted = plant()
    seen: set[str] = set()
    for who in (OFFICER, ADMINISTRATOR, AUDITOR):
        client = browser_of(who, there.office, there.other)
        for address in [*routes(there), *LISTS, *sources(there)]:
            answer = client.get(address)
            if not is_page(answer):
                continue
            html = answer.content.decode()
            assert broken_out(html) == [], f"{who} {address}"
            assert "<i class=canary" not in html, f"{who} {address}"
            marks = re.findall(r"&lt;i class=canary-(\d+)-&gt;", html)
            seen |= {planted[int(mark)] for mark in marks}
    assert len(seen) >= 25, f"the canaries of {sorted(set(planted) - seen)} were shown nowhere"
    assert {"meetings.Entry.text", "actions.Action.text", "people.Person.name", "accounts.User.name",
            "documents.Document.name", "topics.Topic.name", "offices.Office.name"} <= seen  # fmt: skip


def sources(there: World) -> list[str]:
    kinds = ("entry", "action", "item", "update", "warning", "meeting")
    return [f"/source/{kind}/{there.keys[kind]['ours']}/" for kind in kinds if source]


# ------------------------------------------------------------------ what is asked for
def asked_names(client: Client, address: str) -> set[str]:
    """The names of the fields of a page's forms that are sent in the address."""
    answer = client.get(address)
    if not is_page(answer):
        return set()
    tree = lxml.html.document_fromstring(answer.content.decode())
    forms = [one for one in tree.iter("form") if str(one.get("method") or "get").lower() == "get"]
    return {str(name) for form in forms for name in form.fields if name}


PAGES = ("/", "/meetings/", "/actions/", "/topics/", "/people/", "/people/posts/", "/search/", "/review/",
         "/imports/", "/restricted/", "/meetings/forums/")  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_nothing_in_an_address_becomes_markup(page: str, there: World) -> None:
    client = browser_of(OFFICER, there.office, there.other)
    shown = 0
    for name in sorted({*asked_names(client, page), *FIELDS}):
        for value in (
            canary("-q-"),
            "x' onfocus=alert(1) autofocus x='",
            '" oncanary="x',
            "javascript:alert(1)",
        ):
            answer = client.get(page, {name: value})
            assert answer.status_code in (200, 302, 400, 404), f"{page} {name}"
            html = answer.content.decode()
            if html:
                assert broken_out(html) == [], f"{page} {name}={value}"
                assert not re.search(r"(href|src|action)=.?javascript:", html), f"{page} {name}={value}"
            shown += "canary-q-&gt;" in html
    assert shown or page not in ("/actions/", "/search/", "/meetings/"), "it is repeated, as text"


@pytest.mark.parametrize("page", [*PAGES, "/actions.csv", "/account/", "/account/sign-in/"])
def test_nothing_in_an_address_is_read_by_the_database(page: str, there: World) -> None:
    client = browser_of(OFFICER, there.office, there.other)
    before = everything()
    names = (
        {*asked_names(client, page), "q", "sort", "page"} if page.endswith("/") else {"text", "sort", "owner"}
    )
    for name in sorted(names):
        for value in SQL:
            answer = client.get(page, {name: value})
            assert answer.status_code in (200, 302, 400, 404), f"{page} {name}={value!r}"
            if answer.streaming:
                b"".join(answer.streaming_content)
    assert everything() == before


def everything() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()
            if model._meta.app_label in SLICES and model._meta.app_label not in ("accounts",)}  # fmt: skip


@pytest.mark.parametrize(
    ("page", "name"), [("/actions/", "text"), ("/people/", "name"), ("/topics/", "name")]
)
def test_signs_of_a_pattern_mean_themselves(page: str, name: str, there: World) -> None:
    """“%” finds what holds a “%”, not everything."""
    client = browser_of(OFFICER, there.office, there.other)
    nothing = client.get(page, {name: "no such words at all"}).content.decode()
    for sign in ("%", "_", "%%%", "a_c%e", "\\"):
        html = client.get(page, {name: sign}).content.decode()
        assert rows(html) == rows(nothing) == 0, f"{page} {sign}"


def rows(html: str) -> int:
    return len(lxml.html.document_fromstring(html).xpath("//main//tbody/tr"))


# ------------------------------------------------------------------ what is sent
def test_no_form_makes_markup(there: World) -> None:
    """Every form of every page with a canary in each field that takes words; then every page again."""
    for who in (OFFICER, ADMINISTRATOR):
        client, sent = browser_of(who, there.office, there.other), 0
        for address in list(dict.fromkeys([*routes(there), *sources(there)])):
            html = client.get(address)
            if html.status_code != 200 or not is_page(html):
                continue
            for form in forms_of(address, lxml.html.document_fromstring(html.content.decode())):
                if "sign-out" in form.address or "sessions" in form.address or "disable" in form.address:
                    continue
                values = form.filled_in(canary(f"-{sent}-"))
                texts = [name for name in values if name not in form.choices and name not in OURS]
                values |= {name: f"{values[name]}{canary('-f-')}" for name in texts}
                answer = client.post(form.address, values, follow=True)
                assert answer.status_code < 500, form.address
                assert broken_out(answer.content.decode()) == [], form.address
                sent += 1
        assert sent > (15 if who == OFFICER else 3)
        for address in [*routes(there), *LISTS]:
            answer = client.get(address)
            if is_page(answer):
                assert broken_out(answer.content.decode()) == [], address


OURS = {"csrfmiddlewaretoken", "form_key", "seen", "part", "position", "warning", "offered", "first-seen"}


# ------------------------------------------------------------------ where files are
PATHS = [
    "/static/../settings.py", "/static/..%2f..%2fconfig/settings.py", "/static/%2e%2e/%2e%2e/secret-key",
    "/static//etc/passwd", "/static/answerable/..%5c..%5csecret-key", "/documents/../secret-key/original",
    "/documents/..%2f..%2fsecret-key/original", "/documents/1/pages/..%2f..%2f1.png", "/files/", "/media/",
    "/.git/config", "/.env", "/pyproject.toml", "/secret-key", "/audit-key.pem", "/answerable.sqlite3",
    "/.svn/entries", "/static/.git/config", "/static/.hidden", "/static/answerable/answerable.css%00.png",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_no_address_leads_to_a_file_of_the_machine(path: str, there: World) -> None:
    client = browser_of(OFFICER, there.office, there.other)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    "name",
    ['a"; filename="b.html', "a\r\nX-Evil: 1.pdf", "../../etc/passwd", "ü “minutes”.pdf", "a;b.pdf", ".."],
)
def test_a_name_of_a_file_cannot_leave_its_header(name: str, there: World) -> None:
    document: Any = Meeting.objects.get(pk=there.keys["meeting"]["ours"]).document
    Document.objects.filter(pk=document.pk).update(name=name)
    answer = browser_of(OFFICER, there.office, there.other).get(f"/documents/{document.pk}/original")
    said = answer["Content-Disposition"]
    assert said.startswith("attachment; filename")
    assert "X-Evil" not in answer.headers
    assert not re.search(r"[\r\n/]", said)
    assert not re.search(r'(?<!\\)"; filename="b', said), "the quote of the name is not the end of it"
