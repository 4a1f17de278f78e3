"""The accountability profile: what we give conforms, and its pages print what the schema says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from answerable.core.actions.mentions import MentionKind
from answerable.core.actions.steps import BASES
from answerable.core.publication.shapes import ActionContent
from answerable.core.publication.standards.profile import accountability
from answerable.core.publication.standards.profile_schema import KINDS, LISTS, schema
from tests.core.publication.contents import PATH, item, meeting

SITE = "https://record.example"
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "accountability-profile.md"


def moment(on: str, kind: str, **more: Any) -> dict[str, Any]:
    dues = [more["due"]] if "due" in more else []
    return {"on": on, "kind": kind, "words": "", "meeting": None, "entry": None, "due": None, "dues": dues,
            "basis": "", "cause": "", "to": "", "late": False, **more}  # fmt: skip


def action(*life: dict[str, Any], **more: Any) -> ActionContent:
    found: dict[str, Any] = {
        "path": "wyvern-valley/actions/A-0001", "number": "A-0001", "text": "Share the baseline",
        "owners": ["DCC"], "given": "2022-08-25", "meeting": PATH, "dues": [], "first_due": "2022-09-30",
        "due": "2022-12-31", "state": "closed", "ended": "2022-12-01", "slipped": 1, "as_of": "2023-01-01",
        "life": list(life), **more,
    }  # fmt: skip
    return found  # type: ignore[return-value]


def checked(told: dict[str, Any]) -> dict[str, Any]:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema(), format_checker=jsonschema.FormatChecker()).validate(told)
    return told


def whole() -> dict[str, Any]:
    later = "wyvern-valley/assurance/2022-12-01"
    judged = {"judgement": "partly", "basis": "tested", "how": "dip sample of 20", "on": "2022-08-20"}
    life = [
        moment("2022-08-25", "given", meeting=PATH, due="2022-09-30"),
        moment("2022-10-27", "moved", meeting="wyvern-valley/assurance/2022-10-27", due="2022-12-31",
               words="The supplier was late."),
        moment("2022-12-01", "complete", meeting=later, words="It was shared.", basis="shown"),
    ]  # fmt: skip
    told = meeting(items=[item("1", "Calls", assurance=judged), item("2", "Answering 101")])
    return checked(accountability(SITE, told, [action(*life)]))


def test_a_meeting_gives_all_six_kinds() -> None:
    told = whole()
    assert {name: len(told[name]) for name in LISTS.values()} == {
        "actions": 1, "commitments": 1, "assurances": 1, "revisits": 2, "evidence": 1, "deferrals": 1,
    }  # fmt: skip
    assert told["deferrals"][0] == {
        "about": f"{SITE}/wyvern-valley/actions/A-0001", "on": "2022-10-27", "from": "2022-09-30",
        "to": "2022-12-31", "words": "The supplier was late.",
    }  # fmt: skip
    assert told["evidence"][0]["basis"] == "shown"
    assert told["commitments"][0]["said_at"] == f"{SITE}/{PATH}#entry-3"


LATER = "wyvern-valley/assurance/2022-10-27"


@pytest.mark.parametrize("kind", sorted({*get_args(MentionKind)} - {"given", "passed"}))
def test_whatever_a_later_meeting_says_of_an_action_is_a_revisit(kind: str) -> None:
    said = action(moment("2022-10-27", kind, meeting=LATER), moment("2022-11-02", kind))
    told = checked(accountability(SITE, meeting(), [said]))
    assert [one["at"] for one in told["revisits"]] == [f"{SITE}/{LATER}"]


@pytest.mark.parametrize("kind", ["given", "due", "silent", "cancelled", "passed"])
def test_where_no_later_meeting_speaks_of_it_there_is_no_revisit(kind: str) -> None:
    told = checked(accountability(SITE, meeting(), [action(moment("2022-10-27", kind, meeting=LATER))]))
    assert told["revisits"] == []


def test_what_was_withdrawn_is_no_evidence_that_it_was_done() -> None:
    told = checked(
        accountability(SITE, meeting(), [action(moment("2022-10-27", "withdrawn", meeting=LATER))])
    )
    assert told["evidence"] == []


@pytest.mark.parametrize("basis", BASES)
def test_evidence_says_on_what_it_rests(basis: str) -> None:
    said = action(moment("2022-10-27", "closed", basis=basis))
    [one] = checked(accountability(SITE, meeting(), [said]))["evidence"]
    assert one["basis"] == basis


def test_a_due_that_was_brought_forward_or_first_given_later_is_no_deferral() -> None:
    life = [
        moment("2022-08-25", "given", meeting=PATH),
        moment("2022-09-29", "moved", due="2022-12-31"),
        moment("2022-10-27", "moved", due="2022-11-30"),
        moment("2022-11-24", "moved", due="2023-01-31"),
        moment("2022-12-15", "moved"),
    ]
    told = checked(accountability(SITE, meeting(), [action(*life)]))
    assert [(one["from"], one["to"]) for one in told["deferrals"]] == [
        ("2022-11-30", "2023-01-31"), ("2023-01-31", None),
    ]  # fmt: skip


def test_a_meeting_of_which_little_is_known_conforms_too() -> None:
    checked(accountability(SITE, meeting(promises=[], actions=[]), [action(first_due=None, due=None)]))


@pytest.mark.parametrize(
    ("name", "key", "value"),
    [
        ("actions", "given_on", "25 August 2022"), ("actions", "times_moved", -1),
        ("assurances", "judgement", "excellent"), ("deferrals", "to", "soon"), ("revisits", "at", None),
    ],
)  # fmt: skip
def test_what_does_not_conform_is_found(name: str, key: str, value: Any) -> None:
    told = whole()
    told[name][0][key] = value
    with pytest.raises(jsonschema.ValidationError):
        checked(told)


def test_a_key_more_is_no_fault() -> None:
    told = whole()
    told["actions"][0]["budget"] = 12
    checked(told)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_explains_every_key_with_an_example_that_conforms(kind: str) -> None:
    page = PAGE.read_text()
    told = re.search(rf"^## {kind.capitalize()}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert told, kind
    for name, one in KINDS[kind]["properties"].items():
        assert f"| `{name}` | {one['description']} |" in told[1]
    example = re.search(r"```json\n(.*?)```", told[1], re.DOTALL)
    assert example
    rules = jsonschema.Draft202012Validator(KINDS[kind], format_checker=jsonschema.FormatChecker())
    rules.validate(json.loads(example[1]))
