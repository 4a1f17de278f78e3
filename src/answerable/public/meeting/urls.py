"""The addresses of forums, meetings and their items. They come last: any word may be a forum's."""

from __future__ import annotations

from django.urls import path

from answerable.public.meeting.listing import all_meetings, forum
from answerable.public.meeting.views import agenda, entry, item, meeting, version
from answerable.web.policy import shows

MEETING = "<slug:office>/<slug:forum>/<slug:date>"

urlpatterns = [
    path("<slug:office>/meetings", shows(all_meetings), name="public_meetings"),
    path("<slug:office>/<slug:forum>", shows(forum), name="public_forum"),
    path(MEETING, shows(meeting), name="public_meeting"),
    path(f"{MEETING}/agenda", shows(agenda), name="public_agenda"),
    path(f"{MEETING}/version/<int:number>", shows(version), name="public_version"),
    path(f"{MEETING}/item/<str:number>", shows(item), name="public_item"),
    path(f"{MEETING}/entry/<slug:number>", shows(entry), name="public_entry"),
]
