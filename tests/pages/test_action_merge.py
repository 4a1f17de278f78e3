"""Two actions that are one go on as one; each says where the other is."""

from __future__ import annotations

import datetime as dt

import pytest

from answerable.actions.models import Action
from answerable.actions.operations import relink
from answerable.actions.operations.living import renew_lives
from answerable.core.permissions.roles import Role
from tests import factories as make
from tests import follow
from tests.pages.desk import officer
from tests.pages.stepping import OUTSIDE, force_action, fresh, page, refused, step_of, strangers

pytestmark = pytest.mark.django_db


@pytest.fixture
def both() -> tuple[Action, Action]:
    return force_action("Share the rota"), force_action("Give out the rota")


def test_the_one_is_withdrawn_and_says_where_it_went(both: tuple[Action, Action]) -> None:
    one, other = both
    shown = step_of(one, "merge", into="2", reason="They ask for the same.")
    assert "Merged, 2 May 2019 A-0002. “They ask for the same.”" in shown
    assert (fresh(one).state, fresh(other).state) == ("withdrawn", "open")
    assert "Another was merged into it, 2 May 2019 A-0001." in officer().open(page(other)).main


def test_what_is_said_of_it_later_counts_for_the_other(both: tuple[Action, Action]) -> None:
    one, other = both
    step_of(one, "merge", into="A-0002", reason="They ask for the same.")
    june = make.item(make.meeting("2019-06-11"), "1", "Matters arising")
    make.update(june, one, "It is shared.", "complete")
    renew_lives(one.office_id, Action.objects.all())
    assert (fresh(one).state, fresh(other).state) == ("withdrawn", "closed")
    relink(office=one.office, by=make.user(), at=dt.datetime(2019, 7, 1, tzinfo=dt.UTC))
    assert fresh(one).state == "withdrawn"


def test_the_others_page_shows_what_is_said_of_it_later(both: tuple[Action, Action]) -> None:
    one, other = both
    follow.step(one, "merged", "2019-03-20", other=other)
    follow.step(other, "joined", "2019-03-20", other=one)
    make.update(make.item(make.meeting("2019-04-09"), "1", "Arising"), one, "It is shared.")
    shown = officer().open(page(other)).main
    assert "“It is shared.”" in shown
    assert "said of the one that was merged into it" in shown


def test_opened_again_it_is_itself(both: tuple[Action, Action]) -> None:
    one, other = both
    step_of(one, "merge", into="A-0002", reason="They ask for the same.")
    step_of(one, "reopen", reason="They do not.")
    make.update(make.item(make.meeting("2019-06-11"), "1", "Arising"), one, "It is shared.", "complete")
    renew_lives(one.office_id, Action.objects.all())
    assert (fresh(one).state, fresh(other).state) == ("closed", "open")


@pytest.mark.parametrize("into", ["", "77", "A-0002 and 3", "the rota"])
def test_the_other_has_to_be_one_that_is_there(into: str, both: tuple[Action, Action]) -> None:
    said = refused(both[0], "merge", into=into, reason="The same.")
    assert "Write the number of the action that goes on, such as A-0020" in said


def test_a_number_that_no_action_has_is_said(both: tuple[Action, Action]) -> None:
    said = refused(both[0], "merge", into="77", reason="The same.")
    assert "There is no action A-0077. Write the number of the action that goes on" in said


def test_not_into_itself_nor_into_one_that_has_ended(both: tuple[Action, Action]) -> None:
    one, other = both
    assert "An action cannot be merged into itself" in step_of(one, "merge", into="1", reason="The same.")
    step_of(other, "withdraw", reason="Not needed.")
    assert "Action A-0002 is withdrawn: choose one that is open" in step_of(
        one, "merge", into="2", reason="So."
    )


def test_what_is_restricted_does_not_go_into_the_open(both: tuple[Action, Action]) -> None:
    Action.objects.filter(pk=both[0].pk).update(restricted=True)
    said = step_of(both[0], "merge", into="2", reason="The same.")
    assert "This action is restricted and A-0002 is not: restrict that one first." in said


def test_nobody_else(both: tuple[Action, Action]) -> None:
    strangers(both[0], "merge", [*OUTSIDE, Role.CHIEF_OFFICER])
