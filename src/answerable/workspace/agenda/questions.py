"""Questions: the backlog of a forum, the page of a meeting's questions, and one question with its answer."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from answerable.accounts.doing import do
from answerable.agendas.models import Question
from answerable.agendas.operations import asking
from answerable.agendas.queries import question_version
from answerable.components import words
from answerable.core.agenda.questions import ANSWERED, CHOSEN, DECISIONS, DONE, NAMES, NEEDS_REASON, why_not
from answerable.meetings.models import Forum, Meeting
from answerable.web.address import LARGEST_ID, Asked, Problem
from answerable.web.address import asked as in_address
from answerable.web.clash import chosen, seen_in
from answerable.web.paging import page_of
from answerable.workspace.agenda import queries
from answerable.workspace.agenda import question_queries as found
from answerable.workspace.agenda.operations import decide_questions
from answerable.workspace.here import Here, here

ORIGINS = dict(Question.Origin.choices)


def backlog(request: HttpRequest, key: int) -> HttpResponse:
    """Every question of a forum: those that wait first."""
    at = here(request)
    return _page(request, at, found.forum_at(at, key))


def of_meeting(request: HttpRequest, key: int) -> HttpResponse:
    """The questions that were chosen for a meeting, and those that could be."""
    at = here(request)
    meeting = queries.meeting_at(at, key)
    return _page(request, at, meeting.forum, meeting)


def take(request: HttpRequest, key: int) -> HttpResponse:
    """A new question for the forum."""
    at = here(request)
    forum, meeting = found.forum_at(at, key), _meeting_of(request, at, key)
    sent = Asked(request.POST.dict())
    _check_text(sent)
    if sent.text("origin") not in ORIGINS:
        sent.problems.append(Problem("origin", "Say whether the question is the office’s or the public’s"))
    if sent.problems:
        return _page(request, at, forum, meeting, taken=sent)
    what = {**_words(sent), "origin": sent.text("origin")}
    do(request, "Taken. It waits until somebody decides about it.", asking.take_question, forum=forum, **what)
    return _back(forum, meeting)


def decide(request: HttpRequest, key: int) -> HttpResponse:
    """Choose, park or decline the questions that were ticked."""
    at = here(request)
    forum, meeting = found.forum_at(at, key), _meeting_of(request, at, key)
    sent = Asked(request.POST.dict())
    state, ticked = sent.text("state"), _ticked(request)
    rows = at.sees(Question.objects.filter(forum=forum, office_id=at.office_id, pk__in=ticked))
    questions = [(one, ticked[one.pk]) for one in rows]
    _check_decision(sent, state, bool(questions), meeting)
    if sent.problems:
        return _page(request, at, forum, meeting, decided=sent, ticked=set(ticked))
    said = f"{words.plural(len(questions), 'question')} {DONE[state]}."
    do(
        request, said, decide_questions, forum=forum, questions=questions, state=state, meeting=meeting,
        why=request.POST.get("why", ""),
    )  # fmt: skip
    return _back(forum, meeting)


def question(request: HttpRequest, key: int) -> HttpResponse:
    """One question, and what became of it."""
    at = here(request)
    return _one(request, at, found.question_at(at, key))


def change(request: HttpRequest, key: int) -> HttpResponse:
    """Its words, and who asked it."""
    at = here(request)
    one = found.question_at(at, key)
    sent = Asked(chosen(request.POST.dict()))
    sent = Asked({"text": one.text, "asked_by": one.asked_by, **sent.values})
    _check_text(sent)
    if sent.problems:
        return _one(request, at, one, changed=sent)
    do(request, "Changed.", asking.change_question, question=one, seen=seen_in(request.POST), **_words(sent))
    return redirect("question", key)


def answer(request: HttpRequest, key: int) -> HttpResponse:
    """What was answered, by whom and when."""
    at = here(request)
    one = found.question_at(at, key)
    held = {"answer": one.answer, "answered_by": one.answered_by, "answered_on": str(one.answered_on or "")}
    sent = Asked({**held, **chosen(request.POST.dict())})
    for name, what in (("answer", "what was answered"), ("answered_by", "who answered")):
        if not sent.values.get(name, "").strip():
            sent.problems.append(Problem(name, f"Write {what}"))
    day = sent.date("answered_on", "the day of the answer")
    if day is None and sent.error("answered_on") is None:
        sent.problems.append(Problem("answered_on", "Write the day of the answer"))
    if sent.problems or day is None:
        return _one(request, at, one, answered=sent)
    do(
        request, "The answer is on the record.", asking.answer_question, question=one,
        answer=sent.values["answer"], answered_by=sent.values["answered_by"], answered_on=day,
        seen=seen_in(request.POST),
    )  # fmt: skip
    return redirect("question", key)


def _page(
    request: HttpRequest, at: Here, forum: Forum, meeting: Meeting | None = None, *,
    taken: Asked | None = None, decided: Asked | None = None, ticked: set[int] | None = None,
) -> HttpResponse:  # fmt: skip
    """The page of a forum's questions, or of a meeting's, with what was typed and what is wrong with it."""
    values = in_address(request)
    state = values.choice("state", NAMES, "what became of them") if meeting is None else None
    rows = found.for_meeting(at, meeting) if meeting else found.backlog(at, forum, state)
    page = page_of(request, rows)
    problems = [*(taken.problems if taken else []), *(decided.problems if decided else []), *values.problems]
    context = {
        "at": at, "forum": forum, "meeting": meeting, "page": page, "state": state, "names": NAMES,
        "questions": found.with_askers(request, at, page.rows), "ahead": found.meetings_ahead(at, forum),
        "taken": taken or Asked({}), "decided": decided or Asked({}), "ticked": ticked or set(),
        "problems": problems, "decisions": DECISIONS, "origins": ORIGINS, "why_not": why_not,
    }  # fmt: skip
    return render(request, "workspace/agenda/questions.html", context, status=400 if problems else 200)


def _one(
    request: HttpRequest,
    at: Here,
    one: Question,
    *,
    changed: Asked | None = None,
    answered: Asked | None = None,
) -> HttpResponse:
    problems = (changed or answered or Asked({})).problems
    ((_, asker),) = found.with_askers(request, at, [one])
    held = {"text": one.text, "asked_by": one.asked_by, "name_is_public": "yes" if one.name_is_public else ""}
    given = {
        "answer": one.answer, "answered_by": one.answered_by,
        "answered_on": str(one.answered_on or (one.meeting.date if one.meeting else "")),
    }  # fmt: skip
    context = {
        "at": at, "question": one, "asker": asker, "version": question_version(one), "names": NAMES,
        "changed": changed or Asked(held), "answered": answered or Asked(given), "problems": problems,
        "may_answer": why_not(one.state, ANSWERED) is None,
    }  # fmt: skip
    return render(request, "workspace/agenda/question.html", context, status=400 if problems else 200)


def _meeting_of(request: HttpRequest, at: Here, forum: int) -> Meeting | None:
    """The meeting that a form names: one of the forum, ahead."""
    wanted = Asked(request.POST.dict()).number("meeting", "a meeting")
    rows = Meeting.objects.filter(office_id=at.office_id, forum_id=forum, pk=wanted or 0)
    return rows.select_related("forum", "office").first()


def _check_text(sent: Asked) -> None:
    if not sent.values.get("text", "").strip():
        sent.problems.append(Problem("text", "Write the question"))
    elif len(sent.values["text"]) > asking.LONGEST:
        sent.problems.append(Problem("text", f"Make the question shorter than {asking.LONGEST:,} characters"))


def _check_decision(sent: Asked, state: str, any_ticked: bool, meeting: Meeting | None) -> None:
    if not any_ticked:
        sent.problems.append(Problem("question-1", "Tick the questions that you decide about"))
    if state not in DECISIONS:
        sent.problems.append(Problem("", "Say whether they are chosen, parked or declined"))
    elif state in NEEDS_REASON and not sent.text("why"):
        sent.problems.append(Problem("why", NEEDS_REASON[state]))
    elif state == CHOSEN and meeting is None:
        sent.problems.append(Problem("meeting", "Choose the meeting that the questions are for"))


def _words(sent: Asked) -> dict[str, object]:
    values = sent.values
    return {
        "text": values["text"],
        "asked_by": values.get("asked_by", ""),
        "name_is_public": values.get("name_is_public") == "yes",
    }


def _ticked(request: HttpRequest) -> dict[int, str]:
    """The questions that were ticked, each with the state that it was shown in: "7-taken"."""
    parts = [value.partition("-") for value in request.POST.getlist("question")]
    known = [(key, state) for key, _, state in parts if key.isascii() and key.isdigit() and state in NAMES]
    return {int(key): state for key, state in known if len(key) < len(str(LARGEST_ID))}


def _back(forum: Forum, meeting: Meeting | None) -> HttpResponse:
    return redirect("meeting_questions", meeting.pk) if meeting else redirect("questions", forum.pk)
