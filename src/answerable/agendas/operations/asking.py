"""Questions of the office and of the public: taken, decided about, answered on the record."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from answerable.accounts.models import User
from answerable.agendas.models import Proposal, Question
from answerable.agendas.queries import question_version
from answerable.audit import operations as audit
from answerable.audit.queries import who_changed
from answerable.core.agenda.questions import ANSWERED, CHOSEN, NEEDS_REASON, why_not
from answerable.core.clash import Choice, Clash, Gone
from answerable.core.permissions.markings import Marking, Why
from answerable.core.refusal import Refusal
from answerable.meetings.models import Forum, Meeting
from answerable.offices.operations import hold_office

TAKE, CHANGE, ANSWER = "agendas.take_question", "agendas.change_question", "agendas.answer_question"
LONGEST = 5000  # characters of a question or an answer: two pages
LONGEST_NAME = 200
RESTRICTED = {
    "restricted": True, "marking": Marking.RESTRICTED, "marking_why": Why.OTHER,
    "marking_note": "What it asks about is restricted.",
}  # fmt: skip


@transaction.atomic
def take_question(
    *, forum: Forum, text: str, origin: str, asked_by: str = "", name_is_public: bool = False,
    restricted: bool = False, by: User, at: dt.datetime,
) -> Question:  # fmt: skip
    """A new question, which waits in the forum's backlog; ``restricted`` as what it asks about is.

    Raises Refusal.
    """
    hold_office(forum.office_id)
    made = kept_question(
        forum=forum, text=text, origin=origin, asked_by=asked_by, name_is_public=name_is_public,
        restricted=restricted, by=by, at=at,
    )  # fmt: skip
    audit.record(
        by=by, at=at, operation=TAKE, office_id=forum.office_id, about=[made, forum],
        summary=f"Took a question of {made.get_origin_display().lower()} for {forum}.",
    )  # fmt: skip
    return made


def kept_question(
    *, forum: Forum, text: str, origin: str, asked_by: str = "", name_is_public: bool = False,
    restricted: bool = False, by: User, at: dt.datetime,
) -> Question:  # fmt: skip
    """A new question in the backlog. Part of a larger write. Raises Refusal."""
    what = _texts(text, asked_by, name_is_public, origin) | (RESTRICTED if restricted else {})
    return Question.objects.create(
        office_id=forum.office_id, forum=forum, origin=origin, taken_at=at, taken_by=by, **what
    )


@transaction.atomic
def change_question(
    *, question: Question, text: str, asked_by: str, name_is_public: bool, seen: str | None = None, by: User,
    at: dt.datetime,
) -> None:  # fmt: skip
    """Put a question's words right, or who asked it. Raises Clash, Gone, Refusal."""
    hold_office(question.office_id)
    held = held_question(question.pk)
    what = _texts(text, asked_by, name_is_public, held.origin)
    if seen and question_version(held) != seen:
        raise _clash(held, what)
    _save(held, what)
    audit.record(
        by=by, at=at, operation=CHANGE, office_id=held.office_id, about=held,
        summary=f"Changed a question for {held.forum}.",
    )  # fmt: skip


@transaction.atomic
def answer_question(
    *, question: Question, answer: str, answered_by: str, answered_on: dt.date, seen: str | None = None,
    by: User, at: dt.datetime,
) -> None:  # fmt: skip
    """Put the answer on the record: what was said, by whom and when. Raises Clash, Gone, Refusal."""
    hold_office(question.office_id)
    held = held_question(question.pk)
    what: dict[str, Any] = {
        "answer": answer.strip(), "answered_by": answered_by.strip(), "answered_on": answered_on
    }  # fmt: skip
    if seen and question_version(held) != seen:
        raise _clash(held, what)
    _refuse(why_not(held.state, ANSWERED))
    if not what["answer"] or not what["answered_by"]:
        raise Refusal("Write what was answered, and who said it.")
    if len(what["answer"]) > LONGEST or len(what["answered_by"]) > LONGEST_NAME:
        raise Refusal(f"Make the answer shorter than {LONGEST:,} characters.")
    if answered_on > timezone.localdate(at):
        raise Refusal("Choose a day that is not ahead: an answer was given.")
    _save(held, {**what, "state": ANSWERED})
    audit.record(
        by=by, at=at, operation=ANSWER, office_id=held.office_id, about=[held, held.meeting or held.forum],
        summary=f"Put the answer to a question for {held.forum} on the record.",
    )  # fmt: skip


def decide_question(
    *,
    question: Question,
    state: str,
    meeting: Meeting | None,
    why: str,
    shown: str,
    by: User,
    at: dt.datetime,
) -> Question:
    """Choose a question for a meeting, park it or decline it. Part of a larger write. Raises Gone, Refusal.

    ``shown`` is the state that the person saw it in. The agenda item of one that was chosen before is for
    the larger write to take off.
    """
    held = held_question(question.pk)
    if held.state != shown:
        raise Refusal(f"Somebody decided about a question meanwhile: “{held.text[:80]}”. Look again.")
    _refuse(why_not(held.state, state))
    if state in NEEDS_REASON and not why.strip():
        raise Refusal(f"{NEEDS_REASON[state]}.")
    held.state, held.why = state, "" if state == CHOSEN else why.strip()[:LONGEST]
    held.meeting = meeting if state == CHOSEN else None
    held.item = None
    held.save(update_fields=["state", "why", "meeting", "item"])
    if state == CHOSEN:
        Proposal.objects.filter(meeting=meeting, key=f"question:{held.pk}", item=None).delete()
    return held


def held_question(key: int) -> Question:
    """A question as it is now. Raises Gone."""
    found = Question.objects.select_related("forum", "meeting", "item__meeting").filter(pk=key).first()
    if found is None:
        raise Gone("this question")
    return found


def _texts(text: str, asked_by: str, name_is_public: bool, origin: str) -> dict[str, Any]:
    if not text.strip():
        raise Refusal("Write the question.")
    if len(text) > LONGEST:
        raise Refusal(f"Make the question shorter than {LONGEST:,} characters.")
    if origin not in Question.Origin.values:
        raise Refusal("Say whether the question is the office’s or the public’s.")
    name = " ".join(asked_by.split())[:LONGEST_NAME]
    return {"text": text.strip(), "asked_by": name, "name_is_public": bool(name) and name_is_public}


def _save(held: Question, what: dict[str, Any]) -> None:
    for name, value in what.items():
        setattr(held, name, value)
    held.save(update_fields=list(what))


def _refuse(why: str | None) -> None:
    if why:
        raise Refusal(why)


def _clash(held: Question, yours: dict[str, Any]) -> Clash:
    labels = {
        "text": "Question", "asked_by": "Who asked", "answer": "Answer", "answered_by": "Who answered",
        "answered_on": "When", "name_is_public": "Whether the name may be public",
    }  # fmt: skip
    choices = [
        Choice(name, labels[name], str(getattr(held, name) or ""), str(value or ""),
               shape="long" if name in ("text", "answer") else "text")
        for name, value in yours.items()
        if getattr(held, name) != value
    ]  # fmt: skip
    who, when = who_changed(held, CHANGE, ANSWER)
    return Clash("this question", choices, who=who, at=when, version=question_version(held))
