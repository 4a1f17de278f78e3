"""What is public is corrected, withdrawn and put back; each with words for the public."""

from __future__ import annotations

import pytest
from django.test import Client

from answerable.publishing.models import Publication
from tests import publish
from tests.publishing_pages import auditor, board, commissioner, officer

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

AT = "/wyvern-valley/assurance-meeting/2018-03-27"


def published() -> Publication:
    return publish.published("minutes", board(said="Callers waited less."))


def read(path: str = AT) -> tuple[int, str]:
    answer = Client().get(path)
    return answer.status_code, answer.content.decode()


def test_a_correction_says_what_was_wrong() -> None:
    public = published()
    assert public.meeting
    public.meeting.entries.update(text="Callers waited longer.")
    petra, dara = officer(), commissioner()
    petra.open(petra.open(f"/publishing/{public.pk}/").find("Correct it"))
    assert "Say what was wrong" in petra.send("/correct", 400, note="").main
    after = petra.send("/correct", note="“Less” was a slip for “longer”.")
    assert "The correction is public once it is decided." in after.main
    made = Publication.objects.latest("pk")
    assert made.doing == "correct"
    dara.open(f"/publishing/{made.pk}/")
    dara.send("/decide")
    assert "Callers waited longer." in read()[1]
    assert "waited less" in read(f"{AT}/version/1")[1]
    assert "Corrected" in petra.open(f"/publishing/{public.pk}/").main


def test_nothing_to_correct_is_said() -> None:
    public = published()
    petra = officer()
    petra.open(f"/publishing/{public.pk}/correct")
    assert "Nothing in it has changed since it was published." in petra.send("/correct", note="So.").main


def test_a_withdrawal_is_at_once_and_asks_whether_that_is_known() -> None:
    public = published()
    dara = commissioner()
    dara.open(dara.open(f"/publishing/{public.pk}/").find("Withdraw it"))
    refused = dara.send("/withdraw", 400, note="It was not ready.").main
    assert "Tick that you know what goes" in refused
    assert read()[0] == 200
    after = dara.send("/withdraw", note="It was not ready.", sure="yes").main
    assert "Withdrawn. Its address says why." in after
    status, said = read()
    assert status == 410
    assert "Callers" not in said
    assert "It was not ready." in said


def test_a_withdrawal_is_not_public_itself_and_cannot_be_corrected() -> None:
    public = published()
    dara = commissioner()
    dara.open(f"/publishing/{public.pk}/withdraw")
    dara.send("/withdraw", note="It was not ready.", sure="yes")
    withdrawal = Publication.objects.get(doing="withdraw")
    page = officer().open(f"/publishing/{withdrawal.pk}/").main
    assert "Put it back" in page
    assert "Correct it" not in page
    assert "Public at" not in page


def test_what_was_withdrawn_is_put_back_by_a_decision() -> None:
    public = published()
    dara, petra = commissioner(), officer()
    dara.open(f"/publishing/{public.pk}/withdraw")
    dara.send("/withdraw", note="It was not ready.", sure="yes")
    petra.open(petra.open(f"/publishing/{public.pk}/").find("Put it back"))
    petra.send("/put-back", note="It is right after all.")
    made = Publication.objects.latest("pk")
    assert made.doing == "put back"
    assert read()[0] == 410
    dara.open(f"/publishing/{made.pk}/")
    dara.send("/decide")
    assert read()[0] == 200


def test_another_role_may_not() -> None:
    public = published()
    for way in ("correct", "withdraw", "put-back"):
        auditor().open(f"/publishing/{public.pk}/{way}", 403)
