"""The lists of the API: what they give, and how they are asked."""

from __future__ import annotations

from typing import Any

import lxml.html
import pytest
from django.test import Client

from answerable.core.publication.open_data.resources import BY_NAME
from answerable.public.api.description import described
from tests import open_data

pytestmark = pytest.mark.django_db
BASE = "/api/v1"


@pytest.fixture(autouse=True)
def world(db: None) -> None:
    open_data.world()


def get(path: str, status: int = 200, **asked: Any) -> Any:
    answer = Client().get(f"{BASE}{path}", asked)
    assert answer.status_code == status, answer.content
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert not answer.cookies
    return answer.json()


def test_the_first_address_leads_to_all_others() -> None:
    told = get("")
    assert set(BY_NAME) | {"offices", "publications", "lines"} == set(told["resources"])
    for url in [*told["resources"].values(), told["description"], told["documentation"]]:
        assert Client().get(url).status_code == 200, url


COUNTS = {
    "meetings": 2,
    "items": 2,
    "entries": 6,
    "exchanges": 4,
    "promises": 2,
    "updates": 2,
    "figures": 6,
    "actions": 2,
    "agendas": 1,
    "topics": 1,
    "measures": 1,
    "observations": 2,
    "people": 1,
    "posts": 1,
    "decisions": 1,
}


def test_every_kind_of_line_is_tried() -> None:
    assert set(COUNTS) == set(BY_NAME)


@pytest.mark.parametrize(("name", "count"), [*COUNTS.items(), ("lines", sum(COUNTS.values()))])
def test_a_list_gives_all_that_is_public(name: str, count: int) -> None:
    told = get(f"/{name}")
    assert len(told["rows"]) == count
    assert told["next"] is None
    assert told["as_of"] == "2019-05-02T09:00:00Z"
    if name in BY_NAME:
        for row in told["rows"]:
            assert list(row["data"]) == [one.name for one in BY_NAME[name].fields]


@pytest.mark.parametrize(
    ("name", "asked", "count"),
    [
        ("meetings", {"from": "2019-04-01"}, 1),
        ("meetings", {"to": "2019-03-12"}, 1),
        ("meetings", {"office": "elsewhere"}, 0),
        ("meetings", {"person": "wyvern-valley/people/ada-example"}, 1),
        ("decisions", {"owner": "PCC"}, 1),
        ("entries", {"topic": "wyvern-valley/topics/calls"}, 1),
        ("measures", {"topic": "wyvern-valley/topics/calls"}, 1),
        ("observations", {"measure": "wyvern-valley/measures/calls"}, 2),
        ("meetings", {"forum": "wyvern-valley/assurance-meeting"}, 2),
        ("entries", {"kind": "note"}, 6),
        ("entries", {"kind": "question"}, 0),
        ("entries", {"text": "LINE 2"}, 2),
        ("promises", {"owner": "DCC"}, 2),
        ("actions", {"state": "closed"}, 1),
        ("actions", {"state": "open", "area": "Otterdale"}, 1),
        ("actions", {"owner": "ACC | crime", "state": "closed"}, 0),
        ("lines", {"kind": "figure"}, 6),
        ("updates", {"action": "wyvern-valley/actions/A-0001"}, 2),
    ],
)
def test_filters_choose(name: str, asked: dict[str, str], count: int) -> None:
    assert len(get(f"/{name}", **asked)["rows"]) == count


