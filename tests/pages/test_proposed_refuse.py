"""What figures propose is not to be raised, for a reason."""

from __future__ import annotations

import pytest

from answerable.audit.models import Event
from answerable.core.permissions.roles import Role
from answerable.measures.models import Answered, Series
from tests import measuring
from tests.pages.desk import Desk, officer, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def calls() -> Series:
    """Far below a target, with nothing that changed."""
    measure = measuring.measure()
    measuring.line(measure, "target", 90)
    one = measuring.series(measure)
    measuring.months(one, "2018-04", [70, 72, 69, 71, 70, 73, 68, 70, 72, 69, 71, 70, 72])
    return one


def test_it_is_not_proposed_again_and_the_reason_stands(calls: Series) -> None:
    desk = officer()
    page = desk.open("/measures/proposed/")
    assert "What would have to change for 101 calls answered in time to meet the target of 90%" in words(page)
    desk.open(f"/measures/proposed/{calls.pk}/")
    page = desk.send("/refuse", reason="The board looks at it in June.")
    assert "What would have to change" not in words(page)
    assert "The board looks at it in June." in words(page)
    answered = Answered.objects.get()
    assert (answered.key, answered.answer) == ("target:90:always", "refused")
    assert Event.objects.latest("pk").operation == "measures.refuse_proposal"
    assert "proposes nothing" in words(desk.open(f"/measures/proposed/{calls.pk}/"))


def test_a_reason_is_needed(calls: Series) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{calls.pk}/")
    page = desk.send("/refuse", 400, reason="  ")
    assert "Write why it is not to be raised" in words(page)
    assert not Answered.objects.exists()


def test_a_long_reason_is_refused_in_a_sentence(calls: Series) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{calls.pk}/")
    page = desk.send("/refuse", reason="x" * 2001)
    assert "Make the reason shorter than 2,000 characters." in words(page)
    assert not Answered.objects.exists()


def test_sent_twice_it_is_done_once(calls: Series) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{calls.pk}/")
    form = desk.form("/refuse")
    desk.send(form, reason="In June.")
    desk.send(form, reason="In June.")
    assert Answered.objects.count() == 1


def test_a_signal_that_was_not_shown_is_not_answered(calls: Series) -> None:
    desk = officer()
    desk.open(f"/measures/proposed/{calls.pk}/")
    address, held = desk.form("/refuse")
    page = desk.post(address, **{**held, "key": "change:2019-01-01", "reason": "No."})
    assert "propose nothing any more" in words(page)
    assert not Answered.objects.exists()


@pytest.mark.parametrize(
    ("role", "status"), [(Role.COMMISSIONER, 200), (Role.AUDITOR, 403), (Role.CONTRIBUTOR, 403)]
)
def test_who_decides(calls: Series, role: Role, status: int) -> None:
    desk = Desk(role)
    if role != Role.CONTRIBUTOR:
        desk.open(f"/measures/proposed/{calls.pk}/")
    values = {"reason": "No.", "key": "target:90:always", "form_key": "5c1b6c0e-3d6c-4a58-8f4e-0f8f0b6f8d11"}
    desk.post(f"/measures/proposed/{calls.pk}/refuse", status, **values)


def test_it_is_not_done_by_looking(calls: Series) -> None:
    officer().open(f"/measures/proposed/{calls.pk}/refuse", 405)
