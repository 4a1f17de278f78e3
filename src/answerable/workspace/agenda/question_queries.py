"""Questions of a forum: those that wait, those that were chosen, and what became of the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.http import Http404

from answerable.accounts.shown import shows
from answerable.agendas.models import Question
from answerable.core.agenda.questions import CHOSEN, WAITING
from answerable.meetings.models import Forum, Meeting
from answerable.workspace.here import Here

MOST_MEETINGS = 50  # ahead, that a question can be chosen for


def forum_at(here: Here, key: int) -> Forum:
    """Raises Http404."""
    found = Forum.objects.filter(pk=key, office_id=here.office_id).first()
    if found is None:
        raise Http404("There is no such forum.")
    return found


def question_at(here: Here, key: int) -> Question:
    """Raises Http404."""
    rows = here.sees(Question.objects.filter(office_id=here.office_id, pk=key))
    found = rows.select_related("forum", "meeting", "item__meeting", "taken_by").first()
    if found is None:
        raise Http404("There is no such question.")
    return found


def backlog(here: Here, forum: Forum, state: str | None) -> QuerySet[Question]:
    """A forum's questions, those that wait first; of one state where that is asked for."""
    rows = here.sees(Question.objects.filter(forum=forum, office_id=here.office_id))
    rows = rows.filter(state=state) if state else rows
    order = Case(
        *(When(state=name, then=Value(at)) for at, name in enumerate([*WAITING, CHOSEN])),
        default=Value(len(WAITING) + 1), output_field=IntegerField(),
    )  # fmt: skip
    return rows.select_related("meeting", "item").order_by(order, "taken_at", "pk")


def for_meeting(here: Here, meeting: Meeting) -> QuerySet[Question]:
    """Those chosen for a meeting, those taken for it, and those of its forum that wait without one."""
    rows = here.sees(Question.objects.filter(office_id=here.office_id, forum_id=meeting.forum_id))
    ours = Q(meeting=meeting) | Q(meeting=None, state__in=WAITING)
    chosen_last = Case(When(state__in=WAITING, then=Value(0)), default=Value(1), output_field=IntegerField())
    return rows.filter(ours).select_related("meeting", "item").order_by(chosen_last, "taken_at", "pk")


def meetings_ahead(here: Here, forum: Forum) -> list[Meeting]:
    """Those that a question can be chosen for. One query."""
    rows = Meeting.objects.filter(forum=forum, office_id=here.office_id, state=Meeting.State.PLANNED)
    return list(rows.filter(date__gte=here.today).order_by("date")[:MOST_MEETINGS])


class Asker:
    """Who asked a question, as far as the reader may know: the name of one of the public is restricted
    unless it may be public, and whoever is shown it leaves an event."""

    def __init__(self, here: Here, question: Question) -> None:
        named = question.asked_by and question.origin == Question.Origin.PUBLIC
        self.restricted = bool(named) and not question.name_is_public
        self.about = ("agendas.question", question.pk)
        self.hidden = self.restricted and not here.actor.sees_restricted
        nameless = "The public" if question.origin == Question.Origin.PUBLIC else "The office"
        self.name = nameless if self.hidden else question.asked_by or nameless


def with_askers(request: Any, here: Here, questions: Sequence[Question]) -> list[tuple[Question, Asker]]:
    """The questions with who asked; names that are shown though they are restricted leave an event."""
    found = [(one, Asker(here, one)) for one in questions]
    shows(request, *(asker for _, asker in found if not asker.hidden))
    return found
