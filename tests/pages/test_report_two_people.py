"""Two people write one draft: the second sees both texts and decides; what was released stays."""

from __future__ import annotations

import pytest

from answerable.actions.models import Action, Report
from tests.pages.desk import Desk
from tests.reporting import DONE, an_action, chief, drafted, page, staff_officer


@pytest.fixture
def action(db: None) -> Action:
    return an_action()


def clash(action: Action) -> Desk:
    """Somebody whose colleague saved while they wrote."""
    drafted(action)
    ben = staff_officer("Ben Sarsen")
    ben.open(page(action))
    mine = ben.form("/save")
    drafted(action, f"{DONE} Nights too.")
    shown = ben.send(mine, 409, text=f"{DONE} Weekends too.")
    assert shown.main.startswith("Cal Fenn changed the draft report at 10am while you were writing.")
    assert "Nights too." in shown.main
    assert "Weekends too." in shown.main
    return ben


def test_both_texts_are_kept_and_mine_is_chosen(action: Action) -> None:
    ben = clash(action)
    ben.send("/save", **{"choose-text": "mine", "choose-done": "mine", "choose-done_on": "mine"})
    assert Report.objects.get().text == f"{DONE} Weekends too."
    assert Report.objects.get().drafted_by == ben.user


def test_or_theirs(action: Action) -> None:
    ben = clash(action)
    ben.send("/save", **{"choose-text": "theirs", "choose-done": "theirs", "choose-done_on": "theirs"})
    assert Report.objects.get().text == f"{DONE} Nights too."


def test_two_who_begin_at_once_do_not_make_two_drafts(action: Action) -> None:
    ben = staff_officer("Ben Sarsen")
    ben.open(page(action))
    mine = ben.form("/save")
    drafted(action)
    shown = ben.send(mine, 409, text="We count them.")
    assert DONE in shown.main
    assert Report.objects.count() == 1


def test_what_the_chief_did_not_see_is_not_released(action: Action) -> None:
    drafted(action)
    ines = chief()
    ines.open(page(action))
    address, held = ines.form("/save")
    drafted(action, "It is not done at all.", done="no")
    ines.send((address.replace("/save", "/release"), held), 409)
    assert Report.objects.get().state == "draft"


def test_a_draft_that_was_dropped_meanwhile_is_told(action: Action) -> None:
    cal = drafted(action)
    ben = staff_officer("Ben Sarsen")
    ben.open(page(action))
    mine = ben.form("/save")
    cal.open(page(action))
    cal.send("/drop")
    shown = ben.send(mine, 409, text="Weekends too.")
    assert "Weekends too." in shown.response.content.decode()
    assert Report.objects.get().state == "dropped"
