"""The handover note: all that a post owes, for whoever takes it over."""

from __future__ import annotations

from typing import Any

import pytest

from answerable.actions.models import Action
from answerable.core.permissions.roles import Role
from answerable.people.models import Post
from answerable.readers import read
from tests import factories as make
from tests import follow
from tests.pages.desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def post() -> Post:
    """The Chief Constable's post, which owes one late action and one without a date."""
    make.tenure("Gideon Marsh", "Chief Constable", "2017-07-03", "2019-01-31", abbreviation="CC")
    make.tenure("Adaeze Holt", "Chief Constable", "2019-02-01", abbreviation="CC", acting=True)
    item = make.item(make.meeting("2019-01-08"), "2", "Answering the telephone")
    late = make.action(item, "Show the callers lost each week.", ["CC"], "2019-03-31")
    plain = make.action(item, "Write to the council.", ["CC"])
    make.action(item, "Another’s business.", ["ACC"])
    make.action(item, "Finished long ago.", ["CC"], state="closed")
    found = Post.objects.get(title="Chief Constable")
    for one in (late, plain, Action.objects.get(text="Finished long ago.")):
        one.owners.update(post=found)
    later = make.item(make.meeting("2019-03-12"), "1", "Matters arising")
    make.update(later, late, "The first table is being made.", link="linked")
    make.promise(item.entries.all()[0], ["CC"], "Every post will be filled by June.", "2019-06-30")
    make.promise(item.entries.all()[0], ["ACC"], "The ACC will see to it.", "2019-06-30")
    follow.report(late, "A table is sent each week.")
    follow.awaited(item.meeting.forum, "The outcome of the audit", action=plain)
    follow.revisit(late.entry, "2019-09-01", action=late)
    follow.recommendation(follow.inspection(), text="By June, answer sooner.", post=found)
    follow.part(follow.plan(), text="Answer nine callers in ten", post=found)
    return found


def test_it_says_all_that_the_post_owes(post: Post) -> None:
    page = Desk(Role.POLICY_OFFICER).open(f"/reports/handover/{post.pk}/")
    main = " ".join(page.main.split())
    assert page.heading == "Handover note: Chief Constable"
    assert "This post owes 2 actions: 1 is past the first date, 1 past the date that stands now." in main
    assert "Adaeze Holt (acting), 1 February 2019 to today" in main
    assert "Gideon Marsh, 3 July 2017 to 31 January 2019" in main
    assert [row[0] for row in page.rows()] == ["A-0001", "A-0002"]
    assert "12 Mar 2019: The first table is being made." in main
    for words in [
        "A table is sent each week.",
        "Every post will be filled by June.",
        "The outcome of the audit",
        "By June, answer sooner.",
        "1 Answer nine callers in ten",
        "from 1 September 2019",
    ]:
        assert words in main
    for other in ["Another’s business", "Finished long ago", "The ACC will see to it"]:
        assert other not in main


def test_every_line_leads_somewhere(post: Post) -> None:
    desk = Desk(Role.POLICY_OFFICER)
    links = desk.open(f"/reports/handover/{post.pk}/").tree.xpath("//main//ul//a/@href")
    assert len(links) >= 6
    for link in links:
        desk.open(link)


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html"])
def test_it_can_be_had_as_a_file(suffix: str, post: Post) -> None:
    response = Desk(Role.POLICY_OFFICER).client.get(f"/reports/handover/{post.pk}.{suffix}")
    assert response.status_code == 200
    assert f'filename="handover-cc.{suffix}"' in response["Content-Disposition"]
    text = read(response.content, f"note.{suffix}").text
    assert "Show the callers lost each week." in " ".join(text.split())
    assert "Gideon Marsh, 3 July 2017 to 31 January 2019" in " ".join(text.split())


def test_a_post_that_owes_nothing_says_so() -> None:
    make.meeting()
    free = make.post("Chief Executive", "CEx", "office")
    main = Desk(Role.POLICY_OFFICER).open(f"/reports/handover/{free.pk}/").main
    assert "This post owes no action." in main
    assert "Nobody is known to have held it." in main
    assert "No part of a plan is this post’s." in main


def test_what_is_restricted_is_marked_and_left_out_of_an_open_copy(post: Post) -> None:
    Action.objects.filter(text="Write to the council.").update(restricted=True)
    desk = Desk(Role.POLICY_OFFICER)
    page = desk.open(f"/reports/handover/{post.pk}/")
    assert "It holds restricted parts." in page.main
    assert "Write to the council." in page.main
    page = desk.open(f"/reports/handover/{post.pk}/?parts=open")
    assert "Restricted parts are left out of this copy." in page.main
    assert "Write to the council." not in page.main
    content = desk.client.get(f"/reports/handover/{post.pk}.html?parts=open").content.decode()
    assert "Write to the council." not in content


def test_the_force_may_read_it_and_the_panel_may_not(post: Post) -> None:
    Desk(Role.CHIEF_OFFICER).open(f"/reports/handover/{post.pk}/")
    Desk(Role.PANEL_READER).open(f"/reports/handover/{post.pk}/", status=403)


def test_another_offices_post_is_not_there(post: Post) -> None:
    with make.in_office(make.office("Otterdale")):
        theirs = make.post("Chief Constable", "CC")
    desk = Desk(Role.POLICY_OFFICER)
    desk.open(f"/reports/handover/{theirs.pk}/", status=404)
    desk.open(f"/reports/handover/{post.pk}.exe", status=404)


def test_it_only_reads(post: Post) -> None:
    assert Desk(Role.POLICY_OFFICER).client.post(f"/reports/handover/{post.pk}/").status_code == 405


def test_the_list_of_packs_leads_to_it(post: Post) -> None:
    desk = Desk(Role.POLICY_OFFICER)
    page = desk.open("/reports/")
    assert page.find("Chief Constable") == f"/reports/handover/{post.pk}/"
    assert "For a new holder of a post" not in Desk(Role.PANEL_READER).open("/reports/").main


def test_queries_do_not_grow(post: Post, django_assert_max_num_queries: Any) -> None:
    item = make.item(make.meeting("2019-02-12"), "3", "More")
    for n in range(20):
        make.action(item, f"Do {n}.", ["CC"]).owners.update(post=post)
    desk = Desk(Role.POLICY_OFFICER)
    with django_assert_max_num_queries(15):
        desk.open(f"/reports/handover/{post.pk}/")
