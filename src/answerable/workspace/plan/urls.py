"""The addresses of the forward plan: the year, its deadlines, what was moved, and how each forum meets."""

from __future__ import annotations

from django.urls import path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.plan.changing import cancel, deadline, edit, move, take_off
from answerable.workspace.plan.feeds import feed, feed_page, plan_ics
from answerable.workspace.plan.making import new, year
from answerable.workspace.plan.views import plan, planned

READ, PLAN = Permission.READ_RECORD, Permission.PLAN_MEETINGS

urlpatterns = [
    path("", reads(READ, plan), name="plan"),
    path("new", form(PLAN, new), name="plan_new"),
    path("year", form(PLAN, year), name="plan_year"),
    path("plan.ics", reads(READ, plan_ics), name="plan_ics"),
    path("calendar", form(READ, feed_page), name="plan_feed_page"),
    path("calendar/<str:secret>.ics", reads(Permission.OPEN_PAGES, feed), name="plan_feed"),
    path("meetings/<int:key>/", reads(READ, planned), name="planned"),
    path("meetings/<int:key>/edit", form(PLAN, edit), name="plan_edit"),
    path("meetings/<int:key>/move", form(PLAN, move), name="plan_move"),
    path("meetings/<int:key>/cancel", form(PLAN, cancel), name="plan_cancel"),
    path("meetings/<int:key>/take-off", writes(PLAN, take_off), name="plan_take_off"),
    path("meetings/<int:key>/deadlines/<slug:kind>", form(PLAN, deadline), name="plan_deadline"),
]
