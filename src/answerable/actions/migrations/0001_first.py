import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_first"),
        ("measures", "0001_first"),
        ("meetings", "0001_first"),
        ("offices", "0001_first"),
        ("people", "0001_first"),
        ("plans", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Action",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="offices.office",
                    ),
                ),
                ("number", models.CharField(max_length=12, null=True)),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="meetings.forum",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="actions",
                        to="meetings.entry",
                    ),
                ),
                ("heading", models.TextField(null=True)),
                ("label", models.TextField(null=True)),
                ("text", models.TextField()),
                ("owners_printed", models.TextField(blank=True)),
                ("owners_source", models.JSONField(default=list)),
                ("source", models.JSONField(default=list)),
                ("given", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("reported", "Reported"),
                            ("closed", "Closed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("due", models.DateField(null=True)),
                ("first_due", models.DateField(null=True)),
                ("overdue_from", models.DateField(null=True)),
                ("lapses_from", models.DateField(null=True)),
                ("silent_from", models.DateField(null=True)),
                ("last_mentioned", models.DateField(null=True)),
                ("ended", models.DateField(null=True)),
                ("done_on", models.DateField(null=True)),
                ("days_taken", models.PositiveIntegerField(null=True)),
                (
                    "kept",
                    models.CharField(
                        blank=True,
                        choices=[("", "Not done"), ("kept", "Kept"), ("kept late", "Kept late")],
                        db_default="",
                        default="",
                        max_length=10,
                    ),
                ),
                ("waits_for", models.TextField(blank=True, db_default="", default="")),
                ("slipped", models.PositiveSmallIntegerField(db_default=0, default=0)),
                ("draft", models.BooleanField(db_default=False, default=False)),
                ("typed_as", models.CharField(blank=True, db_default="", default="", max_length=60)),
            ],
            options={
                "ordering": ["-given", "-id"],
                "indexes": [
                    models.Index(fields=["office", "state", "due"], name="action_by_due"),
                    models.Index(fields=["office", "given"], name="action_by_given"),
                    models.Index(fields=["office", "state", "overdue_from"], name="action_overdue"),
                    models.Index(
                        fields=["office", "state", "silent_from", "lapses_from", "overdue_from", "given"],
                        name="action_standing",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "number"), name="an_office_number_is_used_once"
                    ),
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_action_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["open", "reported", "closed", "withdrawn"])),
                        name="action_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionDue",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dues",
                        to="actions.action",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.TextField()),
                ("date", models.DateField(null=True)),
                ("precision", models.CharField(max_length=10)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "position"), name="one_due_in_a_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measured",
                        to="actions.action",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="actions",
                        to="measures.measure",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measured_actions",
                        to="offices.area",
                    ),
                ),
                ("start", models.DateField(null=True)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("", "The way that is better"), ("higher", "Higher"), ("lower", "Lower")],
                        db_default="",
                        default="",
                        max_length=6,
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "measure"), name="one_tie_to_a_measure")
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionOwner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="owners",
                        to="actions.action",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("printed", models.CharField(max_length=120)),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="owned",
                        to="people.post",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="owned",
                        to="offices.body",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="owned",
                        to="people.person",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["printed"], name="owner_printed")],
                "constraints": [
                    models.UniqueConstraint(fields=("action", "position"), name="one_owner_in_a_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionUpdate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="updates",
                        to="offices.office",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="updates",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("about_month", models.TextField(null=True)),
                ("about_item", models.TextField(null=True)),
                ("action_text", models.TextField()),
                ("text", models.TextField(blank=True)),
                ("status", models.CharField(max_length=10)),
                ("source", models.JSONField(default=list)),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="updates",
                        to="actions.action",
                    ),
                ),
                ("score", models.FloatField(null=True)),
                ("why", models.CharField(blank=True, max_length=300)),
                (
                    "link",
                    models.CharField(
                        choices=[
                            ("linked", "Linked"),
                            ("waiting", "Waiting for a person"),
                            ("accepted", "Accepted"),
                            ("rejected", "Rejected"),
                            ("none", "About no action we hold"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["office", "link"], name="update_by_link")],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_update_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("link__in", ["linked", "waiting", "accepted", "rejected", "none"])
                        ),
                        name="update_link_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "reported", "complete"])),
                        name="update_status_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AwaitedEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="awaited_events",
                        to="offices.office",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="awaited_events",
                        to="meetings.forum",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="awaited_events",
                        to="actions.action",
                    ),
                ),
                ("text", models.TextField()),
                ("expected", models.DateField(null=True)),
                ("since", models.DateField()),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("happened_on", models.DateField(null=True)),
                ("dropped", models.BooleanField(default=False)),
                ("outcome", models.TextField(blank=True)),
                ("recorded_at", models.DateTimeField(null=True)),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["since", "id"],
                "indexes": [models.Index(fields=["forum", "recorded_at"], name="awaited_by_forum")],
            },
        ),
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="offices.office",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commitments",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="commitments",
                        to="meetings.entry",
                    ),
                ),
                ("by", models.JSONField(default=list)),
                ("text", models.TextField()),
                ("dues", models.JSONField(default=list)),
                ("due", models.DateField(null=True)),
                ("source", models.JSONField(default=list)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("found", "Not decided about"),
                            ("watched", "Watched"),
                            ("promoted", "Made an action"),
                            ("dismissed", "Dismissed"),
                            ("kept", "Kept"),
                            ("broken", "Not kept"),
                        ],
                        db_default="found",
                        default="found",
                        max_length=10,
                    ),
                ),
                ("watched_until", models.DateField(null=True)),
                ("why", models.TextField(blank=True, db_default="", default="")),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="promises",
                        to="actions.action",
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("lapses_from", models.DateField(null=True)),
                ("silent_from", models.DateField(null=True)),
            ],
            options={
                "ordering": ["position"],
                "indexes": [
                    models.Index(fields=["office", "due"], name="commitment_by_due"),
                    models.Index(
                        fields=["office", "standing", "silent_from", "lapses_from"],
                        name="commitment_standing",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_commitment_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("standing__in", ["found", "watched", "promoted", "dismissed", "kept", "broken"])
                        ),
                        name="commitment_standing_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanTie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_ties",
                        to="offices.office",
                    ),
                ),
                (
                    "plan_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ties",
                        to="plans.planitem",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ties",
                        to="plans.recommendation",
                    ),
                ),
                (
                    "funding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ties",
                        to="plans.funding",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_ties",
                        to="actions.action",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_ties",
                        to="meetings.item",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("action__isnull", True), ("item__isnull", True), _connector="XOR"
                        ),
                        name="tie_of_one_thing",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="offices.office",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="actions.action",
                    ),
                ),
                (
                    "side",
                    models.CharField(
                        choices=[("office", "Office"), ("force", "Force"), ("body", "Another body")],
                        max_length=10,
                    ),
                ),
                ("owner", models.CharField(blank=True, max_length=120)),
                ("text", models.TextField()),
                ("done", models.BooleanField(default=False)),
                ("done_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("released", "Released"), ("dropped", "Dropped")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("drafted_at", models.DateTimeField()),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("released_at", models.DateTimeField(null=True)),
                (
                    "released_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("released_on", models.DateField(null=True)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("", "Not answered"), ("accepted", "Accepted"), ("refused", "Not accepted")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("answer_text", models.TextField(blank=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("answered_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ["drafted_at", "id"],
                "indexes": [models.Index(fields=["office", "state", "answer"], name="report_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["draft", "released", "dropped"])),
                        name="report_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["", "accepted", "refused"])),
                        name="report_answer_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "released"), _negated=True),
                            models.Q(
                                ("released_at__isnull", False),
                                ("released_by__isnull", False),
                                ("released_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_released_report_has_its_releaser",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisits",
                        to="offices.office",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisits",
                        to="meetings.forum",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisits",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField(null=True)),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisits",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisits",
                        to="meetings.entry",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisits",
                        to="actions.action",
                    ),
                ),
                ("text", models.TextField()),
                ("question", models.TextField(blank=True)),
                ("due", models.DateField(null=True)),
                ("due_text", models.TextField(blank=True)),
                ("source", models.JSONField(default=list)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting for its meeting"),
                            ("planned", "On an agenda"),
                            ("done", "Came back"),
                            ("dropped", "Dropped"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                (
                    "planned",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisits_planned",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "planned_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="revisits_planned",
                        to="meetings.item",
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["due", "id"],
                "indexes": [models.Index(fields=["office", "state", "due"], name="revisit_by_due")],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_revisit_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["waiting", "planned", "done", "dropped"])),
                        name="revisit_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "office",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="action_steps",
                        to="offices.office",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="actions.action"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed", "Closed"),
                            ("refused", "Not accepted as done"),
                            ("withdrawn", "Withdrawn"),
                            ("reopened", "Reopened"),
                            ("moved", "Due date moved"),
                            ("happened", "The awaited event happened"),
                            ("met", "One of its dates was met"),
                            ("carried", "Carried forward"),
                            ("referred", "Referred to another forum"),
                            ("returned", "Came back from another forum"),
                            ("merged", "Merged into another"),
                            ("joined", "Another was merged into it"),
                            ("split", "Split"),
                            ("passed", "Passed to a new holder"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("reason", models.TextField(blank=True)),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not said"),
                            ("told", "We were told"),
                            ("shown", "We were shown"),
                            ("tested", "It was tested"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not said"),
                            ("cancelled", "A meeting was cancelled or moved"),
                            ("waiting", "It waits for somebody outside the force and the office"),
                            ("changed", "What is asked for changed"),
                            ("slipped", "It takes longer than was promised"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("dues", models.JSONField(default=list)),
                ("due_text", models.TextField(blank=True)),
                (
                    "forum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="meetings.forum",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps_elsewhere",
                        to="actions.action",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.post",
                    ),
                ),
                (
                    "was_post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.post",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="steps",
                        to="actions.report",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="action_steps",
                        to="meetings.meeting",
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["on", "at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "closed",
                                    "refused",
                                    "withdrawn",
                                    "reopened",
                                    "moved",
                                    "happened",
                                    "met",
                                    "carried",
                                    "referred",
                                    "returned",
                                    "merged",
                                    "joined",
                                    "split",
                                    "passed",
                                ],
                            )
                        ),
                        name="step_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["", "told", "shown", "tested"])), name="basis_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cause__in", ["", "cancelled", "waiting", "changed", "slipped"])),
                        name="cause_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documents",
                        to="actions.report",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_documents",
                        to="documents.document",
                    ),
                ),
                ("name", models.CharField(max_length=255)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Silence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
                (
                    "action",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="silence",
                        to="actions.action",
                    ),
                ),
                (
                    "commitment",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="silence",
                        to="actions.commitment",
                    ),
                ),
                ("meetings", models.PositiveIntegerField()),
                ("first", models.DateField()),
                ("last", models.DateField()),
                (
                    "nearest",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="meetings.entry",
                    ),
                ),
                ("score", models.FloatField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("action__isnull", True), ("commitment__isnull", True), _connector="XOR"
                        ),
                        name="silence_about_one_thing",
                    )
                ],
            },
        ),
    ]
