"""A topic that is offered is kept or dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.topics.models import Topic
from tests import factories as make

Get = Callable[..., Any]


@pytest.fixture
def offered(archive: object) -> Topic:
    return Topic.objects.get()


def buttons(page: Any) -> list[str]:
    return [one.text_content().strip() for one in page.tree.xpath("//main//form//button")]


def test_it_is_kept(offered: Topic, get: Get, post: Get) -> None:
    assert buttons(get(f"/topics/{offered.pk}/")) == ["Keep this topic", "Drop it"]
    page = post(f"/topics/{offered.pk}/decide", answer="keep")
    assert "Kept: it stays among the topics." in page.main
    assert buttons(page) == ["Drop it"]
    offered.refresh_from_db()
    assert offered.state == "kept"
    assert offered.decided_by


def test_it_is_dropped_and_gone_from_the_list(offered: Topic, get: Get, post: Get) -> None:
    page = post(f"/topics/{offered.pk}/decide", answer="drop")
    assert "Dropped: it is not offered again." in page.main
    assert offered.name not in get("/topics/").main
    assert offered.name in get("/topics/?state=dropped").main


def test_a_dropped_one_can_be_kept_after_all(offered: Topic, post: Get) -> None:
    post(f"/topics/{offered.pk}/decide", answer="drop")
    assert "Kept:" in post(f"/topics/{offered.pk}/decide", answer="keep").main
    offered.refresh_from_db()
    assert offered.state == "kept"


def test_keeping_twice_is_refused_with_a_reason(offered: Topic, post: Get) -> None:
    post(f"/topics/{offered.pk}/decide", answer="keep")
    page = post(f"/topics/{offered.pk}/decide", answer="keep")
    assert f"The topic {offered.name} is kept already." in page.main
    assert Event.objects.filter(operation="topics.decide_topic").count() == 1


@pytest.mark.parametrize("answer", ["", "perhaps", "KEEP"])
def test_an_answer_that_is_none_changes_nothing(answer: str, offered: Topic, post: Get) -> None:
    assert "Say whether to keep the topic" in post(f"/topics/{offered.pk}/decide", answer=answer).main
    offered.refresh_from_db()
    assert offered.state == "offered"


def test_it_is_only_done_by_a_form(offered: Topic, client: Client) -> None:
    for method in (client.get, client.put, client.delete):
        assert method(f"/topics/{offered.pk}/decide").status_code == 405


def test_a_topic_that_is_not_there_is_not_found(db: None, post: Get) -> None:
    make.office()
    assert post("/topics/999/decide", 404).heading == "Page not found"
