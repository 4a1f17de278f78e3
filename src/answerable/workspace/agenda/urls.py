"""The addresses of: agendas: written by themselves, changed by people, sent out with their pack."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.agenda import changing, packs, questions, views

READ, DRAFTS, WRITE = Permission.READ_AGENDAS, Permission.READ_DRAFTS, Permission.WRITE_AGENDAS

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.agendas), name="agendas"),
    path("<int:key>/", reads(READ, views.agenda), name="agenda"),
    path("<int:key>/<int:number>/", reads(READ, views.frozen), name="frozen_agenda"),
    path("<int:key>/arising/", reads(DRAFTS, views.arising), name="arising"),
    path("<int:key>/pack/", reads(READ, packs.pack), name="pack"),
    path("<int:key>/pack.<slug:suffix>", reads(READ, packs.pack_file), name="pack_file"),
    path("<int:key>/write", writes(WRITE, changing.write), name="write_agenda"),
    path("<int:key>/add", writes(WRITE, changing.add), name="add_item"),
    path("<int:key>/put-back", writes(WRITE, changing.put_back), name="put_back_item"),
    path("<int:key>/send-out", writes(WRITE, changing.send_out), name="send_out_agenda"),
    path("<int:key>/questions/", reads(DRAFTS, questions.of_meeting), name="meeting_questions"),
    path("forums/<int:key>/questions/", reads(DRAFTS, questions.backlog), name="questions"),
    path("forums/<int:key>/questions/take", writes(WRITE, questions.take), name="take_question"),
    path("forums/<int:key>/questions/decide", writes(WRITE, questions.decide), name="decide_questions"),
    path("questions/<int:key>/", reads(DRAFTS, questions.question), name="question"),
    path("questions/<int:key>/change", writes(WRITE, questions.change), name="change_question"),
    path("questions/<int:key>/answer", writes(WRITE, questions.answer), name="answer_question"),
    path("items/<int:key>/", form(WRITE, changing.change), name="agenda_item"),
    path("items/<int:key>/move", writes(WRITE, changing.move), name="move_item"),
    path("items/<int:key>/take-off", writes(WRITE, changing.take_off), name="take_off_item"),
    path("items/<int:key>/carry", form(WRITE, changing.carry), name="carry_item"),
]
