"""Two people edit the same thing: the second sees what it was, theirs and their own, and chooses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import lxml.html
import pytest
from django.test import Client

from answerable.actions.models import Action, ActionUpdate
from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.intake.models import Candidate, Correction
from answerable.intake.queries import record_of
from answerable.meetings.models import Entry, Forum, Meeting
from answerable.meetings.models import Warning as MeetingWarning
from answerable.offices.models import Office
from answerable.topics.models import Topic
from tests import factories as make
from tests.signing import person_with, sign_in

Get = Callable[..., Any]


class Person:
    """Somebody at a browser of their own."""

    def __init__(self, name: str) -> None:
        self.client = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office(), name=name))

    def form(self, path: str, action: str, **wanted: str) -> tuple[str, dict[str, str]]:
        """The form of a page whose address ends so, and which has these values."""
        tree = lxml.html.document_fromstring(self.client.get(path).content.decode())
        return form_of(tree, action, **wanted)

    def send(self, form: tuple[str, dict[str, str]], **typed: str) -> Any:
        """Change what a form holds, send it, and follow to the page after it."""
        answer: Any = self.client.post(form[0], {**form[1], **typed}, follow=True)
        answer.tree = lxml.html.document_fromstring(answer.content.decode())
        answer.main = " ".join(" ".join(answer.tree.get_element_by_id("main-content").itertext()).split())
        return answer


def form_of(tree: Any, action: str, **wanted: str) -> tuple[str, dict[str, str]]:
    for one in tree.iter("form"):
        fields = {name: str(value or "") for name, value in one.fields.items() if name}
        ends = str(one.get("action")).partition("?")[0].endswith(action)
        if ends and wanted.items() <= fields.items():
            return str(one.get("action")), fields
    raise LookupError(action)


@pytest.fixture
def ada(archive: object) -> Person:
    return Person("Ada Lorne")


@pytest.fixture
def ben(archive: object) -> Person:
    return Person("Ben Sarsen")


@pytest.fixture
def action(march: Meeting) -> Action:
    return march.actions.get()


def owners(action: Action) -> list[str]:
    return [one.printed for one in Action.objects.get(pk=action.pk).owners.all()]


def test_the_second_sees_who_changed_it_and_what(ada: Person, ben: Person, action: Action) -> None:
    path = f"/source/action/{action.pk}/"
    mine = ben.form(path, "/correct")
    ada.send(ada.form(path, "/correct"), owners="CC")
    page = ben.send(mine, owners="DCC, ACC")
    assert page.status_code == 409
    assert page.main.startswith("Ada Lorne changed the action at 10am while you were writing.")
    assert (
        "Owners As it was DCC Ada Lorne CC You DCC, ACC From theirs to yours “CC” became “DCC, ACC”."
        in page.main
    )
    assert owners(action) == ["CC"]
    assert Correction.objects.count() == 1


def test_mine_is_put_in_its_place(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action)
    after = ben.send(form_of(page.tree, "/correct"), **{"choose-owners": "mine"})
    assert "Put right." in after.main
    assert owners(action) == ["ACC"]
    assert [(one.old, one.new, one.by.name) for one in Correction.objects.order_by("pk")] == [
        (["DCC"], ["CC"], "Ada Lorne"), (["CC"], ["ACC"], "Ben Sarsen"),
    ]  # fmt: skip


def clash(first: Person, second: Person, action: Action, **typed: str) -> Any:
    """What the second is shown who wants other owners than the first."""
    path = f"/source/action/{action.pk}/"
    mine = second.form(path, "/correct")
    first.send(first.form(path, "/correct"), owners="CC")
    return second.send(mine, **{"owners": "ACC", **typed})


def test_theirs_is_kept(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action)
    after = ben.send(form_of(page.tree, "/correct"), **{"choose-owners": "theirs"})
    assert "Nothing was changed: that is what it says already." in after.main
    assert owners(action) == ["CC"]


def test_each_field_is_chosen_about(ada: Person, ben: Person, action: Action) -> None:
    words = "ACC to show the callers lost each night"
    page = clash(ada, ben, action, text=words)
    form = form_of(page.tree, "/correct")
    ben.send(form, **{"choose-owners": "theirs", "choose-text": "mine", "text": words + ", by hour"})
    assert owners(action) == ["CC"]
    assert Action.objects.get(pk=action.pk).text == words + ", by hour"


def test_what_only_one_of_them_changed_is_chosen_already(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action, owners="DCC", due="31/5/2019")
    ticked = page.tree.xpath("//input[@type='radio'][@checked]/@id")
    assert ticked == ["choose-owners-theirs", "choose-due-mine"]
    form = form_of(page.tree, "/correct")
    ben.send(form)
    assert owners(action) == ["CC"]
    assert str(Action.objects.get(pk=action.pk).due) == "2019-05-31"


def test_nothing_is_saved_before_everything_is_chosen(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action)
    again = ben.send(form_of(page.tree, "/correct"), owners="ACC, PCC")
    assert again.status_code == 409
    assert "Choose what to keep: owners" in again.main
    assert again.tree.xpath("//input[@name='owners']/@value") == ["ACC, PCC"]
    assert "As it was DCC" in again.main
    assert owners(action) == ["CC"]


def test_all_of_mine_at_once(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action, text="Another text", owners="DCC")
    ben.send(form_of(page.tree, "/correct"), **{"choose-": "mine"})
    assert owners(action) == ["DCC"]
    assert Action.objects.get(pk=action.pk).text == "Another text"


def test_a_third_change_while_choosing_is_a_clash_again(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action)
    path = f"/source/action/{action.pk}/"
    ada.send(ada.form(path, "/correct"), owners="PCC")
    again = ben.send(form_of(page.tree, "/correct"), **{"choose-owners": "mine"})
    assert again.status_code == 409
    assert "As it was CC Ada Lorne PCC You ACC" in again.main


def test_the_same_change_twice_is_none(ada: Person, ben: Person, action: Action) -> None:
    page = clash(ada, ben, action, owners="CC")
    assert page.status_code == 200
    assert "that is what it says already" in page.main


def test_going_back_to_a_form_that_was_used_loses_nothing(ada: Person, action: Action) -> None:
    form = ada.form(f"/source/action/{action.pk}/", "/correct")
    ada.send(form, owners="CC")
    page = ada.send(form, owners="ACC")
    assert page.status_code == 409
    assert page.main.startswith("You changed the action at 10am yourself, on another page.")
    assert page.tree.xpath("//input[@name='owners']/@value") == ["ACC"]
    assert owners(action) == ["CC"]


def test_other_lines_of_the_meeting_are_nobody_elses_business(
    ada: Person, ben: Person, march: Meeting
) -> None:
    first, second = march.entries.order_by("position")[:2]
    mine = ben.form(f"/source/entry/{first.pk}/", "/correct")
    ada.send(ada.form(f"/source/entry/{second.pk}/", "/correct"), text="Theirs.")
    ben.send(mine, text="Mine.")
    assert [one.text for one in march.entries.order_by("position")[:2]] == ["Mine.", "Theirs."]


def test_the_head_of_the_meeting_keeps_what_both_changed(ada: Person, ben: Person, march: Meeting) -> None:
    path = f"/source/meeting/{march.pk}/"
    mine = ben.form(path, "/correct")
    ada.send(ada.form(path, "/correct"), chair="Somebody Else")
    page = ben.send(mine, venue="The library")
    assert page.status_code == 409
    ben.send(form_of(page.tree, "/correct"))
    march.refresh_from_db()
    assert (march.chair, march.venue) == ("Somebody Else", "The library")


def test_a_line_that_moved_is_found_again(ada: Person, ben: Person, march: Meeting) -> None:
    Office.objects.update(actions_numbered=100)
    held = march.actions.get()
    mine = ben.form(f"/source/action/{held.pk}/", "/correct")
    earlier = march.entries.filter(kind="question").order_by("position")[0]
    ada.send(ada.form(f"/source/entry/{earlier.pk}/", "/correct"), kind="action")
    assert march.actions.count() == 2
    page = ben.send(mine, owners="ACC")
    assert page.status_code == 200
    texts = {one.text: [owner.printed for owner in one.owners.all()] for one in march.actions.all()}
    assert texts[held.text] == ["ACC"]
    assert texts[earlier.text] != ["ACC"]


def test_what_was_typed_about_a_line_that_went_can_be_copied(
    ada: Person, ben: Person, march: Meeting
) -> None:
    mine = ben.form(f"/source/action/{march.actions.get().pk}/", "/correct")
    line = march.entries.get(kind="action")
    ada.send(ada.form(f"/source/entry/{line.pk}/", "/correct"), kind="note")
    page = ben.send(mine, text="Half an hour of careful typing")
    assert page.status_code == 409
    assert "The action is not there any more." in page.main
    assert page.tree.xpath("//*[@id='kept-text']")[0].get("value") == "Half an hour of careful typing"
    assert not Correction.objects.filter(part="actions").exists()


def test_right_as_read_is_not_said_of_other_words(ada: Person, ben: Person, doubt: MeetingWarning) -> None:
    review = f"/review/meetings/{doubt.meeting_id}/"
    mine = ben.form(review, "/settle")
    line = doubt.entry or doubt.meeting.actions.get().entry
    ada.send(ada.form(f"/source/entry/{line.pk}/", "/correct"), text="ACC to show nothing at all")
    page = ben.send(mine)
    assert page.status_code == 409
    assert "ACC to show nothing at all" in page.main
    doubt.refresh_from_db()
    assert doubt.settled_at is None
    after = ben.send(form_of(page.tree, "/settle"), **{"choose-": "mine"})
    assert "Noted" in after.main
    doubt.refresh_from_db()
    assert doubt.settled_at


def test_two_decide_about_an_update(ada: Person, ben: Person, waiting: ActionUpdate) -> None:
    review, decide = f"/review/meetings/{waiting.meeting_id}/", f"/{waiting.pk}/decide"
    mine = ben.form(review, decide, offered=str(waiting.action_id))
    ada.send(ada.form(review, decide), answer="no")
    page = ben.send(mine, answer="yes")
    assert page.status_code == 409
    assert "Ada Lorne changed this update" in page.main
    assert "It is about none that is held" in page.main
    after = ben.send(form_of(page.tree, decide), **{"choose-": "mine"})
    assert "Tied to the action that was offered." in after.main
    offered = waiting.action_id
    waiting.refresh_from_db()
    assert (waiting.link, waiting.action_id) == ("accepted", offered)


def test_two_decide_about_a_topic(ada: Person, ben: Person) -> None:
    topic = Topic.objects.get()
    mine = ben.form(f"/topics/{topic.pk}/", "/decide")
    ada.send(ada.form(f"/topics/{topic.pk}/", "/decide"), answer="drop")
    page = ben.send(mine, answer="keep")
    assert "Ada Lorne Dropped You Kept" in page.main
    ben.send(form_of(page.tree, "/decide"), **{"choose-": "mine"})
    topic.refresh_from_db()
    assert topic.state == "kept"
    assert Event.objects.filter(operation="topics.decide_topic").count() == 2


def test_two_decide_about_a_forum(ada: Person, ben: Person) -> None:
    old, new, other = make.forum("Old Board"), make.forum("New Board"), make.forum("Other Board")
    succeed = f"/{new.pk}/succeed"
    mine = ben.form("/meetings/forums/", succeed)
    ada.send(ada.form("/meetings/forums/", succeed), succeeds=str(old.pk))
    page = ben.send(mine, succeeds=str(other.pk))
    assert "Ada Lorne changed the forum New Board" in page.main
    assert "Ada Lorne Old Board You Other Board" in page.main
    ben.send(form_of(page.tree, succeed), **{"choose-": "mine"})
    assert Forum.objects.get(pk=new.pk).succeeds == other


def test_two_decide_about_a_file(ada: Person, ben: Person, candidate: Callable[..., Candidate]) -> None:
    one = candidate()
    mine = ben.form("/review/", f"/{one.pk}/decide")
    ada.send(ada.form("/review/", f"/{one.pk}/decide"), answer="drop")
    page = ben.send(mine, answer="take", date="12/3/2019")
    assert page.status_code == 409
    assert "it cannot be decided again" in page.main
    assert page.tree.xpath("//input[@id='kept-date']/@value") == ["12/3/2019"]
    assert Meeting.objects.filter(date="2019-03-12").count() == 1


def test_a_file_takes_the_place_of_what_was_seen(
    ada: Person, ben: Person, march: Meeting, candidate: Callable[..., Candidate]
) -> None:
    march.refresh_from_db()
    one = candidate(meeting=march, date=march.date, record=record_of(march))
    mine = ben.form("/review/", f"/{one.pk}/decide")
    line = march.entries.order_by("position")[0]
    ada.send(ada.form(f"/source/entry/{line.pk}/", "/correct"), text="Put right by Ada.")
    page = ben.send(mine, answer="take")
    assert page.status_code == 409
    assert "were replaced or put right" in page.main
    assert Entry.objects.get(pk=line.pk).text == "Put right by Ada."


def test_the_way_back_is_a_page_of_ours(ada: Person, ben: Person, action: Action) -> None:
    path = f"/source/action/{action.pk}/"
    mine = ben.form(path, "/correct")
    ada.send(ada.form(path, "/correct"), owners="CC")
    for referer, back in [("http://testserver" + path, path), ("http://evil.example/x", "/"), ("", "/")]:
        answer = ben.client.post(mine[0], {**mine[1], "owners": "ACC"}, HTTP_REFERER=referer)
        tree = lxml.html.document_fromstring(answer.content.decode())
        assert tree.xpath("//div[@class='ans-clash__go']/a/@href") == [back]