def test_a_line_is_told_with_its_address_and_its_source() -> None:
    (row,) = get("/actions", state="open")["rows"]
    assert row["path"] == "wyvern-valley/actions/A-0001"
    assert row["url"].endswith("/wyvern-valley/actions/A-0001")
    assert row["part"] == row["path"]
    assert row["tags"] == {"area": ["Otterdale"], "owner": ["ACC | crime", "DCC"], "state": ["open"]}
    assert row["data"]["life"][0]["kind"] == "given"


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("meetings", {"cursor": "nonsense"}, "The cursor is not one that we gave."),
        ("meetings", {"limit": "0"}, "limit is a whole number from 1 to 200."),
        ("meetings", {"limit": "201"}, "limit is a whole number"),
        ("meetings", {"limit": "ten"}, "limit is"),
        ("meetings", {"from": "12/03/2019"}, "“12/03/2019” is not a day: write it as 2019-03-12."),
        ("meetings", {"to": "2019-02-30"}, "is not a day"),
        ("meetings", {"from": "٢٠١٩-٠٣-١٢"}, "is not a day"),
        ("meetings", {"modified_since": "lately"}, "“lately” is not a moment"),
        ("meetings", {"offfice": "x"}, "“offfice” cannot be used here. You can ask with: "),
        ("meetings", {"office": ["a", "b"]}, "“office” is there twice. Give it once."),
        ("meetings", {"text": "a\0b"}, "“text” cannot be used"),
        ("meetings", {"text": "a" * 201}, "“text”"),
        ("lines", {"kind": "secret"}, "“kind” cannot be used"),
        ("at", {}, "“path” cannot be used"),
        ("offices", {"limit": "1"}, "“limit” cannot be used here. Ask without a value."),
        ("publications", {"forum": "x"}, "“forum” cannot be used here. You can ask with: "),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(name: str, asked: dict[str, Any], said: str) -> None:
    told = get(f"/{name}", 422, **asked)
    assert told["status"] == 422
    assert said in told["detail"]
    assert told["detail"].endswith(".")
    assert list(told) == ["type", "title", "status", "detail"]


@pytest.mark.parametrize(
    "path", ["/nothing", "/meetings/", "/meetings/12", "/publications/wyvern-valley/99", "/"]
)
def test_an_address_that_is_not_there_says_so_in_json(path: str) -> None:
    assert get(path, 404)["title"] == "Not Found"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "INVENTED"])
def test_it_can_only_be_read(method: str) -> None:
    answer = Client(enforce_csrf_checks=True).generic(method, f"{BASE}/meetings")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"] == "This can only be read: ask with GET or HEAD."


def test_too_many_values_are_refused() -> None:
    assert get("/meetings?" + "&".join(f"a{one}=" for one in range(1100)), 400)["status"] == 400


def test_head_is_the_same_without_its_body() -> None:
    whole, head = Client().get(f"{BASE}/meetings"), Client().head(f"{BASE}/meetings")
    assert head.status_code == 200
    assert not head.content
    assert head.headers["ETag"] == whole.headers["ETag"]


def test_what_has_not_changed_is_not_sent_again() -> None:
    tag = Client().get(f"{BASE}/meetings").headers["ETag"]
    assert Client(headers={"If-None-Match": tag}).get(f"{BASE}/meetings").status_code == 304
    open_data.take(open_data.meeting("2019-05-14"))
    assert Client(headers={"If-None-Match": tag}).get(f"{BASE}/meetings").status_code == 200


def test_it_is_packed_for_who_takes_it() -> None:
    answer = Client(headers={"Accept-Encoding": "gzip"}).get(f"{BASE}/lines")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/html", "image/png"])
def test_whatever_a_program_would_rather_have_it_gets_json(accept: str) -> None:
    answer = Client().get(f"{BASE}/actions", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")


def test_the_page_for_people_names_every_address_and_field() -> None:
    said = Client().get("/api").content.decode()
    for one in BY_NAME.values():
        assert f"/api/v1/{one.name}" in said
        assert all(f"<code>{field.name}</code>" in said for field in one.fields)
    assert "<script" not in said


def test_the_page_for_people_says_what_each_address_gives_and_can_be_asked() -> None:
    tree: Any = lxml.html.document_fromstring(Client().get("/api").content.decode())
    for path, methods in described()["paths"].items():
        one = methods["get"]
        head = tree.get_element_by_id(one["operationId"])
        assert head.text_content() == path
        assert one["summary"] in head.getnext().text_content()
        asked = head.getnext().getnext().xpath("self::table//tbody//th//text()")
        assert asked == [each["name"] for each in one.get("parameters", [])]


def test_the_page_for_people_has_an_example_of_every_address_that_is_answered() -> None:
    tree = lxml.html.document_fromstring(Client().get("/api").content.decode())
    examples = [one for one in tree.xpath("//main//p/a/@href") if one.startswith("/api/v1")]
    paths = list(described()["paths"])
    asked = [one for one in examples if one != "/api/v1/openapi.json"]
    assert len(asked) == len(paths)
    for one in asked:
        assert Client().get(one).status_code == 200, one
