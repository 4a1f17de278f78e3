"""The sample archive keeps its promises: labels that are true of the documents, counts as its README says."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
import pytest
from dateutil.relativedelta import relativedelta

from tests.sample import texts

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
KEYS = sorted(path.stem for path in (SAMPLE / "source").glob("*.txt"))
HELD = [key for key in KEYS if not key.endswith("cancelled")]
ARCHIVE_LIMIT, SCAN_LIMIT = 4_000_000, 1_000_000
SPELT = dict(enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1))
SPELT |= {11: "eleven", 14: "fourteen"}
NUMBERS = {"two": 2, "three": 3, "six": 6}


def _labels(key: str) -> dict[str, Any]:
    return json.loads((SAMPLE / "labels" / f"{key}.json").read_text(encoding="utf-8"))


def _lives() -> list[dict[str, Any]]:
    return list(_labels("life")["actions"])


@pytest.fixture(scope="session")
def words(build: ModuleType, meetings: list[Any]) -> dict[str, str]:
    """Folded words by document; the scan's are those of the DOCX that it is a picture of."""
    from builder.word import docx_of

    found: dict[str, str] = {}
    for meeting in meetings:
        path = SAMPLE / "minutes" / build.file_name(meeting)
        if meeting.head["file"] == "pdf":
            found[meeting.key] = texts.words_of_pdf(path)
        elif meeting.head["file"] == "docx":
            found[meeting.key] = texts.words_of_docx(path.read_bytes())
        else:
            found[meeting.key] = texts.words_of_docx(docx_of(meeting))
    return found


# the files


def test_the_folder_that_is_imported_holds_documents_and_nothing_else(
    build: ModuleType, meetings: list[Any]
) -> None:
    found = sorted(path.name for path in (SAMPLE / "minutes").iterdir())
    assert found == sorted(build.file_name(meeting) for meeting in meetings)
    assert len(HELD) >= 12
    assert sum(path.stat().st_size for path in (SAMPLE / "minutes").iterdir()) < ARCHIVE_LIMIT


def test_documents_come_in_three_kinds_and_three_layouts(meetings: list[Any]) -> None:
    kinds = Counter(meeting.head["file"] for meeting in meetings)
    assert kinds["scan"] == 1
    assert min(kinds["docx"], kinds["pdf"]) >= 6
    assert {meeting.head["layout"] for meeting in meetings} == {"numbered", "column", "inline", "notice"}


def test_labels_are_those_of_the_source(labels: dict[str, Any]) -> None:
    on_disk = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in (SAMPLE / "labels").iterdir()
    }
    assert on_disk == labels


@pytest.mark.parametrize("key", [key for key in KEYS if (SAMPLE / "minutes" / f"{key}.docx").exists()])
def test_a_docx_is_what_the_source_makes(key: str, meetings: list[Any]) -> None:
    from builder.word import docx_of

    meeting = next(one for one in meetings if one.key == key)
    committed = (SAMPLE / "minutes" / f"{key}.docx").read_bytes()
    assert _parts(docx_of(meeting)) == _parts(committed)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def test_the_scan_is_pictures_and_small(meetings: list[Any]) -> None:
    key = next(one.key for one in meetings if one.head["file"] == "scan")
    path = SAMPLE / "minutes" / f"{key}.pdf"
    document = pypdfium2.PdfDocument(path)
    assert path.stat().st_size < SCAN_LIMIT
    assert len(document) >= 3
    assert not any(page.get_textpage().get_text_range().strip() for page in document)


# the labels are true of the documents


@pytest.mark.parametrize("key", KEYS)
def test_every_labelled_text_is_printed(key: str, words: dict[str, str]) -> None:
    labelled = _labels(key)
    missing = [text for text in _printed(labelled) if not texts.stands_in(text, words[key])]
    assert missing == []


def _printed(labelled: dict[str, Any]) -> list[str]:
    """Every text that the labels say is on the page; an exchange's response sentence by bullet."""
    found = [labelled["meeting"]["title"]]
    found += [person[part] for person in labelled["attendance"] for part in ("name", "capacity")]
    found += [item["title"] for item in labelled["items"]]
    found += [one["text"] for kind in ("actions", "commitments", "figures") for one in labelled[kind]]
    found += [due["text"] for action in labelled["actions"] for due in action["due"]]
    found += [one["due"]["text"] for one in labelled["commitments"] if one["due"]]
    found += [one["action"] for one in labelled["updates"]]
    found += [part for one in labelled["updates"] for part in one["update"].split("• ")]
    for exchange in labelled["exchanges"]:
        found += [exchange["question"], *re.split(r"• ", exchange["response"])]
        found += [exchange["heading"] or ""]
    return [text for text in found if text.strip()]


