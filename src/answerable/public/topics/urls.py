"""The addresses of topics."""

from __future__ import annotations

from django.urls import path

from answerable.public.topics import views
from answerable.web.policy import shows

urlpatterns = [
    path("<slug:office>/topics", shows(views.topics), name="public_topics"),
    path("<slug:office>/topics/<slug:topic>", shows(views.topic), name="public_topic"),
    path("<slug:office>/topics/<slug:topic>.csv", shows(views.topic_csv), name="public_topic_csv"),
    path("<slug:office>/topics/<slug:topic>.json", shows(views.topic_json), name="public_topic_json"),
]
