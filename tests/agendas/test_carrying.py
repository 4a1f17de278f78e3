"""Items that were written for a meeting that is cancelled go on together, in their order."""

from __future__ import annotations

import pytest

from answerable.agendas.operations.carrying import carry_forward, carry_item
from answerable.agendas.operations.going_on import carry_items
from answerable.agendas.operations.placing import outline_of, place_items
from answerable.audit.models import Event
from answerable.core.clash import Gone
from answerable.core.refusal import Refusal
from answerable.meetings.models import Meeting
from tests import cycle
from tests import factories as make


@pytest.fixture
def june(db: None) -> Meeting:
    meeting = cycle.planned("2019-06-11")
    cycle.agenda(meeting, "Custody", "Dogs", "Farms")
    return meeting


@pytest.fixture
def july(june: Meeting) -> Meeting:
    return cycle.planned("2019-07-09", june.forum)


def test_they_keep_their_order(june: Meeting, july: Meeting) -> None:
    assert carry_items(meeting=june, onto=july, by=make.user(), at=make.NOW) == 3
    assert [one.title for one in july.items.order_by("position")] == ["Custody", "Dogs", "Farms"]
    assert [one.number for one in july.items.order_by("position")] == ["1", "2", "3"]


def test_once_is_enough(june: Meeting, july: Meeting) -> None:
    for _ in range(2):
        carry_items(meeting=june, onto=july, by=make.user(), at=make.NOW)
    assert july.items.count() == 3


def test_never_back_and_never_to_another_office(june: Meeting, july: Meeting) -> None:
    item = july.items.create(position=0, title="Late", kind="other")
    with pytest.raises(Refusal, match="never back"):
        carry_item(item=item, to=june, by=make.user(), at=make.NOW)
    with make.in_office(make.office("Otterdale")):
        other = cycle.planned("2019-08-09", make.forum("Otterdale Board"))
    with pytest.raises(Refusal, match="of this office"):
        carry_item(item=item, to=other, by=make.user(), at=make.NOW)


def test_an_item_that_is_not_there_any_more_is_gone(june: Meeting, july: Meeting) -> None:
    item = june.items.all()[0]
    june.items.all().delete()
    with pytest.raises(Gone):
        carry_item(item=item, to=july, by=make.user(), at=make.NOW)


def test_it_leaves_one_event(june: Meeting, july: Meeting) -> None:
    carry_forward(item=june.items.all()[0], to=july, by=make.user(), at=make.NOW)
    assert Event.objects.get().operation == "agendas.carry_forward"


def test_what_stands_under_a_restricted_item_is_restricted(june: Meeting) -> None:
    first, second, third = june.items.order_by("position")
    type(first).objects.filter(pk=first.pk).update(marking="restricted", restricted=True)
    outline = [(one, level) for (one, _), level in zip(outline_of(june), [1, 2, 1], strict=True)]
    place_items(meeting=june, outline=outline)
    assert [one.restricted for one in june.items.order_by("position")] == [True, True, False]
    place_items(meeting=june, outline=[(one, 1) for one, _ in outline_of(june)])
    assert [one.restricted for one in june.items.order_by("position")] == [True, False, False]
    assert {second.pk, third.pk} < {one.pk for one in june.items.all()}
