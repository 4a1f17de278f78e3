"""Who may take which step with an action, and what any order of steps leaves it as."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from answerable.core.actions import diagram
from answerable.core.actions.life import (
    Mention,
    State,
    days_slipped,
    dues,
    first_due,
    first_dues,
    forum_now,
    in_order,
    kept,
    moves,
    standing,
    state,
    states,
    times_slipped,
    waits_for,
)
from answerable.core.actions.steps import (
    STEPS,
    Facts,
    Owned,
    Step,
    side_of,
    state_after,
    step_of,
    steps_for,
    why_not_by,
    why_not_now,
    why_not_step,
)
from answerable.core.permissions.roles import Role

MANUAL = Path(__file__).parent.parent.parent / "docs" / "reference" / "action-states.md"
GIVEN, DUE = date(2025, 1, 10), date(2025, 4, 30)
OFFICE, FORCE = {Role.POLICY_OFFICER}, {Role.CHIEF_OFFICER}


def known(key: str) -> Step:
    step = step_of(key)
    assert step, key
    return step


@pytest.mark.parametrize(
    ("sides", "owned"),
    [
        (["force"], Owned.FORCE),
        (["office", "office"], Owned.OFFICE),
        (["office", "force"], Owned.BOTH),
        (["force", "body"], Owned.FORCE),
        (["body"], Owned.NEITHER),
        ([None], Owned.NEITHER),
        ([], Owned.NEITHER),
    ],
)
def test_whose_an_action_is(sides: list[str | None], owned: Owned) -> None:
    assert side_of(sides) is owned


@pytest.mark.parametrize("owned", list(Owned))
def test_the_side_that_does_not_own_it_closes(owned: Owned) -> None:
    closes = [roles is FORCE for roles in (OFFICE, FORCE) if why_not_by(known("close"), owned, roles) is None]
    assert closes == [owned is Owned.OFFICE]


def test_the_staff_officer_closes_nothing() -> None:
    for owned in Owned:
        reason = why_not_by(known("close"), owned, {Role.CONTRIBUTOR})
        assert reason and reason.startswith("Only a policy officer")


def test_nobody_closes_what_they_own_themselves() -> None:
    for owned in (Owned.OFFICE, Owned.FORCE):
        for role in (Role.POLICY_OFFICER, Role.COMMISSIONER, Role.CHIEF_OFFICER):
            both = [why_not_by(known(key), owned, {role}) is None for key in ("report", "close")]
            assert both.count(True) == 1


few = st.integers(0, 3)
ANY_FACTS = st.builds(
    Facts, st.sampled_from(["open", "reported", "closed", "withdrawn"]), st.sampled_from(Owned), few,
    st.booleans(), few, st.booleans(), st.booleans(),
)  # fmt: skip
ROLES = st.sets(st.sampled_from(Role), max_size=3)


@pytest.mark.parametrize(
    ("key", "stands", "said"),
    [
        ("close", "closed", "This action is closed already."),
        ("withdraw", "withdrawn", "This action is withdrawn already."),
        ("report", "reported", "This action is reported already."),
        ("close", "withdrawn", "This action is withdrawn: open it again before you close it."),
    ],
)
def test_what_it_is_already_is_said_so(key: str, stands: State, said: str) -> None:
    assert why_not_now(known(key), Facts(stands, Owned.FORCE)) == said


@given(st.sampled_from([Owned.OFFICE, Owned.FORCE]), ROLES)
@example(Owned.FORCE, {Role.POLICY_OFFICER, Role.CHIEF_OFFICER})
def test_who_has_roles_on_both_sides_does_not_close_what_they_report_on(
    owned: Owned, roles: set[Role]
) -> None:
    assert not all(why_not_by(known(key), owned, roles) is None for key in ("report", "close"))


@given(ANY_FACTS, ROLES)
def test_a_reason_is_a_sentence_and_what_is_offered_can_be_taken(facts: Facts, roles: set[Role]) -> None:
    offered = steps_for(facts, roles)
    for step in STEPS:
        reason = why_not_step(step, facts, roles)
        assert (reason is None) == (step in offered)
        if reason:
            assert reason[0].isupper()
            assert reason.endswith(".")


@given(ANY_FACTS)
def test_readers_and_auditors_take_no_step(facts: Facts) -> None:
    for role in (Role.PANEL_READER, Role.AUDITOR, Role.ADMINISTRATOR, Role.PUBLIC, Role.CONTRIBUTOR):
        assert steps_for(facts, {role}) == []


def test_one_that_is_being_minuted_takes_no_step() -> None:
    facts = Facts("open", Owned.FORCE, draft=True)
    assert steps_for(facts, OFFICE) == []
    assert why_not_now(known("close"), facts) == (
        "This action stands in minutes that are not approved yet: change it there."
    )


# ---- any order of legal steps

DAYS = st.integers(1, 400)


@st.composite
def lives(draw: st.DrawFn) -> tuple[list[Mention], list[Step]]:
    """A life in which each step was legal when it was taken, and the steps."""
    event = draw(st.sampled_from(["", "", "once the Board has agreed"]))
    given_dues = tuple(
        sorted(GIVEN + timedelta(days) for days in draw(st.lists(DAYS, max_size=2, unique=True)))
    )
    life = [Mention(GIVEN, "given", "home", dues=given_dues, waits_for=event, owners=("DCC",))]
    taken: list[Step] = []
    day = GIVEN
    for n in range(draw(st.integers(0, 8))):
        now = standing(life)
        facts = Facts(
            state(life), Owned.FORCE, elsewhere=forum_now(life) != "home", dates=len(now.dates),
            waits=bool(now.waits_for),
        )  # fmt: skip
        legal = [step for step in STEPS if why_not_now(step, facts) is None]
        if not legal:
            break
        step = draw(st.sampled_from(legal))
        day += timedelta(draw(st.integers(0, 60)))
        at = datetime(2025, 1, 10, tzinfo=UTC) + timedelta(minutes=n)
        new = ((day + timedelta(draw(DAYS))),) if step.key in ("move", "happen") else ()
        met = (min(now.dates),) if step.key == "meet" and now.dates else ()
        forum = {"refer": "elsewhere", "return": "home"}.get(step.key)
        life.append(
            Mention(day, step.kind, None, dues=new or met, to_forum=forum, at=at,
                    cause=draw(st.sampled_from(["slipped", "cancelled"])) if step.key == "move" else "")
        )  # fmt: skip
        taken.append(step)
    return life, taken


@given(lives())
def test_the_state_is_what_the_table_says(told: tuple[list[Mention], list[Step]]) -> None:
    life, taken = told
    now = "open"
    for step, told_state in zip(taken, list(states(life))[1:], strict=True):
        now = state_after(step, now)  # type: ignore[arg-type]
        assert told_state == now


@given(lives())
def test_the_first_date_never_changes(told: tuple[list[Mention], list[Step]]) -> None:
    life, _ = told
    first = None
    for end in range(1, len(life) + 1):
        found = first_due(life[:end])
        assert first is None or found == first
        first = found
    assert set(first_dues(life[:1])) <= set(first_dues(life)), "an awaited event adds one, and takes none"


@given(lives())
def test_slips_and_moves_agree(told: tuple[list[Mention], list[Step]]) -> None:
    life, taken = told
    found = moves(life)
    assert len(found) <= sum(step.key == "move" for step in taken)
    assert times_slipped(life) == sum(one.slipped for one in found)
    assert all(one.mention.cause == "slipped" for one in found if one.slipped)
    assert days_slipped(life) >= 0


@given(lives(), DAYS)
def test_referring_and_back_loses_nothing(told: tuple[list[Mention], list[Step]], days: int) -> None:
    life, _ = told
    last = life[-1].on
    there = Mention(last, "referred", None, to_forum="board", at=datetime(2030, 1, 1, tzinfo=UTC))
    back = Mention(last, "returned", None, to_forum=forum_now(life), at=datetime(2030, 1, 2, tzinfo=UTC))
    after = [*life, there, back]
    for ask in (state, dues, first_dues, waits_for, forum_now, times_slipped, kept):
        assert ask(after) == ask(life)  # type: ignore[operator]


@given(lives(), st.randoms())
def test_the_order_in_which_rows_come_makes_no_difference(
    told: tuple[list[Mention], list[Step]], random: object
) -> None:
    life, _ = told
    shuffled = list(life)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert in_order(shuffled) == life


# ---- single cases


def said(on: date, kind: str, *due: date, **more: object) -> Mention:
    return Mention(on, kind, None, dues=due, at=datetime(2025, 6, 1, tzinfo=UTC), **more)  # type: ignore[arg-type]


def test_on_one_day_the_minutes_come_before_what_was_done_after_the_meeting() -> None:
    minutes = Mention(DUE, "outstanding", "home")
    assert state(in_order([said(DUE, "closed"), minutes, Mention(GIVEN, "given", "home")])) == "closed"


def test_of_several_owners_each_has_to_report() -> None:
    life = [Mention(GIVEN, "given", "home", owners=("DCC", "ACC"))]
    life.append(said(DUE, "reported", owner="DCC"))
    assert state(life) == "open"
    assert state([*life, said(DUE, "progress", owner="ACC")]) == "open"
    both = [*life, said(DUE, "reported", owner="ACC")]
    assert state(both) == "reported"
    assert state([*life, said(DUE, "reported")]) == "reported", "one report for all of them"
    assert state([*life, Mention(DUE, "reported", "home")]) == "reported", "said in the minutes"
    refused = [*both, said(DUE, "refused", owner="DCC")]
    assert state(refused) == "open"
    assert state([*refused, said(DUE, "reported", owner="DCC")]) == "reported"


def test_a_date_that_an_event_gave_is_a_first_date_and_no_slip() -> None:
    life = [Mention(GIVEN, "given", "home", waits_for="once agreed")]
    assert (dues(life), waits_for(life), first_due(life)) == ((), "once agreed", None)
    life.append(said(DUE, "happened", DUE))
    assert (dues(life), waits_for(life), first_due(life), times_slipped(life)) == ((DUE,), "", DUE, 0)
    late = [*life, said(DUE + timedelta(9), "closed")]
    assert kept(late) == "kept late"


def test_one_date_moved_to_an_event_keeps_the_first_promise() -> None:
    life = [Mention(GIVEN, "given", "home", dues=(DUE,)), said(GIVEN, "moved", waits_for="once agreed")]
    assert (waits_for(life), dues(life), times_slipped(life)) == ("once agreed", (), 1)
    life.append(said(DUE, "happened", DUE + timedelta(90)))
    life.append(said(DUE + timedelta(60), "closed"))
    assert first_dues(life) == (DUE,)
    assert kept(life) == "kept late"


def test_a_date_brought_forward_has_not_slipped() -> None:
    life = [
        Mention(GIVEN, "given", "home", dues=(DUE,)),
        said(GIVEN, "moved", DUE - timedelta(30), cause="changed"),
    ]
    assert (len(moves(life)), times_slipped(life), days_slipped(life)) == (1, 0, 0)


def test_a_date_met_late_is_kept_late_though_the_last_was_kept() -> None:
    far = DUE + timedelta(200)
    life = [Mention(GIVEN, "given", "home", dues=(DUE, far)), said(DUE + timedelta(5), "met", DUE)]
    assert dues(life) == (far,)
    assert kept([*life, said(far, "closed")]) == "kept late"


def test_the_manual_shows_this_diagram_and_these_tables() -> None:
    text = MANUAL.read_text()
    for printed in (diagram.diagram(), diagram.table(), diagram.closing(), diagram.words()):
        assert printed in text, "print it anew: make the page from core.actions.diagram"
