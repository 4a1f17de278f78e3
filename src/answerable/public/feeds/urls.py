"""The addresses of feeds, of the calendar, and of what was published in other people's formats."""

from __future__ import annotations

from django.urls import path

from answerable.public.feeds import standards, views
from answerable.web.policy import shows

MEETING = "<slug:office>/<slug:forum>/<slug:date>"

urlpatterns = [
    path("<slug:office>/feeds/meetings.atom", shows(views.meetings), name="feed_meetings"),
    path("<slug:office>/feeds/actions.atom", shows(views.actions), name="feed_actions"),
    path("<slug:office>/feeds/publications.atom", shows(views.publications), name="feed_publications"),
    path("<slug:office>/feeds/search.atom", shows(views.search), name="feed_search"),
    path("<slug:office>/feeds/topics/<slug:topic>.atom", shows(views.topic), name="feed_topic"),
    path("<slug:office>/feeds/meetings.ics", shows(views.calendar), name="feed_calendar"),
    path("<slug:office>/data/popolo.json", shows(standards.popolo), name="popolo"),
    path(
        "<slug:office>/data/accountability.schema.json",
        shows(standards.accountability_schema),
        name="accountability_schema",
    ),
    path(f"{MEETING}/minutes.akn.xml", shows(standards.minutes), name="minutes_akn"),
    path(f"{MEETING}/accountability.json", shows(standards.accountability), name="accountability"),
]
