"""Writes of meetings: storing what was minuted, planning the year, moving and cancelling, deadlines."""

from answerable.meetings.operations.deadlines import change_deadline, meet_deadline, note_met
from answerable.meetings.operations.feeds import renew_feed, stop_feed
from answerable.meetings.operations.forums import make_forum, set_forum
from answerable.meetings.operations.moving import cancel_planned, move_meeting
from answerable.meetings.operations.planning import NewDay, edit_planned, plan_days, plan_meeting
from answerable.meetings.operations.storing import (
    add_meetings,
    ensure_forum,
    mark_settled,
    replace_meeting,
    row_ids,
    settle_people,
    settle_warning,
    succeed_forum,
    write,
)
from answerable.meetings.operations.topic_links import (
    Place,
    link_topics,
    move_all,
    move_back,
    move_some,
    tie_place,
    untie_place,
)

__all__ = [
    "NewDay",
    "Place",
    "add_meetings",
    "cancel_planned",
    "change_deadline",
    "edit_planned",
    "ensure_forum",
    "link_topics",
    "make_forum",
    "mark_settled",
    "meet_deadline",
    "move_all",
    "move_back",
    "move_meeting",
    "move_some",
    "note_met",
    "plan_days",
    "plan_meeting",
    "renew_feed",
    "replace_meeting",
    "row_ids",
    "set_forum",
    "settle_people",
    "settle_warning",
    "stop_feed",
    "succeed_forum",
    "tie_place",
    "untie_place",
    "write",
]