@pytest.mark.parametrize("key", HELD)
def test_a_promise_names_its_due_in_its_own_words(key: str) -> None:
    for one in _labels(key)["commitments"]:
        assert not one["due"] or one["due"]["text"] in one["text"]
        assert one["strength"] in ("promise", "intention", "forecast")


@pytest.mark.parametrize("key", HELD)
def test_who_speaks_was_there_or_is_a_body(key: str) -> None:
    labelled = _labels(key)
    there = {one["abbreviation"] for one in labelled["attendance"]}
    asked = {who for one in labelled["exchanges"] for who in one["asked_by"]}
    answered = {who for one in labelled["exchanges"] for who in one["answered_by"]}
    assert asked | answered <= there


@pytest.mark.parametrize("key", HELD)
def test_figures_hold_their_value(key: str) -> None:
    for figure in _labels(key)["figures"]:
        number = str(figure["value"])
        plain = figure["text"].replace(",", "").lower()
        assert number in plain or SPELT.get(figure["value"], number) in plain, figure


# dates


@pytest.mark.parametrize("key", KEYS)
def test_a_printed_weekday_is_right_unless_the_labels_warn(key: str, meetings: list[Any]) -> None:
    head = next(one for one in meetings if one.key == key).head
    agrees = head["printed"].startswith(date.fromisoformat(head["date"]).strftime("%A"))
    assert agrees != ("weekday-disagrees-with-date" in _labels(key)["warnings"])


def test_each_meeting_announces_the_next_one() -> None:
    announced = [_labels(key)["next_meeting"]["date"] for key in HELD]
    took_place = [_labels(key)["meeting"]["date"] for key in KEYS]
    after_cancelling = _labels("2024-04-cancelled")["meeting"]["date"]
    assert announced[:-1] == [day for day in took_place[1:] if day != "2024-06-18"]
    assert after_cancelling in announced
    assert announced[-1] > took_place[-1]


@pytest.mark.parametrize("key", HELD)
def test_an_interval_counts_from_the_meeting(key: str) -> None:
    labelled = _labels(key)
    given = date.fromisoformat(labelled["meeting"]["date"])
    for action in labelled["actions"]:
        for due in action["due"]:
            found = re.fullmatch(r"in (\w+) months", due["text"])
            if found:
                months = NUMBERS.get(found[1]) or int(found[1])
                assert due["date"] == (given + relativedelta(months=months)).isoformat()
            assert due["date"] is None or due["date"] > labelled["meeting"]["date"]


# actions and their lives


def test_lives_and_labels_name_the_same_actions() -> None:
    given = [(key, one["item"], one["text"]) for key in HELD for one in _labels(key)["actions"]]
    lives = [(one["meeting"], one["item"], one["text"]) for one in _lives()]
    assert sorted(given) == sorted(lives)


def test_an_update_repeats_an_action_that_was_given() -> None:
    given = {(one["meeting"], one["text"]) for one in _lives()}
    for key in HELD:
        for update in _labels(key)["updates"]:
            before_the_archive = update["meeting"] < HELD[0]
            assert before_the_archive or (update["meeting"], update["action"]) in given


def test_mentions_come_later_and_in_order() -> None:
    for life in _lives():
        days = [life["date"], *(mention["date"] for mention in life["mentions"])]
        assert days == sorted(set(days))
        assert all(life["date"] <= (one["done_on"] or one["date"]) <= one["date"] for one in life["mentions"])


