"""What counts as right: the rules of the labels' notes, on fictional minutes."""

from __future__ import annotations

import pytest
from scoring.bars import Bar, parse, under
from scoring.run import Result, score

from tests.tools.records import ACTION, DUE, QUESTION, case, other_action, record


def label(**changes):
    return case().labels["actions"][0] | changes


def test_a_right_record_has_full_marks():
    tallies = score(case(), record())
    assert all(not tally.missed and not tally.wrong for tally in tallies.values())
    for field in (
        "header",
        "items",
        "actions",
        "owners",
        "dues",
        "updates",
        "exchanges",
        "askers",
        "figures",
    ):
        assert tallies[field].right > 0


def test_an_action_that_is_not_there_is_missed_and_one_too_many_is_wrong():
    given = record()
    given["actions"] = [other_action("Deputy to write to the harbour board", ["Deputy"])]
    tally = score(case(), given)["actions"]
    assert (tally.right, len(tally.missed), len(tally.wrong)) == (0, 1, 1)
    assert tally.f1 == 0


def test_an_action_twice_given_counts_once():
    given = record()
    given["actions"] *= 2
    tally = score(case(), given)["actions"]
    assert (tally.precision, tally.recall) == (0.5, 1.0)


def test_owners_are_a_set():
    labels = case(actions=[label(owners=["Chief", "Deputy"])])
    given = record()
    given["actions"][0]["owners"] = ["Deputy", "Chief"]
    assert score(labels, given)["owners"].f1 == 1
    given["actions"][0]["owners"] = ["Deputy"]
    assert score(labels, given)["owners"].f1 == 0


def test_uncertain_owners_are_not_scored():
    given = record()
    given["actions"][0]["owners"] = ["Deputy"]
    assert score(case(owners_uncertain=["1"]), given)["owners"].empty
    assert score(case(actions=[label(owners_uncertain=True)]), given)["owners"].empty


def test_a_name_and_its_initials_are_one_owner():
    given = record()
    given["actions"][0]["owners"] = ["AF"]
    assert score(case(actions=[label(owners=["Ada Fenwick"])]), given)["owners"].f1 == 1


@pytest.mark.parametrize(
    ("wanted", "given", "same"),
    [
        ([], [], True),
        ([DUE], [], False),
        ([], [DUE], False),
        ([DUE | {"optional": True}], [], True),
        ([DUE | {"optional": True}], [DUE], True),
        ([DUE | {"date": "2031-08-30", "or_date": "2031-08-31"}], [DUE], True),
        ([DUE | {"date": None}], [DUE | {"date": None}], True),
        ([DUE | {"date": None}], [], False),
        ([DUE, DUE | {"date": "2031-09-30"}], [DUE | {"date": "2031-09-30"}, DUE], True),
    ],
)
def test_dues_are_a_set_of_dates(wanted, given, same):
    made = record()
    made["actions"][0]["due"] = given
    assert (score(case(actions=[label(due=wanted)]), made)["dues"].f1 == 1) is same


def test_a_flexible_action_matches_by_overlap():
    longer = f"There was long talk of engines, hulls and rope at the slipway. {ACTION}"
    given = record()
    given["actions"][0]["text"] = longer
    assert score(case(), given)["actions"].f1 == 0
    assert score(case(actions=[label(flexible=True)]), given)["actions"].f1 == 1


def test_an_optional_action_counts_neither_way():
    extra = other_action("Deputy to thank the ferry's crew for their work", ["Deputy"])
    given = record()
    given["actions"].append(extra)
    optional = [{"text": "Deputy to thank the ferry's crew for their work"}]
    assert score(case(optional_actions=optional), given)["actions"].f1 == 1
    assert score(case(), given)["actions"].f1 < 1


def test_a_log_row_counts_once_in_either_list():
    row = case().labels["updates"][0] | {"owners": ["Deputy"], "due": []}
    as_action = other_action(row["action"], ["Deputy"])
    both, action_only = record(), record()
    both["actions"].append(as_action)
    action_only["actions"].append(as_action)
    action_only["updates"] = []
    for given in (both, action_only):
        tallies = score(case(updates=[row]), given)
        assert tallies["updates"].f1 == 1
        assert tallies["actions"].f1 == 1


@pytest.mark.parametrize("mark", [{"optional": True}, {"damaged": True}, {"kind": "comment"}])
def test_some_exchanges_count_neither_way(mark):
    labels = case(exchanges=[case().labels["exchanges"][0] | mark])
    without = record() | {"exchanges": []}
    assert score(labels, record())["exchanges"].empty
    assert score(labels, without)["exchanges"].empty


def test_a_torn_question_is_known_by_its_answer():
    torn = case().labels["exchanges"][0] | {"question": "ferry had stopped.", "damaged": True}
    assert score(case(exchanges=[torn]), record())["exchanges"].empty


def test_an_exchange_that_was_made_up_is_wrong():
    given = record()
    given["exchanges"].append(
        given["exchanges"][0] | {"question": "The harbour master spoke of tides.", "response": "Tides turn."}
    )
    tally = score(case(), given)["exchanges"]
    assert (tally.precision, tally.recall) == (0.5, 1.0)
    assert QUESTION not in tally.wrong[0]


def test_a_stance_may_be_the_word_of_the_minutes():
    label = case().labels["exchanges"][0] | {"stance": "pleased", "stance_text": "The Commissioner welcomed"}
    given = record()
    for stance, right in (("welcomed", True), ("pleased", True), ("disappointed", False), (None, False)):
        given["exchanges"][0]["stance"] = stance
        assert (score(case(exchanges=[label]), given)["stances"].f1 == 1) is right


def test_body_headings_may_be_given_as_items():
    given = record()
    given["items"].append(given["items"][0] | {"number": "9", "title": "The harbour lights"})
    assert score(case(), given)["items"].f1 < 1
    assert score(case(body_headings=["The harbour lights"]), given)["items"].f1 == 1


def test_an_item_without_a_number_counts_only_where_the_labels_list_such():
    given = record()
    given["items"].append(given["items"][0] | {"number": None, "title": "The harbour lights"})
    assert score(case(), given)["items"].f1 == 1


def test_intentions_may_be_given_or_not():
    promise = {"text": "We will mend the boat before the regatta.", "due": None, "strength": "promise"}
    intention = promise | {"text": "We hope to buy a second boat some day.", "strength": "intention"}
    given = record()
    given["commitments"] = [
        {"text": one["text"], "by": [], "due": [], "item": 0, "entry": 1} for one in (promise, intention)
    ]
    assert score(case(commitments=[promise, intention]), given)["commitments"].f1 == 1
    given["commitments"].pop()
    assert score(case(commitments=[promise, intention]), given)["commitments"].f1 == 1


def test_required_warnings_are_wanted_and_others_pass():
    from dataclasses import replace

    strict = replace(case(), warnings_required=("no-agenda",))
    given = record()
    assert score(strict, given)["warnings"].recall == 0
    given["warnings"] = [{"code": code, "message": "", "source": []} for code in ("no-agenda", "no-date")]
    assert score(strict, given)["warnings"].f1 == 1


def test_a_bar_under_which_a_field_stays_is_named():
    given = record() | {"actions": []}
    result = Result(case(), tallies=score(case(), given))
    assert under([parse("actions=0.98")], [result]) == ["corpus: actions f1 0.000 is under 0.98"]
    assert under([parse("items=0.98"), parse("sample:actions=0.98")], [result]) == []
    assert parse("exchanges.recall=0.9") == Bar("corpus", "exchanges", "recall", 0.9)
    with pytest.raises(ValueError, match="not of the form"):
        parse("actions")
