"""The guards: where each stands, what it looks like when it is gone, and the tests that must notice."""

from __future__ import annotations

from dataclasses import dataclass

SRC = "src/answerable/"
MATRIX = "tests/permissions/test_matrix.py"
AS = MATRIX + "::test_everybody_gets_just_what_the_table_says"
PANEL, STRANGER = f"{AS}[panel-reader]", f"{AS}[not signed in]"
WEAK, DISABLED = f"{AS}[policy officer without a second factor]", f"{AS}[disabled policy officer]"
SAME = f"{MATRIX}::test_not_yours_and_not_there_are_one_answer"
CANARIES = "tests/permissions/test_canaries.py"
BLIND = f"{CANARIES}::test_what_is_restricted_is_nowhere_for_those_who_may_not_see_it[panel-reader]"
CORE, POLICIES = "tests/core/test_permissions.py", "tests/permissions/test_policies.py"
ANSWERS = "tests/asvs/test_every_answer.py"
PAGE = "tests/pages/test_restrict_a_part.py"


@dataclass(frozen=True, slots=True)
class Guard:
    """``here`` stands once in ``file``; ``gone`` in its place takes the guard away."""

    name: str
    file: str
    here: str
    gone: str
    tests: tuple[str, ...] = (BLIND,)


GUARDS = [
    Guard(
        "the methods of an address", SRC + "web/policy.py",
        "if request.method not in policy.methods:", "if False:", (PANEL,),
    ),
    Guard(
        "signing in", SRC + "web/policy.py",
        "if policy.needs_sign_in and not actor.signed_in:", "if False:", (STRANGER,),
    ),
    Guard(
        "the second factor", SRC + "web/policy.py",
        "if policy.needs_second_factor and not actor.strong:", "if False:", (WEAK,),
    ),
    Guard("the role", SRC + "web/policy.py", "    if reason:\n", "    if False:\n", (PANEL,)),
    Guard(
        "an address without a policy", SRC + "web/middleware.py",
        "if policy_of(view) is None:", "if False:", (POLICIES,),
    ),
    Guard(
        "the check of addresses", SRC + "web/checks.py",
        "if policy_of(pattern.callback) is None", "if False", (POLICIES,),
    ),
    Guard(
        "disabled accounts", SRC + "accounts/queries.py",
        "if user is None or not user.is_active:", "if user is None:", (DISABLED,),
    ),
    Guard(
        "roles that ended", SRC + "accounts/queries.py",
        'RoleHeld.objects.filter(user_id=key, ended_at=None)', 'RoleHeld.objects.filter(user_id=key)',
        (POLICIES,),
    ),
    Guard(
        "the office of the actor", SRC + "accounts/queries.py",
        "if office and one.office_id == office.pk)", "if office)", (POLICIES,),
    ),
    Guard("rows that are restricted", SRC + "accounts/marked.py", "if actor.sees_restricted:", "if True:"),
    Guard(
        "links of topics", SRC + "meetings/seen.py",
        "return links if actor.sees_restricted else links.filter(OPEN)", "return links",
    ),
    Guard(
        "names of topics", SRC + "meetings/seen.py",
        "return unmerged(topics) if actor.sees_restricted else in_the_open(topics)",
        "return unmerged(topics)",
    ),
    Guard(
        "search", SRC + "workspace/search/views.py",
        "markings=[] if at.actor.sees_restricted else [Marking.OPEN],", "markings=[],",
    ),
    Guard(
        "the text of an original", SRC + "workspace/source/views.py",
        "if document and document.restricted and not at.actor.sees_restricted:", "if False:",
        (PAGE,),
    ),
    Guard(
        "originals of another office", SRC + "documents/views.py",
        "Document.objects.filter(office=office)", "Document.objects.all()", (SAME,),
    ),
    Guard(
        "doubts are for reviewers", SRC + "workspace/meeting/queries.py",
        "if not here.actor.may(Permission.READ_REVIEW):", "if False:", (POLICIES,),
    ),
    Guard(
        "the event of a view", SRC + "accounts/shown.py",
        "        if shown:\n", "        if False:\n", (CANARIES,),
    ),
    Guard(
        "what is marked spreads to actions", SRC + "intake/operations/marking.py",
        "        _keep(lines, {one.pk for one in lines if closed_line(one)})",
        "        pass",
    ),
    Guard(
        "what is marked spreads to search", SRC + "intake/operations/marking.py",
        "    _spread_to_search(meeting)\n\n\n", "\n\n",
    ),
    Guard(
        "what is marked stays marked", SRC + "intake/operations/storing.py",
        "    lay_markings(meeting, markings)\n", "", ("tests/intake/test_markings.py",),
    ),
    Guard(
        "an auditor changes nothing", SRC + "core/permissions/table.py",
        'Grant("put the record right", _to(_OFFICER)',
        'Grant("put the record right", _to(_OFFICER, _AUDITOR)',
        (CORE,),
    ),
    Guard(
        "pages are not kept", SRC + "web/keeping.py",
        'response.headers.setdefault("Cache-Control", NOTHING)', "pass", (ANSWERS,),
    ),
    Guard(
        "static files are ours alone", SRC + "config/settings.py",
        "WHITENOISE_ALLOW_ALL_ORIGINS = False", "WHITENOISE_ALLOW_ALL_ORIGINS = True", (ANSWERS,),
    ),
    Guard(
        "how an identity token is signed", SRC + "accounts/provider/views.py",
        "if _algorithm(id_token) not in SIGNED_BY:", "if False:", ("tests/asvs/test_tokens.py",),
    ),
    Guard(
        "a calendar ends with the role", SRC + "workspace/plan/feeds.py",
        "at.office.pk != held.office_id or ", "",
        ("tests/pages/test_plan_calendar.py",),
    ),
    Guard(
        "minutes that are written here stay", SRC + "intake/operations/placing.py",
        "    if held.minutes_state:\n        return WRITTEN_HERE\n", "", ("tests/intake/test_planned.py",),
    ),
    Guard(
        "terms that were not sent", SRC + "workspace/papers/queries.py",
        "    rows = rows if sees_drafts(here.actor) else rows.filter(sent_at__isnull=False)\n", "",
        ("tests/pages/test_terms_send.py",),
    ),
    Guard(
        "judgements that are not decided", SRC + "workspace/papers/queries.py",
        "return found if found and (found.outcome or sees_drafts(here.actor)) else None", "return found",
        ("tests/pages/test_briefing_judge.py",),
    ),
    Guard(
        "briefing notes are restricted", SRC + "papers/operations/notes.py",
        "    made.restricted = True\n", "", ("tests/pages/test_briefing_send.py",),
    ),
    Guard(
        "restricted measures", SRC + "workspace/measures/queries.py",
        'rows = here.sees(Measure.objects.select_related("office", "objective__plan", "topic"))',
        'rows = Measure.objects.select_related("office", "objective__plan", "topic")',
        ("tests/pages/test_measure.py",),
    ),
    Guard(
        "restricted measures among all", SRC + "workspace/measures/board.py",
        "rows = at.sees(Measure.objects.filter(", "rows = (Measure.objects.filter(",
        ("tests/pages/test_measures.py",),
    ),
    Guard(
        "restricted step changes", SRC + "workspace/measures/phases.py",
        'rows = at.sees(rows, "series__measure").select_related(', "rows = rows.select_related(",
        ("tests/pages/test_measure_phases.py",),
    ),
]  # fmt: skip
