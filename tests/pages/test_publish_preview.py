"""The very page that the public will read, before it is public, for those who publish alone."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from answerable.core.permissions.roles import Role
from answerable.published.models import Line, Revision, Snapshot
from answerable.publishing.models import Address, Publication
from answerable.publishing.operations import decide, deliver_due
from answerable.publishing.operations.chaining import parts_of
from answerable.workspace.publishing.pages import pages
from tests import factories as make
from tests import measuring, publish
from tests.pages.desk import Desk
from tests.publishing_pages import auditor, board, officer
from tests.signing import person_with, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WHERE = "wyvern-valley/assurance-meeting/2018-03-27"


def put() -> Publication:
    publish.published("office")
    return publish.put("minutes", board(said="Callers waited less."))


def text_of(page: str) -> str:
    """A page without what the preview adds to it, and what the day alone makes different."""
    bare = re.sub(r'<div class="pub-preview-band".*?</div></div>', "", page, flags=re.DOTALL)
    bare = bare.replace('<meta name="robots" content="noindex, nofollow">', "")
    return re.sub(r"/publishing/\d+/preview/", "/", bare)


def test_it_is_the_page_that_is_public_afterwards_to_the_letter() -> None:
    made, petra = put(), officer()
    before = petra.client.get(f"/publishing/{made.pk}/preview/{WHERE}").content.decode()
    assert "<b>This is not published.</b>" in before
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    deliver_due(at=publish.AT)
    after = Client().get(f"/{WHERE}").content.decode()
    when = re.compile(r"<dt>Published</dt><dd>.*?,")
    assert when.sub("", text_of(before)) == when.sub("", after)


def test_the_publication_leads_to_it_and_it_to_its_own_pages() -> None:
    made, petra = put(), officer()
    page = petra.open(f"/publishing/{made.pk}/")
    assert "As the public will read it" in page.main
    there = f"/publishing/{made.pk}/preview/{WHERE}"
    assert there in page.links
    shown = petra.open(there)
    assert f"{there}/item/1" in shown.links
    assert f"{there}/files/minutes.pdf" in shown.links
    assert "Callers waited less." in petra.open(f"{there}/item/1").text
    file = petra.client.get(f"{there}/files/minutes.pdf")
    assert file.content.startswith(b"%PDF")


def test_nothing_is_written_by_looking() -> None:
    made, petra = put(), officer()
    meeting = board("2018-04-24")

    def held() -> list[object]:
        return [Snapshot.objects.count(), Line.objects.count(), Address.objects.count(),
                *Revision.objects.values_list("number", flat=True)]  # fmt: skip

    before = held()
    petra.open(f"/publishing/{made.pk}/preview/{WHERE}")
    petra.open(f"/publishing/meetings/{meeting.pk}/preview/wyvern-valley/assurance-meeting/2018-04-24")
    assert held() == before
    assert Client().get(f"/{WHERE}").status_code == 404


def test_what_is_left_out_is_left_out_of_it() -> None:
    publish.published("office")
    meeting = board()
    publish.redaction(meeting, "Mrs Quillfeather of Ash Lane")
    page = officer().open(f"/publishing/meetings/{meeting.pk}/preview/{WHERE}")
    assert "[left out: personal data]" in page.text
    assert "Quillfeather" not in page.text


def test_no_search_engine_and_no_cache_keeps_it() -> None:
    made = put()
    answer = officer().client.get(f"/publishing/{made.pk}/preview/{WHERE}")
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]
    assert '<meta name="robots" content="noindex' in answer.content.decode()


def test_people_and_decisions_have_their_pages_too() -> None:
    publish.published("office")
    publish.decision_record()
    made = publish.put("decision")
    page = officer().open(f"/publishing/{made.pk}/preview/wyvern-valley/decisions/01-30-04-2019")
    assert "£20,000 for one year." in page.text


def test_every_page_of_whatever_is_put_forward_can_be_seen() -> None:
    """Each kind of part: about the office, actions, a topic, people, a measure, the scheme."""
    publish.published("office")
    meeting = make.meeting("2018-03-27")
    action = make.action(make.item(meeting, "1", "Calls"), "DCC to count the calls.", ["DCC"], "2018-05-01")
    make.tenure("Rhoda Fenn", "Chief Constable", "2017-01-01", abbreviation="CC")
    measuring.months(measuring.series(measuring.measure()), "2018-01", [81.0, 79, 80, 82, 78, 80, 81])
    line = make.entry(meeting.items.get(), "commitment", "All posts will be filled by May.", ["CC"])
    make.promise(line, ["CC"], line.text, "2018-05-31")
    publish.published("minutes", meeting)
    make.topic("Telephone calls", [line], state="kept")
    petra, seen = officer(), []
    for subject in ("register", "topics", "people", "measures", "scheme"):
        made = publish.put(subject)
        for each in pages(parts_of(made)):
            page = petra.open(f"/publishing/{made.pk}/preview/{each.path}")
            assert "This is not published." in page.text
            seen.append(each.path.split("/", 1)[1])
    assert f"actions/{action.number}" in seen
    assert {"people/rhoda-fenn", "posts/chief-constable", "scheme"} <= set(seen)
    assert {"topics/telephone-calls", "measures/101-calls-answered-in-time"} <= set(seen)


def test_further_pages_of_a_list_can_be_seen() -> None:
    publish.published("office")
    meeting = make.meeting("2018-03-27")
    item = make.item(meeting, "1", "Calls")
    lines = [make.entry(item, "note", f"Of posts, number {place}.") for place in range(1, 61)]
    publish.published("minutes", meeting)
    make.topic("Telephone calls", lines, state="kept")
    made = publish.put("topics")
    page = officer().open(f"/publishing/{made.pk}/preview/wyvern-valley/topics/telephone-calls?page=2")
    assert "Of posts, number 60." in page.text
    assert "Of posts, number 1." not in page.text


def test_only_those_who_publish_see_it() -> None:
    made = put()
    address = f"/publishing/{made.pk}/preview/{WHERE}"
    auditor().open(address)
    sent = Client().get(address)
    assert sent.status_code == 302
    assert "sign" in sent["Location"]
    Desk(Role.PANEL_READER, "Jude Reader").open(address, 403)
    assert officer().client.post(address).status_code == 405
    elsewhere = person_with(Role.POLICY_OFFICER, make.office("Otterdale"), "Ola Other")
    assert sign_in(Client(), elsewhere).get(address).status_code == 404


def test_draft_minutes_have_none() -> None:
    meeting, petra = board(), officer()
    meeting.minutes_state = "draft"
    meeting.save()
    petra.open(f"/publishing/meetings/{meeting.pk}/preview/{WHERE}", 404)


def test_an_address_that_it_does_not_bring_is_not_there() -> None:
    made, petra = put(), officer()
    for path in ("wyvern-valley", "wyvern-valley/search", f"{WHERE}/version/1", "sign-in"):
        petra.open(f"/publishing/{made.pk}/preview/{path}", 404)
