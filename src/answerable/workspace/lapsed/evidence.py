"""What was looked for and not found: which meetings were searched, and the nearest thing they said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from django.db.models import QuerySet

from answerable.actions.models import Action, Commitment, Silence
from answerable.actions.operations.living import UNFINISHED
from answerable.core.actions.life import Mention, followed_by
from answerable.core.actions.nearest import is_mention, shared_words
from answerable.meetings.models import Entry, Forum, Meeting
from answerable.workspace.here import Here


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many meetings, from when to when, and the nearest entry, None where there is none to be shown.

    ``hidden``: there is one, which not everybody may see; ``mentions``: it is near enough to be about it.
    """

    silence: Silence
    nearest: Entry | None
    hidden: bool = False
    mentions: bool = False

    @property
    def alike(self) -> str:
        """How near the nearest comes: "41% alike"."""
        return f"{round((self.silence.score or 0) * 100)}% alike"


def evidence_of(here: Here, row: Action | Commitment) -> Evidence | None:
    """Of one that was read with its silence and the nearest entry; None where no meeting came after it."""
    silence: Silence | None = getattr(row, "silence", None)
    if silence is None:
        return None
    near = silence.nearest
    hidden = near is not None and near.restricted and not here.actor.sees_restricted
    if near is None or hidden:
        return Evidence(silence, None, hidden)
    score = silence.score or 0
    return Evidence(silence, near, mentions=is_mention(score, shared_words(row.text, near.text)))


def searched(here: Here, row: Action | Commitment) -> QuerySet[Meeting]:
    """The meetings that should have spoken of it, in order; none where there are none."""
    silence: Silence | None = getattr(row, "silence", None)
    if silence is None:
        return Meeting.objects.none()
    held = Meeting.objects.filter(
        office_id=here.office_id, forum__in=_forums(row, _successors(here)), state=Meeting.State.HELD,
        date__gte=silence.first, date__lte=silence.last,
    )  # fmt: skip
    return held.exclude(minutes_state__in=UNFINISHED).select_related("forum").order_by("date", "pk")


def _forums(row: Action | Commitment, successors: Mapping[object, object]) -> list[int]:
    meeting = row.meeting
    told = [Mention(meeting.date, "given", meeting.forum_id)]
    if isinstance(row, Action):
        told.append(Mention(meeting.date, "referred", row.forum_id, to_forum=row.forum_id))
    return cast(list[int], list(followed_by(told, successors)))


def _successors(here: Here) -> Mapping[object, object]:
    succeeding = Forum.objects.filter(office_id=here.office_id).exclude(succeeds=None)
    return dict(succeeding.order_by("id").values_list("succeeds_id", "id"))
