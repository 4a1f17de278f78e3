"""Scores of exchanges, commitments and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from scoring.actions import same_dues
from scoring.cases import Case
from scoring.likeness import fold, overlap, pair, ratio
from scoring.tally import Tallies, Tally

QUESTION_LIKENESS = 0.6
RESPONSE_LIKENESS = 0.6
COMMITMENT_LIKENESS = 0.6
FIGURE_OVERLAP = 0.6

Values = Mapping[str, Any]
_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*[-–]\s*(\d+(?:\.\d+)?)$")


def score_exchanges(case: Case, record: Values) -> Tallies:
    """Exchanges by their question. Damaged, optional and asking-nothing ones count neither way."""
    tallies: Tallies = {
        key: Tally() for key in ("exchanges", "askers", "answerers", "responses", "stances", "comments")
    }
    labels, given = case.labels.get("exchanges"), record["exchanges"]
    if labels is None:
        return tallies
    joined = pair(labels, given, _question_likeness, QUESTION_LIKENESS)
    for index, label in enumerate(labels):
        found = given[joined[index]] if index in joined else None
        if label.get("damaged") or label.get("optional"):
            continue
        if label["kind"] == "comment":
            _present(tallies["comments"], label["question"], found)
            continue
        _present(tallies["exchanges"], label["question"], found)
        if found is not None:
            _score_exchange(tallies, label, found)
    used = set(joined.values())
    unscored = [label for label in labels if label.get("damaged") or label.get("optional")]
    tallies["exchanges"].wrong.extend(
        f"{exchange['question']} => {exchange['response'][:80]}"
        for index, exchange in enumerate(given)
        if index not in used and not any(_same_answer(label, exchange) for label in unscored)
    )
    return tallies


def _same_answer(label: Values, exchange: Values) -> bool:
    """A damaged exchange whose question is torn off is known by its answer."""
    return ratio(label["response"], exchange["response"], RESPONSE_LIKENESS) >= RESPONSE_LIKENESS


def _present(tally: Tally, label: str, found: Values | None) -> None:
    if found is None:
        tally.missed.append(label)
    else:
        tally.hit()


def _question_likeness(label: Values, exchange: Values) -> float:
    return ratio(label["question"], exchange["question"], QUESTION_LIKENESS)


def _score_exchange(tallies: Tallies, label: Values, found: Values) -> None:
    shown = label["question"][:80]
    for field, key in (("askers", "asked_by"), ("answerers", "answered_by")):
        tallies[field].compare(
            set(label[key]) == set(found[key]), f"{label[key]} for {shown!r}", str(found[key])
        )
    likeness = ratio(label["response"], found["response"], RESPONSE_LIKENESS)
    tallies["responses"].compare(
        likeness >= RESPONSE_LIKENESS, label["response"][:200], found["response"][:200]
    )
    if found["stance"] is not None or label.get("stance") is not None:
        shown_stance = f"{label.get('stance')} for {shown!r}"
        tallies["stances"].compare(_same_stance(label, found["stance"]), shown_stance, str(found["stance"]))


def _same_stance(label: Values, stance: str | None) -> bool:
    """The labelled word, another that is as right, or the minutes' own word that the label quotes."""
    if stance is None or label.get("stance") is None:
        return False
    named = {fold(word) for word in (label["stance"], *label.get("stance_also", ()))}
    return fold(stance) in named or fold(stance) in fold(label.get("stance_text", ""))


def score_commitments(case: Case, record: Values) -> Tallies:
    """Promises and dated ones are wanted; intentions, forecasts and damaged ones may be given or not."""
    tallies: Tallies = {"commitments": Tally(), "commitment dues": Tally()}
    labels, given = case.labels.get("commitments"), record["commitments"]
    if labels is None:
        return tallies
    joined = pair(labels, given, _commitment_likeness, COMMITMENT_LIKENESS)
    for index, label in enumerate(labels):
        found = given[joined[index]] if index in joined else None
        if not _wanted(label):
            continue
        _present(tallies["commitments"], label["text"], found)
        if found is not None:
            dues = [label["due"]] if isinstance(label["due"], dict) else label["due"] or []
            tallies["commitment dues"].compare(
                same_dues(dues, found["due"]),
                f"{dues} for {label['text'][:70]!r}",
                str([(due["text"], due["date"]) for due in found["due"]]),
            )
    used = set(joined.values())
    tallies["commitments"].wrong.extend(one["text"] for index, one in enumerate(given) if index not in used)
    return tallies


def score_dated_promises(case: Case, record: Values) -> Tallies:
    """Promises with a day: found where a given one is like it and carries that day; two may share a sentence.

    Of those that are given with a day, one that is like any label (intention, forecast) is not false.
    """
    tally = Tally()
    labels, given = case.labels.get("commitments"), record["commitments"]
    if labels is None:
        return {"dated promises": tally}
    for label in filter(_is_dated_promise, labels):
        like = [one for one in given if _commitment_likeness(label, one) >= COMMITMENT_LIKENESS]
        days = {due["date"] for one in like for due in one["due"]}
        _present(tally, label["text"], label if _day(label) in days else None)
    dated = [one for one in given if any(due["date"] for due in one["due"])]
    tally.wrong.extend(
        one["text"]
        for one in dated
        if not any(_commitment_likeness(label, one) >= COMMITMENT_LIKENESS for label in labels)
    )
    return {"dated promises": tally}


def _is_dated_promise(label: Values) -> bool:
    counts = not label.get("optional") and not label.get("damaged")
    return counts and label.get("strength", "promise") == "promise" and _day(label) is not None


def _day(label: Values) -> str | None:
    due = label["due"][0] if isinstance(label["due"], list) and label["due"] else label["due"]
    return due["date"] if due else None


def _commitment_likeness(label: Values, commitment: Values) -> float:
    whole = ratio(label["text"], commitment["text"], COMMITMENT_LIKENESS)
    return whole or overlap(label["text"], commitment["text"]) * (COMMITMENT_LIKENESS + 1) / 2


def _wanted(label: Values) -> bool:
    if label.get("optional") or label.get("damaged"):
        return False
    return label.get("strength", "promise") == "promise" or bool(label.get("due"))


def score_figures(case: Case, record: Values) -> Tallies:
    """Figures by value and wording; minor ones and values that are no number count neither way."""
    tallies: Tallies = {"figures": Tally()}
    labels, given = case.labels.get("figures"), record["figures"]
    if labels is None:
        return tallies
    joined = pair(labels, given, _figure_likeness, FIGURE_OVERLAP)
    for index, label in enumerate(labels):
        if label.get("minor") or label.get("optional") or _number(label["value"]) is None:
            continue
        found = given[joined[index]] if index in joined else None
        _present(tallies["figures"], f"{label['value']} {label['unit']}: {label['text']}", found)
    used = set(joined.values())
    tallies["figures"].wrong.extend(
        f"{figure['value']} {figure['unit']}: {figure['text']}"
        for index, figure in enumerate(given)
        if index not in used
    )
    return tallies


def _figure_likeness(label: Values, figure: Values) -> float:
    number = _number(label["value"])
    if number is not None and number != (figure["value"], figure["to"]):
        return 0.0
    return overlap(label["text"], figure["text"])


def _number(value: object) -> tuple[float, float | None] | None:
    """A labelled value as a number or the two ends of a range; None where it is neither."""
    if isinstance(value, int | float):
        return float(value), None
    printed = str(value).strip()
    if match := _RANGE.match(printed):
        return float(match[1]), float(match[2])
    try:
        return float(printed), None
    except ValueError:
        return None
