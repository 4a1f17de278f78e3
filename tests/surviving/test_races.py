"""Several people write at once, through real web workers: nothing is lost, nothing is done twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any

import lxml.html
import pytest

from tests.houses import DATABASES
from tests.pages.filling_in import Form, forms_of
from tests.surviving.writing import Writer
from tools.soaking.client import SAVED, Browser
from tools.soaking.house import House, Web, web

WRITERS = 4
EDITS = 20
AT_ONCE = 8
PUT_RIGHT = "review.put_right"
KINDS = ["correct", "decide", "decide", "decide", "restricted", "settle", "succeed"]
"""The last words of the addresses of forms: updates, topics and files are decided about."""

pytestmark = pytest.mark.parametrize("kind", DATABASES)


@pytest.fixture
def served(kind: str, new_house: Callable[[str], House]) -> Iterator[Web]:
    with web(new_house(kind), workers=WRITERS) as running:
        yield running


def held(served: Web) -> dict[str, Any]:
    """What the database holds."""
    return dict(json.loads(served.house.python("-m", "tests.surviving.looking").stdout))


def browser(served: Web, number: int) -> Browser:
    return Browser(served.port, dict(served.house.filled["sessions"][number % WRITERS]))


def writers(served: Web) -> list[Writer]:
    return [Writer(f"Officer {n}", browser(served, n), Random(n)) for n in range(WRITERS)]


def together(tasks: list[Callable[[], Any]]) -> list[Any]:
    """All of them at once; what each returns."""
    with ThreadPoolExecutor(len(tasks)) as pool:
        return [one.result() for one in [pool.submit(task) for task in tasks]]


def whole_chain(served: Web) -> None:
    checked = served.house.answerable("audit", "verify")
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_four_writers_of_one_line_lose_nothing(served: Web) -> None:
    line = held(served)["entries"][0]
    several = writers(served)
    together([lambda one=one: one.edit(line["pk"], EDITS) for one in several])
    assert [one.wrong for one in several] == [[]] * WRITERS
    assert all(len(one.saved) + len(one.dropped) == EDITS for one in several)
    now = held(served)
    history = [one for one in now["corrections"] if one["field"] == "text"]
    assert [one["old"] for one in history] == [line["text"], *(one["new"] for one in history[:-1])]
    assert now["entries"][0]["text"] == history[-1]["new"]
    for one in several:
        assert [each["new"] for each in history if each["by__name"] == one.name] == one.saved
    assert sum(one["operation"] == PUT_RIGHT for one in now["events"]) == len(history)
    assert sum(one.clashes for one in several) > 0
    whole_chain(served)


def test_four_writers_of_four_lines_are_not_in_each_others_way(served: Web) -> None:
    lines = held(served)["entries"][:WRITERS]
    several = writers(served)
    tasks = zip(several, lines, strict=True)
    together([lambda one=one, line=line: one.edit(line["pk"], EDITS) for one, line in tasks])
    assert [(one.wrong, one.clashes, len(one.saved)) for one in several] == [([], 0, EDITS)] * WRITERS
    now = held(served)
    assert [one["text"] for one in now["entries"][:WRITERS]] == [one.saved[-1] for one in several]
    for one, line in zip(several, lines, strict=True):
        history = [each for each in now["corrections"] if each["by__name"] == one.name]
        assert [each["new"] for each in history] == one.saved
        assert [each["old"] for each in history] == [line["text"], *one.saved[:-1]]
    assert sum(one["operation"] == PUT_RIGHT for one in now["events"]) == WRITERS * EDITS
    whole_chain(served)


def test_a_form_sent_eight_times_at_once_acts_once(served: Web) -> None:
    served.house.python("-m", "tests.surviving.looking", "prepare")
    kinds = []
    for number, form in enumerate(forms_of_the_house(served), 1):
        send_at_once(served, form)
        assert len([one for one in held(served)["events"] if one["operation"] != "view"]) == number
        kinds.append(form.address.partition("?")[0].rpartition("/")[2] or form.address.split("/")[1])
    assert sorted(kinds) == sorted(KINDS)
    whole_chain(served)


def send_at_once(served: Web, form: Form) -> None:
    first = browser(served, 0)
    form = next(one for one in _forms(first, form.page) if one.address == form.address)
    sent = form.filled_in()
    several = [Browser(served.port, {**first.cookies, **first.kept}) for _ in range(AT_ONCE)]
    answers = together([lambda one=one: one.post(form.address, sent) for one in several])
    assert [one.status for one in answers] == [SAVED] * AT_ONCE, (form.address, answers[0].heading)
    assert len({one.location for one in answers}) == 1, form.address
    pages = [one.get(answers[0].location) for one in several]
    assert {one.status for one in pages} == {200}, form.address
    # they share a session, as the tabs of one browser do: what was said is said on the first page
    assert 'class="ans-said"' in pages[0].text, form.address
    assert not any("ans-said--no" in one.text for one in pages), form.address


def forms_of_the_house(served: Web) -> Iterator[Form]:
    """A form of every kind that writes, each as it is when its turn comes."""
    now = held(served)
    entry = now["entries"][-1]["pk"]
    about = dict.fromkeys(one["meeting_id"] for one in now["updates"] + now["doubts"])
    reviews = [f"/review/meetings/{key}/" for key in about]
    topic = served.house.filled["topics"][0]
    pages = [*reviews, "/review/", f"/topics/{topic}/", f"/restricted/entry/{entry}/", "/meetings/forums/"]
    known: set[str] = set()
    for page in pages:
        addresses = {one.address for one in _forms(browser(served, 0), page)}
        for address in sorted(addresses, key=lambda one: "decide" not in one):  # what else is done may tie it
            kind = "/".join(part for part in address.partition("?")[0].split("/") if not part.isdigit())
            there = [one for one in _forms(browser(served, 0), page) if one.address == address]
            if kind not in known and not address.startswith("/account/") and there:
                known.add(kind)
                yield there[0]


def _forms(one: Browser, page: str) -> list[Form]:
    tree = lxml.html.document_fromstring(one.get(page).text)
    return list(forms_of(page, tree))


def test_eight_writers_of_different_things_do_not_stop_each_other(served: Web) -> None:
    """Lines of two meetings, topics, doubts and forums: all rest on the same people, lives and chain."""
    now = held(served)
    topics, lines = served.house.filled["topics"], [one["pk"] for one in now["entries"][:WRITERS]]
    pages = [(f"/topics/{key}/", "/decide") for key in topics]
    pages += [(f"/source/entry/{key}/", "/correct") for key in lines]
    rounds = 5

    def write(number: int, page: str, action: str) -> list[int]:
        one, found = browser(served, number), []
        for turn in range(rounds):
            tree = lxml.html.document_fromstring(one.get(page).text)
            form = next(each for each in forms_of(page, tree) if each.address.endswith(action))
            found.append(one.post(form.address, form.filled_in(str(turn))).status)
        return found

    answers = together([lambda n=n, where=where: write(n, *where) for n, where in enumerate(pages)])
    assert Counter(status for one in answers for status in one) == {SAVED: rounds * len(pages)}
    after = Counter(one["operation"] for one in held(served)["events"])
    assert after[PUT_RIGHT] == rounds * len(lines)
    assert after["topics.decide_topic"] == rounds * len(topics)
    whole_chain(served)
