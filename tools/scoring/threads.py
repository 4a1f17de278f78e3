"""Scores of recurring subjects against a folder's ``threads.json``.

A thread is found when one topic joins a right item in each of two of its meetings. By items alone a topic
about something else can find it, since items are large; so a topic also has to share a word's stem with the
thread's name. A topic that finds none is false, unless it is about a medium or weak thread: those count
neither way.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from answerable.core.subjects import Offer, offer, subject_meeting
from answerable.core.subjects.plain import GENERAL, WEAK
from answerable.core.subjects.tokens import stems_of
from scoring.cases import Case, find
from scoring.run import read

MOST_MISSED = {"minutes": 0, "sample": 3}
"""Strong threads that may be missed. Those of the sample have each a word that no subject is made of: the
name of an inspectorate, a call line's number, "governance"."""

Places = set[tuple[str, str]]
"""Date of a meeting and number of an item."""


@dataclass
class Score:
    """Threads found and missed, topics that are true and false."""

    found: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    true: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    neither: list[str] = field(default_factory=list)


def report(
    console: Console, corpus: Path | None, sample: Path | None, *, full: bool = True, scans: bool = True
) -> list[str]:
    """Print the scores for every folder with threads; a line for each bar that is not reached.

    The bars: at most as many false topics as true ones, and all strong threads found (BARS says how many may
    be missed). ``full``: with every thread and topic.
    """
    below: list[str] = []
    for folder, group in ((corpus, "minutes"), (sample, "sample")):
        threads = load_threads(folder)
        cases = [case for case in find(corpus, sample) if case.group == group and threads]
        for name, chosen in _families([case for case in cases if scans or not case.scan]).items():
            score = _report_one(console, f"{group}: {name}", chosen, threads, full=full)
            below += [f"subjects of {group}: {name}: {line}" for line in under(score, MOST_MISSED[group])]
    return below


def under(score: Score, missed: int) -> list[str]:
    """The bars that a score does not reach; ``missed`` strong threads may be."""
    lines = []
    if len(score.missed) > missed:
        lines.append(f"{len(score.missed)} strong threads missed, {missed} may be")
    if len(score.false) > len(score.true):
        lines.append(f"{len(score.false)} false topics, {len(score.true)} true ones")
    return lines


def load_threads(folder: Path | None) -> list[Any]:
    if folder is None:
        return []
    for path in (folder / "threads.json", folder / "labels" / "threads.json"):
        if path.exists():
            loaded: list[Any] = json.loads(path.read_text(encoding="utf-8"))["threads"]
            return loaded
    return []


def _families(cases: Sequence[Case]) -> dict[str, list[Case]]:
    """One file of each meeting: all as text, all as DOCX, all as PDF; what is there of the sample."""
    families: dict[str, dict[str, Case]] = {}
    for case in cases:
        date = case.labels["meeting"]["date"]
        if case.group == "sample":
            families.setdefault("all files", {}).setdefault(date, case)
        elif case.path.suffix in (".txt", ".docx", ".pdf") and case.path.stem == case.path.parent.name:
            families.setdefault(case.path.suffix, {})[date] = case
    return {name: [by_date[date] for date in sorted(by_date)] for name, by_date in families.items()}


def _report_one(
    console: Console, title: str, cases: Sequence[Case], threads: Sequence[Any], *, full: bool
) -> Score:
    records = [read(case)[0] for case in cases]
    offers = offer([subject_meeting(record, key) for key, record in enumerate(records)])  # type: ignore[arg-type]
    dates = [case.labels["meeting"]["date"] for case in cases]
    known = {date: known_numbers(case) for date, case in zip(dates, cases, strict=True)}
    score = judge(offers, records, dates, threads, known)
    console.print(f"\n{title}: {len(cases)} meetings, {len(offers)} topics offered", style="bold")
    console.print(
        f"strong threads found {len(score.found)} of {len(score.found) + len(score.missed)}; "
        f"topics true {len(score.true)}, false {len(score.false)}, neither {len(score.neither)}"
    )
    if not full:
        return score
    for sign, lines in (("found ", score.found), ("missed", score.missed), ("true  ", score.true)):
        for line in lines:
            console.print(f"  {sign} {line}", markup=False, highlight=False)
    for sign, lines in (("neither", score.neither), ("false ", score.false)):
        for line in lines:
            console.print(f"  {sign} {line}", markup=False, highlight=False)
    return score


def judge(
    offers: Sequence[Offer],
    records: Sequence[Mapping[str, Any]],
    dates: Sequence[str],
    threads: Sequence[Any],
    known: Mapping[str, frozenset[str]],
) -> Score:
    """Which threads the offers find, and which offers find none.

    ``dates`` are the records' meetings', ``known`` the item numbers of each that the threads speak of.
    """
    score = Score()
    places = [_places(one, records, dates, known) for one in offers]
    by_offer: list[set[str]] = [set() for _ in offers]
    for thread in threads:
        finders = [at for at, one in enumerate(offers) if _finds(one, places[at], thread)]
        for at in finders:
            by_offer[at].add(thread["strength"])
        if thread["strength"] == "strong":
            names = ", ".join(repr(offers[at].name) for at in finders)
            (score.found if finders else score.missed).append(f"{thread['thread']} {names and 'by ' + names}")
    for one, where, strengths in zip(offers, places, by_offer, strict=True):
        line = f"{one.score:.2f} {one.name} ({', '.join(one.why)}) {sorted(where)}"
        kind = score.true if "strong" in strengths else score.neither if strengths else score.false
        kind.append(line)
    return score


def known_numbers(case: Case) -> frozenset[str]:
    """Item numbers of the text file, which threads are labelled with."""
    path = case.path.with_name("labels.json")
    labels = json.loads(path.read_text(encoding="utf-8")) if path.exists() else case.labels
    return frozenset(item["number"] for item in labels["items"] if item["number"])


def _places(
    one: Offer,
    records: Sequence[Mapping[str, Any]],
    dates: Sequence[str],
    known: Mapping[str, frozenset[str]],
) -> Places:
    """Items by number; one without a number that is known goes by the known one printed before it."""
    found: Places = set()
    for link in one.links:
        date = dates[link.meeting]
        printed = [item["number"] for item in records[link.meeting]["items"][: link.item + 1]]
        numbers = [number for number in printed if number in known[date]]
        if numbers:
            found.add((date, numbers[-1]))
    return found


def _finds(one: Offer, places: Places, thread: Mapping[str, Any]) -> bool:
    """Items joined in two meetings, and a word in common that is not everybody's."""
    joined = {
        occurrence["meeting"]
        for occurrence in thread["occurrences"]
        if any((occurrence["meeting"], item) in places for item in occurrence["items"])
    }
    words = {stem for text in _wordings(thread) for stem in stems_of(text)} - GENERAL - WEAK
    return len(joined) > 1 and bool(words & set(stems_of(one.name)))


def _wordings(thread: Mapping[str, Any]) -> list[str]:
    return [thread["thread"], *(occurrence.get("topic", "") for occurrence in thread["occurrences"])]