def test_outcomes_agree_with_the_rules_of_an_actions_life() -> None:
    rules = pytest.importorskip("answerable.core.actions.life")
    old, new = "Monthly Holding to Account Meeting", "Quarterly Accountability Board"
    held = [_labels(key) for key in HELD]
    sittings = [rules.Sitting(date.fromisoformat(one["meeting"]["date"]), one["forum"]) for one in held]
    forums = {one["meeting"]["date"]: one["forum"] for one in held}
    today = date.fromisoformat(_labels("life")["as_at"])
    for life in _lives():
        mentions = [_given(rules, life, forums), *(_told(rules, one, forums) for one in life["mentions"])]
        lapsed = rules.lapsed(mentions, sittings, {old: new}, today)
        state = {
            "closed": rules.kept(mentions),
            "open": "lapsed" if lapsed else "open",
            "withdrawn": "withdrawn",
        }
        assert state[rules.state(mentions)] == life["outcome"], life["name"]


def _days(dues: list[dict[str, Any]]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(due["date"]) for due in dues if due["date"])


def _given(rules: Any, life: dict[str, Any], forums: dict[str, str]) -> Any:
    day = life["date"]
    return rules.Mention(date.fromisoformat(day), "given", forums[day], dues=_days(life["due"]))


def _told(rules: Any, mention: dict[str, Any], forums: dict[str, str]) -> Any:
    kind = {"ongoing": "carried", "reported": "complete"}.get(mention["kind"], mention["kind"])
    done = date.fromisoformat(mention["done_on"]) if mention["done_on"] else None
    on = date.fromisoformat(mention["date"])
    return rules.Mention(on, kind, forums[mention["date"]], dues=_days(mention["due"]), done_on=done)


def test_owners_are_of_every_kind() -> None:
    actions = [one for key in HELD for one in _labels(key)["actions"]]
    owners = Counter(len(one["owners"]) for one in actions)
    assert min(owners[0], owners[2]) >= 8
    named = {who for one in actions for who in one["owners"]}
    assert {
        "LCJB Chair",
        "SDC",
        "RSA",
        "DCS",
        "T/CC",
        "A/DCC",
        "T/ACC",
        "PV",
        "ACC Crime",
        "ACC Local",
    } <= named
    assert any(one["owners"] and not one["column"] for one in actions)


# what the README promises


def test_the_readme_counts_right() -> None:
    readme = " ".join((SAMPLE / "README.md").read_text(encoding="utf-8").split())
    outcomes = Counter(life["outcome"] for life in _lives())
    promises = [one for key in KEYS for one in _labels(key)["commitments"]]
    firm = [one for one in promises if one["strength"] == "promise" and one["due"] and one["due"]["date"]]
    assert f"- {len(_lives())} actions." in readme
    assert (
        f"{outcomes['kept']} were kept, {outcomes['kept late']} kept late, {outcomes['lapsed']} have"
        in readme
    )
    assert f"{outcomes['withdrawn']} was withdrawn and {outcomes['open']} are open" in readme
    assert f"- {len(promises)} promises outside actions, {len(firm)} of them firm and dated" in readme
    assert len(firm) >= 40


def test_at_least_ten_subjects_return() -> None:
    threads = _labels("threads")["threads"]
    assert len([one for one in threads if one["strength"] == "strong"]) >= 10
    for thread in threads:
        for place in thread["occurrences"]:
            numbers = {item["number"] for item in _labels(place["minutes"])["items"]}
            assert set(place["items"]) <= numbers


def test_people_change_posts() -> None:
    held: dict[str, set[str]] = {}
    for key in HELD:
        for person in _labels(key)["attendance"]:
            held.setdefault(person["name"], set()).add(person["abbreviation"])
    assert {"DCC", "T/CC", "CC"} <= held["Nadia Kershawe"]
    assert {"ACC", "ACC Crime", "A/DCC", "DCC"} <= held["Stephen Yarrowby"]


# the spoilt texts


@pytest.mark.parametrize(
    "name", ["2023-10-twice", "2023-12-homoglyph", "2024-02-clipped", "2024-06-tags", "2024-09-header"]
)
def test_a_spoilt_text_is_what_its_script_makes(name: str, damage: ModuleType) -> None:
    text, labelled = damage.spoilt(name)
    folder = SAMPLE / "damaged"
    assert (folder / f"{name}.txt").read_text(encoding="utf-8") == text
    assert json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) == labelled
    words = texts.folded(re.sub(r"<[^>]+>|Page \d+ OFFICIAL", " ", text))
    assert all(texts.stands_in(one["text"], words) for one in labelled["actions"] if not one.get("damaged"))
