"""Minutes that go take with them the words of theirs that actions hold."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from answerable.actions.models import ActionUpdate
from answerable.core.refusal import Refusal
from answerable.published.models import Line, Snapshot
from answerable.publishing.operations import correct, decide, deliver_due, withdraw
from tests import factories as make
from tests import publish

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]
LATER, HOUR = publish.AT + dt.timedelta(days=1), dt.timedelta(hours=1)


def three() -> tuple[list[str], list[object]]:
    """An action that the second meeting quotes, one that the first only gave, and one that it passed over."""
    first, second = make.meeting("2018-03-27"), make.meeting("2018-05-22")
    item = make.item(first, "1", "Calls")
    quoted, other = make.action(item, "Share it", ["DCC"]), make.action(item, "Write it", ["CC"])
    make.update(make.item(second, "1", "Arising"), quoted, "Mrs Quillfeather has it.")
    given = make.action(make.item(second, "2", "Files"), "Send it", ["ACC"])
    brought = [publish.published("minutes", one) for one in (first, second)]
    publish.published("register")
    return [f"wyvern-valley/actions/{one.number}" for one in (quoted, other, given)], brought


def status(path: str) -> int:
    return Client().get(f"/{path}").status_code


def in_the_store() -> str:
    parts = b"".join(bytes(one.content) for one in Snapshot.objects.all())
    return parts.decode(errors="replace") + str(list(Line.objects.values_list("text", "data")))


def test_withdrawn_minutes_take_the_actions_that_hold_their_words() -> None:
    (quoted, other, given), (_, second) = three()
    withdraw(
        office=make.office(), publication=second, note="It named somebody.", as_role="policy officer",
        by=publish.first_person(), at=LATER,
    )  # fmt: skip
    deliver_due(at=LATER)
    assert [status(one) for one in (quoted, other, given)] == [410, 200, 410]
    assert "Quillfeather" not in in_the_store()
    publish.published("register", at=LATER + dt.timedelta(days=1))
    assert [status(one) for one in (quoted, other, given)] == [200, 200, 410]
    assert "Quillfeather" not in in_the_store()


PAGE = "wyvern-valley/assurance-meeting/2018-03-27"
FILES = [f"{PAGE}/files/minutes.pdf", f"{PAGE}/files/minutes.docx"]


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/version/1", f"{PAGE}/version/2"])
def test_a_page_of_minutes_takes_the_files_that_say_the_same(path: str) -> None:
    """All of them, or those of its version."""
    meeting = make.meeting("2018-03-27")
    line = make.entry(make.item(meeting, "1", "Calls"), "note", "Mrs Quillfeather came.")
    publish.published("minutes", meeting)
    line.text = "Nobody came."
    line.save()
    publish.published("minutes", meeting, doing="correct", note="Who came.")
    withdraw(
        office=make.office(), paths=[path], note="It named somebody.", as_role="policy officer",
        by=publish.first_person(), at=LATER,
    )  # fmt: skip
    deliver_due(at=LATER)
    gone = {number for number in (1, 2) if path in (PAGE, f"{PAGE}/version/{number}")}
    for file in FILES:
        found = {number for number in (1, 2) if status(f"{file}/version/{number}") == 410}
        assert found == gone, file
        assert bool(bytes(Snapshot.objects.get(path=file, version=1).content)) == (1 not in gone)


def test_a_correction_that_takes_back_words_takes_them_from_actions_too() -> None:
    (quoted, other, _), (_, second) = three()
    publish.redaction(second.meeting, "Mrs Quillfeather")
    made = correct(
        publication=second, note="It named somebody.", as_role="policy officer",
        by=publish.first_person(), at=LATER, withdraw_before=True,
    )  # fmt: skip
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=LATER)
    deliver_due(at=LATER)
    assert "Quillfeather" not in in_the_store()
    assert (status(quoted), status(other)) == (410, 200)
    publish.published("register", at=LATER + dt.timedelta(days=1))
    assert status(quoted) == 200
    assert "[left out: personal data] has it." in in_the_store()


@pytest.mark.parametrize("more", [{}, {"withdraw_before": True}])
def test_a_correction_that_takes_back_words_leaves_the_files_that_it_brings(more: dict[str, bool]) -> None:
    meeting = make.meeting("2018-03-27")
    make.entry(make.item(meeting, "1", "Calls"), "note", "Mrs Quillfeather came.")
    first = publish.published("minutes", meeting)
    publish.redaction(meeting, "Mrs Quillfeather")
    made = correct(
        publication=first, note="It named somebody.", as_role="policy officer",
        by=publish.first_person(), at=LATER, **more,
    )  # fmt: skip
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=LATER)
    deliver_due(at=LATER)
    assert [status(one) for one in (PAGE, *FILES)] == [200, 200, 200]
    assert [status(f"{one}/version/1") for one in (PAGE, *FILES)] == [410, 410, 410]
    assert "Quillfeather" not in in_the_store()


def withdrawn(minutes: object, at: dt.datetime) -> None:
    withdraw(
        office=make.office(), publication=minutes, note="It named somebody.", as_role="policy officer",  # type: ignore[arg-type]
        by=publish.first_person(), at=at,
    )  # fmt: skip


def test_a_register_put_forward_before_words_went_does_not_bring_them_back() -> None:
    (quoted, _, given), (_, second) = three()
    ActionUpdate.objects.update(text="Mrs Quillfeather has it all.")
    made = publish.put("minutes", second.meeting, doing="correct", note="More.", follows=second)
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    deliver_due(at=publish.AT)
    late = publish.put("register", at=publish.AT + HOUR)
    withdrawn(second, LATER)
    deliver_due(at=LATER)
    with pytest.raises(Refusal, match="Something newer about this was decided"):
        decide(publication=late, as_role="commissioner", by=publish.second_person(), at=LATER)
    assert [status(quoted), status(given)] == [410, 410]


def test_nor_does_one_that_was_made_while_the_store_still_had_them() -> None:
    _, (_, second) = three()
    ActionUpdate.objects.update(text="Mrs Quillfeather has it all.")
    made = publish.put("minutes", second.meeting, doing="correct", note="More.", follows=second)
    decide(publication=made, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    deliver_due(at=publish.AT)
    withdrawn(second, LATER)
    late = publish.put("register", at=LATER + HOUR)
    for _ in range(2):
        with pytest.raises(Refusal, match="Something newer about this was decided"):
            decide(publication=late, as_role="commissioner", by=publish.second_person(), at=LATER + HOUR)
        deliver_due(at=LATER + 2 * HOUR)


def test_what_waits_stays_shut_when_minutes_that_it_is_told_from_went() -> None:
    """Nothing of it was public, so the withdrawal finds no address of it."""
    publish.published("minutes", make.meeting("2018-03-27"))
    publish.published("register")
    second = make.meeting("2018-05-22")
    make.action(make.item(second, "1", "Calls"), "Ring Mrs Quillfeather", ["DCC"])
    minutes = publish.published("minutes", second)
    late = publish.put("register", opens_at=LATER + HOUR)
    decide(publication=late, as_role="commissioner", by=publish.second_person(), at=publish.AT)
    withdrawn(minutes, LATER)
    for hours in (0, 1):
        deliver_due(at=LATER + hours * HOUR)
    assert "Quillfeather" not in in_the_store()
    late.refresh_from_db()
    assert late.number is None
