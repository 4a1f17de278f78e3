"""The publication scheme: what is missing comes first, and what stands elsewhere is kept by the office."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.publishing.models import DutyMet
from answerable.publishing.operations import Said, say_met
from tests import factories as make
from tests import publish
from tests.pages.desk import Desk, officer
from tests.signing import person_with, sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ADDRESS = "https://wyvern-valley.example/interests"


def test_missing_comes_first_and_what_is_added_meets_the_duty() -> None:
    ada = officer()
    before = ada.open("/scheme/").main
    assert "are missing" in before
    assert before.index("Missing") < before.index("Register of interests")
    ada.open("/scheme/interests/add")
    after = ada.send(
        "/add", title="Interests of the commissioner", address=ADDRESS, published_on="2019-03-01"
    ).main
    assert "Added to the publication scheme." in after
    assert "Interests of the commissioner , 1 March 2019" in after.replace("commissioner,", "commissioner ,")
    assert "Last published on 1 March 2019." in after
    assert Event.objects.filter(operation="publishing.scheme").count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": "", "address": ADDRESS}, "Say what it is that is published"),
        ({"title": "It", "address": "wyvern.example/it"}, "beginning with https://"),
        ({"title": "It", "address": "javascript:alert(1)"}, "beginning with https://"),
        ({"title": "It", "address": ADDRESS, "published_on": "soon"}, "the day on which it was published"),
        ({"title": "x" * 501, "address": ADDRESS}, "Shorten it to 500 letters"),
        ({"applies": "no", "note": ""}, "Say why the duty does not apply"),
    ],
)
def test_a_mistake_is_said_and_what_was_typed_is_kept(typed: dict[str, str], sentence: str) -> None:
    ada = officer()
    ada.open("/scheme/interests/add")
    page = ada.send("/add", status=400, **typed)
    assert sentence in page.main
    assert not DutyMet.objects.exists()
    held = ada.form("/add")[1]
    assert all(held[name] == value for name, value in typed.items())


def test_a_duty_can_be_said_not_to_apply() -> None:
    ada = officer()
    ada.open("/scheme/precept/add")
    assert (
        "Does not apply: The mayor issues it."
        in ada.send("/add", applies="no", note="The mayor issues it").main
    )


def test_two_people_change_the_same_and_the_second_chooses() -> None:
    met = publish.duty_met("interests")
    ada, bea = officer("Ada Lorne"), officer("Bea Moss")
    ada.open(f"/scheme/met/{met.pk}/")
    bea.open(f"/scheme/met/{met.pk}/")
    ada.send(f"/met/{met.pk}/", title="Interests, 2019")
    clash = bea.send(f"/met/{met.pk}/", status=409, title="Interests of both")
    assert "Interests, 2019" in clash.main
    assert "Interests of both" in clash.main
    met.refresh_from_db()
    assert met.title == "Interests, 2019"


def test_what_is_taken_off_is_kept_and_counts_no_more() -> None:
    met = publish.duty_met("interests")
    ada = officer()
    ada.open(f"/scheme/met/{met.pk}/")
    assert "Taken off the publication scheme." in ada.send("/remove").main
    met.refresh_from_db()
    assert met.removed_at
    ada.open(f"/scheme/met/{met.pk}/", status=404)


def test_who_only_reads_has_no_forms_and_another_office_nothing() -> None:
    met = publish.duty_met("interests")
    commissioner = Desk(Role.COMMISSIONER)
    assert "Change" not in commissioner.open("/scheme/").main
    commissioner.open(f"/scheme/met/{met.pk}/", status=403)
    stranger = sign_in(Client(), person_with(Role.POLICY_OFFICER, make.office("Otterdale")))
    assert stranger.get(f"/scheme/met/{met.pk}/").status_code == 404


def test_the_public_reads_it_as_it_was_published() -> None:
    publish.duty_met("interests", "Interests of the commissioner")
    meeting = make.meeting("2019-03-27", kind="public")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Callers waited less.")
    publish.published("minutes", meeting)
    publish.published("scheme")
    publish.duty_met("gifts", "Gifts that nobody decided to publish")
    said = Client().get("/wyvern-valley/scheme").content.decode()
    assert "Interests of the commissioner" in said
    assert "Published for all meetings: 1." in said
    assert "Not published for 1 of 1" in said or "Published for none of 1 meeting." in said
    assert "Gifts that nobody" not in said


def test_without_a_scheme_the_page_says_so() -> None:
    publish.published("office")
    assert "not published yet" in Client().get("/wyvern-valley/scheme").content.decode()


def test_just_after_midnight_in_summer_today_is_not_ahead() -> None:
    after_midnight = dt.datetime(2019, 5, 1, 23, 30, tzinfo=dt.UTC)
    said = Said("The register of interests", ADDRESS, published_on=dt.date(2019, 5, 2))
    by = publish.first_person()
    assert say_met(office=make.office(), duty="interests", typed=said, by=by, at=after_midnight).pk
