"""The addresses of those who work with the record, as a table of contents."""

from __future__ import annotations

from django.urls import path

from answerable.workspace.action.views import action
from answerable.workspace.forums.views import forums, succeed
from answerable.workspace.front.views import front
from answerable.workspace.meeting.views import meeting
from answerable.workspace.meetings.views import meetings
from answerable.workspace.people.views import people, person, post, posts
from answerable.workspace.register.views import register, register_csv
from answerable.workspace.review.deciding import correct, decide_candidate, decide_update, settle
from answerable.workspace.review.views import review, review_meeting
from answerable.workspace.search.views import search_page
from answerable.workspace.source.views import source
from answerable.workspace.topics.views import decide as decide_topic
from answerable.workspace.topics.views import topic, topics

urlpatterns = [
    path("", front, name="front"),
    path("meetings/", meetings, name="meetings"),
    path("meetings/<int:key>/", meeting, name="meeting"),
    path("meetings/forums/", forums, name="forums"),
    path("meetings/forums/<int:key>/succeed", succeed, name="succeed"),
    path("actions/", register, name="actions"),
    path("actions.csv", register_csv, name="actions_csv"),
    path("actions/<int:key>/", action, name="action"),
    path("topics/", topics, name="topics"),
    path("topics/<int:key>/", topic, name="topic"),
    path("topics/<int:key>/decide", decide_topic, name="decide_topic"),
    path("people/", people, name="people"),
    path("people/<int:key>/", person, name="person"),
    path("people/posts/", posts, name="posts"),
    path("people/posts/<int:key>/", post, name="post"),
    path("search/", search_page, name="search"),
    path("source/<slug:kind>/<int:key>/", source, name="source"),
    path("review/", review, name="review"),
    path("review/meetings/<int:key>/", review_meeting, name="review_meeting"),
    path("review/meetings/<int:key>/correct", correct, name="correct"),
    path("review/warnings/<int:key>/settle", settle, name="settle"),
    path("review/updates/<int:key>/decide", decide_update, name="decide_update"),
    path("review/candidates/<int:key>/decide", decide_candidate, name="decide_candidate"),
]
