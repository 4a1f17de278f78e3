"""The addresses of: terms of reference and briefing notes: asked for, sent in, judged."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.papers import files, notes, templates, terms, views

READ, SET = Permission.READ_PAPERS, Permission.SET_TERMS
SEND, JUDGE = Permission.SEND_NOTES, Permission.JUDGE_NOTES

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.papers), name="papers"),
    path("judgements/", reads(READ, views.judgements), name="judgements"),
    path("meetings/<int:key>/", reads(READ, views.meeting), name="papers_meeting"),
    path("meetings/<int:key>/points", writes(SET, terms.add), name="terms_add"),
    path("meetings/<int:key>/copy", writes(SET, terms.copy), name="terms_copy"),
    path("meetings/<int:key>/introduction", writes(SET, terms.introduction), name="terms_introduction"),
    path("meetings/<int:key>/send", writes(SET, terms.send), name="terms_send"),
    path("meetings/<int:key>/terms.<slug:form>", reads(READ, files.terms_file), name="terms_file"),
    path("meetings/<int:key>/notes", writes(SEND, notes.send), name="note_send"),
    path("points/<int:key>/", form(SET, terms.point), name="point"),
    path("points/<int:key>/topic", writes(SET, terms.tie), name="point_tie"),
    path("points/<int:key>/move", writes(SET, terms.move), name="point_move"),
    path("points/<int:key>/remove", writes(SET, terms.remove), name="point_remove"),
    path("templates/", reads(SET, templates.templates), name="templates"),
    path("templates/new", form(SET, templates.new), name="template_new"),
    path("templates/<int:key>/", form(SET, templates.template), name="template"),
    path("templates/<int:key>/remove", writes(SET, templates.remove), name="template_remove"),
    path("versions/<int:key>/", reads(READ, notes.version), name="note_version"),
    path("versions/<int:key>/parts", writes(Permission.ANSWER_POINTS, notes.parts), name="note_parts"),
    path("versions/<int:key>/coverage", writes(JUDGE, notes.coverage), name="note_coverage"),
    path("versions/<int:key>/judge", writes(JUDGE, notes.judgement), name="note_judge"),
]
