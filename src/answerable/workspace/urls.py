"""The addresses of those who work with the record, as a table of contents."""

from __future__ import annotations

from django.urls import include, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.forums.contact import contact
from answerable.workspace.forums.settings import forum, settings, standing, words
from answerable.workspace.forums.settings import new as new_forum
from answerable.workspace.forums.views import forums, succeed
from answerable.workspace.front.views import front
from answerable.workspace.imports.views import imports, send, upload
from answerable.workspace.marking.views import marking, restricted
from answerable.workspace.meeting.views import meeting
from answerable.workspace.meetings.views import meetings
from answerable.workspace.people.views import people, person, post, posts
from answerable.workspace.register.many import many
from answerable.workspace.register.undated import undated
from answerable.workspace.register.views import register, register_csv
from answerable.workspace.review.deciding import correct, decide_candidate, decide_update, settle
from answerable.workspace.review.views import review, review_meeting
from answerable.workspace.search.views import search_page
from answerable.workspace.source.views import source
from answerable.workspace.trail.views import head, trail

READ = Permission.READ_RECORD
DOUBTS = Permission.READ_REVIEW
REVIEW = Permission.REVIEW_RECORD

urlpatterns = [
    path("", reads(READ, front), name="front"),
    path("meetings/", reads(READ, meetings), name="meetings"),
    path("meetings/<int:key>/", reads(READ, meeting), name="meeting"),
    path("meetings/forums/", reads(READ, forums), name="forums"),
    path("meetings/forums/new", form(Permission.SET_FORUMS, new_forum), name="forum_new"),
    path("meetings/forums/words", form(Permission.SET_FORUMS, words), name="words"),
    path("meetings/forums/contact", form(Permission.SET_FORUMS, contact), name="contact"),
    path("meetings/forums/<int:key>/", reads(READ, forum), name="forum"),
    path("meetings/forums/<int:key>/settings", form(Permission.SET_FORUMS, settings), name="forum_settings"),
    path("meetings/forums/<int:key>/standing", form(Permission.SET_FORUMS, standing), name="forum_standing"),
    path("meetings/forums/<int:key>/succeed", writes(Permission.DECIDE_FORUMS, succeed), name="succeed"),
    path("actions/", reads(READ, register), name="actions"),
    path("actions/undated", form(Permission.FOLLOW_ACTIONS, undated), name="actions_undated"),
    path("actions/many", form(Permission.CLOSE_ACTIONS, many), name="actions_many"),
    path("actions.csv", reads(READ, register_csv), name="actions_csv"),
    path("actions/", include("answerable.workspace.action.urls")),
    path("topics/", include("answerable.workspace.topics.urls")),
    path("people/", reads(READ, people), name="people"),
    path("people/<int:key>/", reads(READ, person), name="person"),
    path("people/posts/", reads(READ, posts), name="posts"),
    path("people/posts/<int:key>/", reads(READ, post), name="post"),
    path("people/posts/", include("answerable.workspace.posts.urls")),
    path("search/", reads(READ, search_page), name="search"),
    path("source/<slug:kind>/<int:key>/", reads(READ, source), name="source"),
    path("restricted/", reads(Permission.READ_RESTRICTED, restricted), name="restricted"),
    path("restricted/<slug:kind>/<int:key>/", form(Permission.MARK, marking), name="marking"),
    path("audit/", reads(Permission.READ_AUDIT, trail), name="audit"),
    path("audit/head.txt", reads(Permission.OPEN_PAGES, head), name="audit_head"),
    path("review/", reads(DOUBTS, review), name="review"),
    path("review/meetings/<int:key>/", reads(DOUBTS, review_meeting), name="review_meeting"),
    path("review/meetings/<int:key>/correct", writes(REVIEW, correct), name="correct"),
    path("review/warnings/<int:key>/settle", writes(REVIEW, settle), name="settle"),
    path("review/updates/<int:key>/decide", writes(REVIEW, decide_update), name="decide_update"),
    path("review/candidates/<int:key>/decide", writes(REVIEW, decide_candidate), name="decide_candidate"),
    path("imports/", reads(Permission.READ_IMPORTS, imports), name="imports"),
    path("imports/send", writes(Permission.IMPORT_MINUTES, send), name="send_files"),
    path("imports/<int:key>/", reads(Permission.READ_IMPORTS, upload), name="upload"),
    path("plan/", include("answerable.workspace.plan.urls")),
    path("papers/", include("answerable.workspace.papers.urls")),
    path("agendas/", include("answerable.workspace.agenda.urls")),
    path("minutes/", include("answerable.workspace.live.urls")),
    path("assurance/", include("answerable.workspace.assurance.urls")),
    path("approval/", include("answerable.workspace.approval.urls")),
    path("owed/", include("answerable.workspace.owed.urls")),
    path("mail/", include("answerable.workspace.mail.urls")),
    path("awaited/", include("answerable.workspace.awaited.urls")),
    path("promises/", include("answerable.workspace.promises.urls")),
    path("lapsed/", include("answerable.workspace.lapsed.urls")),
    path("revisits/", include("answerable.workspace.revisits.urls")),
    path("asked-before/", include("answerable.workspace.before.urls")),
    path("plans/", include("answerable.workspace.plans.urls")),
    path("inspections/", include("answerable.workspace.inspections.urls")),
    path("funding/", include("answerable.workspace.funding.urls")),
    path("figures/", include("answerable.workspace.figures.urls")),
    path("measures/load/", include("answerable.workspace.loading.urls")),
    path("measures/moved/", include("answerable.workspace.measured.urls")),
    path("measures/proposed/", include("answerable.workspace.proposed.urls")),
    path("measures/", include("answerable.workspace.measures.urls")),
    path("reports/", include("answerable.workspace.reports.urls")),
    path("publishing/", include("answerable.workspace.publishing.urls")),
    path("decisions/", include("answerable.workspace.decisions.urls")),
    path("scheme/", include("answerable.workspace.scheme.urls")),
]
