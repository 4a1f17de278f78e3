"""The table: each permission, what it lets somebody do, and the roles that have it.

This is the whole of it. Pages and commands ask for a permission by its name and never for a role.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.core.permissions.roles import GIVEN, Role


class Permission(StrEnum):
    """What can be allowed."""

    OPEN_PAGES = "open-pages"
    READ_PUBLISHED = "read-published"
    OWN_ACCOUNT = "own-account"
    READ_RECORD = "read-record"
    READ_RESTRICTED = "read-restricted"
    READ_REVIEW = "read-review"
    REVIEW_RECORD = "review-record"
    DECIDE_TOPICS = "decide-topics"
    DECIDE_FORUMS = "decide-forums"
    IMPORT_MINUTES = "import-minutes"
    READ_IMPORTS = "read-imports"
    MARK = "mark"
    MANAGE_ACCOUNTS = "manage-accounts"
    READ_ACCOUNTS = "read-accounts"
    READ_AUDIT = "read-audit"
    PLAN_MEETINGS = "plan-meetings"
    SET_FORUMS = "set-forums"
    READ_PAPERS = "read-papers"
    SET_TERMS = "set-terms"
    SEND_NOTES = "send-notes"
    ANSWER_POINTS = "answer-points"
    JUDGE_NOTES = "judge-notes"
    READ_AGENDAS = "read-agendas"
    WRITE_AGENDAS = "write-agendas"
    READ_DRAFTS = "read-drafts"
    TAKE_MINUTES = "take-minutes"
    PUT_ASSURANCE = "put-assurance"
    AGREE_MINUTES = "agree-minutes"
    REMARK_ON_MINUTES = "remark-on-minutes"
    DRAFT_REPORTS = "draft-reports"
    RELEASE_REPORTS = "release-reports"
    CLOSE_ACTIONS = "close-actions"
    FOLLOW_ACTIONS = "follow-actions"
    FOLLOW_PROMISES = "follow-promises"
    SET_POSTS = "set-posts"
    WRITE_PLANS = "write-plans"
    REPORT_ON_PLANS = "report-on-plans"
    COMMENT_FOR_FORCE = "comment-for-force"
    COMMENT_FOR_OFFICE = "comment-for-office"
    SET_MEASURES = "set-measures"
    LOAD_FIGURES = "load-figures"
    DECIDE_PHASES = "decide-phases"
    READ_PUBLISHING = "read-publishing"
    PUT_FORWARD = "put-forward"
    DECIDE_PUBLICATION = "decide-publication"
    REDACT = "redact"
    KEEP_SCHEME = "keep-scheme"


@dataclass(frozen=True, slots=True)
class Grant:
    """``doing`` completes "may …"; ``writes`` says that the record is changed by it."""

    doing: str
    roles: frozenset[Role]
    writes: bool = False


def _to(*roles: Role) -> frozenset[Role]:
    return frozenset(roles)


_OFFICER, _COMMISSIONER, _ADMINISTRATOR = Role.POLICY_OFFICER, Role.COMMISSIONER, Role.ADMINISTRATOR
_CONTRIBUTOR, _CHIEF, _PANEL, _AUDITOR = (
    Role.CONTRIBUTOR,
    Role.CHIEF_OFFICER,
    Role.PANEL_READER,
    Role.AUDITOR,
)
_INSIDE = _to(_OFFICER, _COMMISSIONER, _CONTRIBUTOR, _CHIEF, _AUDITOR)

TABLE: dict[Permission, Grant] = {
    Permission.OPEN_PAGES: Grant("see the pages that need no sign-in", frozenset(Role)),
    Permission.READ_PUBLISHED: Grant("read what was published", frozenset(Role)),
    Permission.OWN_ACCOUNT: Grant("look after their own account", _to(*GIVEN)),
    Permission.READ_RECORD: Grant("read the record", _to(*GIVEN)),
    Permission.READ_RESTRICTED: Grant(
        "read what is restricted", _to(_OFFICER, _COMMISSIONER, _CONTRIBUTOR, _CHIEF, _AUDITOR)
    ),
    Permission.READ_REVIEW: Grant("see what the review is unsure of", _to(_OFFICER, _COMMISSIONER, _AUDITOR)),
    Permission.REVIEW_RECORD: Grant("put the record right", _to(_OFFICER), writes=True),
    Permission.DECIDE_TOPICS: Grant("decide about topics", _to(_OFFICER, _COMMISSIONER), writes=True),
    Permission.DECIDE_FORUMS: Grant("say which forum followed which", _to(_OFFICER), writes=True),
    Permission.IMPORT_MINUTES: Grant("import minutes", _to(_OFFICER), writes=True),
    Permission.READ_IMPORTS: Grant("see what was imported", _to(_OFFICER, _COMMISSIONER, _AUDITOR)),
    Permission.MARK: Grant(
        "restrict or open a part of the record", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.MANAGE_ACCOUNTS: Grant("make accounts and give roles", _to(_ADMINISTRATOR), writes=True),
    Permission.READ_ACCOUNTS: Grant("see who has an account", _to(_ADMINISTRATOR, _AUDITOR)),
    Permission.READ_AUDIT: Grant("read the audit trail", _to(_COMMISSIONER, _AUDITOR)),
    Permission.PLAN_MEETINGS: Grant("plan, move and cancel meetings", _to(_OFFICER), writes=True),
    Permission.SET_FORUMS: Grant(
        "say how a forum meets and what its papers look like", _to(_OFFICER), writes=True
    ),
    Permission.READ_PAPERS: Grant("see terms of reference and briefing notes", _INSIDE),
    Permission.SET_TERMS: Grant(
        "write and send terms of reference", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.SEND_NOTES: Grant(
        "send briefing notes in", _to(_CONTRIBUTOR, _CHIEF, _OFFICER), writes=True
    ),  # an officer for the force: many notes come by mail
    Permission.ANSWER_POINTS: Grant(
        "say which part of a briefing note answers which point", _to(_CONTRIBUTOR, _CHIEF), writes=True
    ),
    Permission.JUDGE_NOTES: Grant(
        "judge briefing notes, accept them or send them back", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.READ_AGENDAS: Grant("see agendas and packs before a meeting", _INSIDE),
    Permission.WRITE_AGENDAS: Grant("write agendas and choose questions", _to(_OFFICER), writes=True),
    Permission.READ_DRAFTS: Grant(
        "see minutes while they are written", _to(_OFFICER, _COMMISSIONER, _AUDITOR)
    ),
    Permission.TAKE_MINUTES: Grant("take minutes and check them", _to(_OFFICER), writes=True),
    Permission.PUT_ASSURANCE: Grant(
        "say how far the office is assured", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.AGREE_MINUTES: Grant("agree minutes for the office", _to(_COMMISSIONER), writes=True),
    Permission.REMARK_ON_MINUTES: Grant(
        "say what is not accurate in draft minutes", _to(_CONTRIBUTOR, _CHIEF), writes=True
    ),
    Permission.DRAFT_REPORTS: Grant(
        "draft reports on what their side owes",
        _to(_OFFICER, _COMMISSIONER, _CONTRIBUTOR, _CHIEF),
        writes=True,
    ),
    Permission.RELEASE_REPORTS: Grant(
        "release reports on what their side owes", _to(_OFFICER, _COMMISSIONER, _CHIEF), writes=True
    ),
    Permission.CLOSE_ACTIONS: Grant(
        "close what the other side owes, or say that it is not done",
        _to(_OFFICER, _COMMISSIONER, _CHIEF),
        writes=True,
    ),  # which side an action is on is said by core.actions.steps
    Permission.FOLLOW_ACTIONS: Grant(
        "move, refer, merge, split, withdraw and reopen actions", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.FOLLOW_PROMISES: Grant(
        "follow promises and what is to come back", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.SET_POSTS: Grant(
        "say who holds a post and who acts for it", _to(_OFFICER, _ADMINISTRATOR), writes=True
    ),
    Permission.WRITE_PLANS: Grant("keep plans, recommendations and funded work", _to(_OFFICER), writes=True),
    Permission.REPORT_ON_PLANS: Grant(
        "say how far a plan is", _to(_OFFICER, _CONTRIBUTOR, _CHIEF), writes=True
    ),
    Permission.COMMENT_FOR_FORCE: Grant(
        "comment on recommendations for the force", _to(_CONTRIBUTOR, _CHIEF), writes=True
    ),
    Permission.COMMENT_FOR_OFFICE: Grant(
        "comment on recommendations for the office", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.SET_MEASURES: Grant(
        "keep measures: definitions, targets, events and gaps", _to(_OFFICER), writes=True
    ),
    Permission.LOAD_FIGURES: Grant("load figures", _to(_OFFICER, _CONTRIBUTOR, _CHIEF), writes=True),
    Permission.DECIDE_PHASES: Grant(
        "decide that a new phase begins, or what a signal is to come to",
        _to(_OFFICER, _COMMISSIONER),
        writes=True,
    ),
    Permission.READ_PUBLISHING: Grant(
        "see what is put forward for publication, and what is left out",
        _to(_OFFICER, _COMMISSIONER, _AUDITOR),
    ),
    Permission.PUT_FORWARD: Grant(
        "put something forward for publication", _to(_OFFICER, _COMMISSIONER), writes=True
    ),
    Permission.DECIDE_PUBLICATION: Grant(
        "decide what is published, corrected and withdrawn", _to(_OFFICER, _COMMISSIONER), writes=True
    ),  # another person than put it forward, where anything is restricted or left out
    Permission.REDACT: Grant("say what the public is not to read", _to(_OFFICER, _COMMISSIONER), writes=True),
    Permission.KEEP_SCHEME: Grant("keep the publication scheme", _to(_OFFICER), writes=True),
}
