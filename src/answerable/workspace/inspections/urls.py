"""The addresses of: inspectorates' recommendations."""

from __future__ import annotations

from django.urls import URLPattern, path

from answerable.core.permissions.table import Permission
from answerable.web.policy import form, reads, writes
from answerable.workspace.inspections import commenting, files, following, reporting, views

READ, WRITE = Permission.READ_RECORD, Permission.WRITE_PLANS
FORCE, OFFICE = Permission.COMMENT_FOR_FORCE, Permission.COMMENT_FOR_OFFICE
ONE = "recommendations/<int:key>/"

urlpatterns: list[URLPattern] = [
    path("", reads(READ, views.recommendations), name="inspections"),
    path("reports/", reads(READ, views.reports), name="inspection_reports"),
    path("new", form(WRITE, reporting.new), name="inspection_new"),
    path("<int:key>/", reads(READ, views.inspection), name="inspection"),
    path("<int:key>/edit", form(WRITE, reporting.edit), name="inspection_edit"),
    path("<int:key>/file", writes(WRITE, reporting.keep_file), name="inspection_file"),
    path("<int:key>/concerns", writes(WRITE, reporting.concerns), name="inspection_concerns"),
    path("<int:key>/recommendations", writes(WRITE, reporting.add), name="recommendations_add"),
    path("<int:key>/published", writes(WRITE, reporting.published), name="response_published"),
    path("<int:key>/taken-back", writes(WRITE, reporting.taken_back), name="response_taken_back"),
    path("<int:key>/response.<slug:form>", reads(READ, files.response_file), name="response_file"),
    path("<int:key>/force", writes(FORCE, commenting.report_for_force), name="inspection_force"),
    path("<int:key>/office", writes(OFFICE, commenting.report_for_office), name="inspection_office"),
    path(ONE, reads(READ, views.recommendation), name="recommendation"),
    path(f"{ONE}edit", form(WRITE, following.edit), name="recommendation_edit"),
    path(f"{ONE}remove", writes(WRITE, following.remove), name="recommendation_remove"),
    path(f"{ONE}superseded", writes(WRITE, following.superseded), name="recommendation_superseded"),
    path(f"{ONE}restored", writes(WRITE, following.restored), name="recommendation_restored"),
    path(f"{ONE}tie", writes(WRITE, following.tie), name="recommendation_tie"),
    path(f"{ONE}untie", writes(WRITE, following.untie), name="recommendation_untie"),
    path(f"{ONE}force", writes(FORCE, commenting.for_force), name="recommendation_force"),
    path(f"{ONE}office", writes(OFFICE, commenting.for_office), name="recommendation_office"),
    path(f"{ONE}force-state", writes(FORCE, following.state_for_force), name="recommendation_force_state"),
    path(
        f"{ONE}office-state", writes(OFFICE, following.state_for_office), name="recommendation_office_state"
    ),
]
