import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import answerable.core.permissions.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_first"),
        ("measures", "0001_first"),
        ("offices", "0001_first"),
        ("people", "0001_first"),
        ("topics", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Forum",
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
                        related_name="forums",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("slug", models.SlugField(max_length=80)),
                (
                    "succeeds",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="successors",
                        to="meetings.forum",
                    ),
                ),
                ("succession_decided_at", models.DateTimeField(null=True)),
                ("kinds", models.JSONField(blank=True, default=list)),
                (
                    "rhythm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "No fixed rhythm"),
                            ("monthly", "Every month"),
                            ("two-monthly", "Every two months"),
                            ("quarterly", "Every quarter"),
                            ("half-yearly", "Twice a year"),
                            ("yearly", "Once a year"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                ("rhythm_week", models.PositiveSmallIntegerField(null=True)),
                ("rhythm_weekday", models.PositiveSmallIntegerField(null=True)),
                ("rhythm_month", models.PositiveSmallIntegerField(null=True)),
                ("start_time", models.CharField(blank=True, default="", max_length=5)),
                ("venue", models.CharField(blank=True, default="", max_length=200)),
                (
                    "numbering",
                    models.CharField(
                        choices=[
                            ("decimal", "1, 1.1, 1.1.1"),
                            ("letters", "1, a, i"),
                            ("none", "No numbers"),
                        ],
                        default="decimal",
                        max_length=10,
                    ),
                ),
                (
                    "layout",
                    models.CharField(
                        choices=[
                            ("column", "Actions in a column at the right"),
                            ("numbered", "“Actions arising:” with a numbered list"),
                            ("inline", "“ACTION:” in the text"),
                            ("table", "A table of actions at the end"),
                        ],
                        default="column",
                        max_length=10,
                    ),
                ),
                ("labels", models.JSONField(blank=True, default=dict)),
                ("rules", models.JSONField(blank=True, default=list)),
                ("terms_days", models.PositiveSmallIntegerField(default=20)),
                ("papers_days", models.PositiveSmallIntegerField(default=5)),
                ("papers_time", models.CharField(blank=True, default="09:00", max_length=5)),
                ("agenda_days", models.PositiveSmallIntegerField(default=5)),
                ("minutes_days", models.PositiveSmallIntegerField(default=10)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "slug"), name="one_forum_of_a_slug"),
                    models.UniqueConstraint(fields=("office", "name"), name="one_forum_of_a_name"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_feeds",
                        to="offices.office",
                    ),
                ),
                ("token_sha256", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "office"), name="one_plan_feed_of_a_person")
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                        related_name="meetings",
                        to="offices.office",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="meetings.forum",
                    ),
                ),
                ("date", models.DateField()),
                ("title", models.TextField(blank=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("performance", "Performance"),
                            ("thematic", "Thematic"),
                            ("public", "Public"),
                            ("inspection", "Inspection"),
                            ("review", "Review"),
                            ("interim", "Interim"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("held", "Held"), ("cancelled", "Cancelled"), ("planned", "Planned")],
                        default="held",
                        max_length=10,
                    ),
                ),
                ("start_time", models.TextField(null=True)),
                ("end_time", models.TextField(null=True)),
                ("chair", models.TextField(null=True)),
                ("minutes_by", models.TextField(null=True)),
                ("venue", models.TextField(null=True)),
                ("next_date", models.DateField(null=True)),
                ("next_start_time", models.TextField(null=True)),
                ("next_venue", models.TextField(null=True)),
                ("next_type", models.TextField(null=True)),
                ("next_source", models.JSONField(default=list)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="documents.document",
                    ),
                ),
                ("source_name", models.CharField(blank=True, max_length=255)),
                ("source_sha256", models.CharField(blank=True, max_length=64)),
                ("record_sha256", models.CharField(max_length=64)),
                ("source", models.JSONField(default=list)),
                ("theme", models.TextField(blank=True, default="")),
                ("first_date", models.DateField(null=True)),
                ("revision", models.PositiveIntegerField(db_default=0, default=0)),
                (
                    "minutes_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not written here"),
                            ("draft", "Draft"),
                            ("checked", "Checked"),
                            ("agreed", "Agreed by the commissioner’s side"),
                            ("seen", "With the force for accuracy"),
                            ("approved", "Approved"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("settled", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-date", "-id"],
                "indexes": [
                    models.Index(fields=["office", "date"], name="meeting_by_date"),
                    models.Index(
                        condition=models.Q(("settled", False)), fields=["office"], name="meeting_to_settle"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "date"), name="one_meeting_of_a_forum_on_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["held", "cancelled", "planned"])),
                        name="meeting_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minutes_state__in", ["", "draft", "checked", "agreed", "seen", "approved"])
                        ),
                        name="minutes_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            (
                                answerable.core.permissions.markings.Marking["OPEN"],
                                answerable.core.permissions.markings.Marking["OPEN"],
                            ),
                            (
                                answerable.core.permissions.markings.Marking["RESTRICTED"],
                                answerable.core.permissions.markings.Marking["RESTRICTED"],
                            ),
                        ],
                        db_default=answerable.core.permissions.markings.Marking["OPEN"],
                        default=answerable.core.permissions.markings.Marking["OPEN"],
                        max_length=10,
                    ),
                ),
                (
                    "marking_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                answerable.core.permissions.markings.Why["OPERATIONAL"],
                                answerable.core.permissions.markings.Why["OPERATIONAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["PERSONAL"],
                                answerable.core.permissions.markings.Why["PERSONAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["COMMERCIAL"],
                                answerable.core.permissions.markings.Why["COMMERCIAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["LEGAL"],
                                answerable.core.permissions.markings.Why["LEGAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["DRAFT"],
                                answerable.core.permissions.markings.Why["DRAFT"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["OTHER"],
                                answerable.core.permissions.markings.Why["OTHER"],
                            ),
                        ],
                        db_default="",
                        default="",
                        max_length=20,
                    ),
                ),
                ("marking_note", models.TextField(blank=True, db_default="", default="")),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("number", models.TextField(null=True)),
                ("label", models.TextField(null=True)),
                ("title", models.TextField()),
                ("level", models.PositiveSmallIntegerField(default=1)),
                ("kind", models.CharField(max_length=30)),
                ("assurance", models.TextField(null=True)),
                ("source", models.JSONField(default=list)),
                (
                    "origin",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Read from minutes"),
                            ("standing", "Standing item"),
                            ("arising", "Matters arising"),
                            ("point", "Terms of reference"),
                            ("carried", "Carried forward"),
                            ("revisit", "Come back"),
                            ("question", "Question"),
                            ("written", "Added"),
                        ],
                        db_default="",
                        default="",
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True, db_default="", default="")),
                ("lead", models.TextField(blank=True, db_default="", default="")),
                (
                    "carried_from",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="carried_to",
                        to="meetings.item",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_item_in_a_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("terms", "Terms of reference out"),
                            ("papers", "Papers in"),
                            ("agenda", "Agenda out"),
                            ("minutes", "Minutes due"),
                        ],
                        max_length=10,
                    ),
                ),
                ("date", models.DateField()),
                ("time", models.CharField(blank=True, default="", max_length=5)),
                ("first", models.DateField()),
                ("why", models.TextField(blank=True, db_default="", default="")),
                ("met_at", models.DateTimeField(null=True)),
                (
                    "met_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["date", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "kind"), name="one_deadline_of_a_kind")
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="attendance",
                        to="people.person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="attendance",
                        to="people.post",
                    ),
                ),
                ("acting", models.BooleanField(default=False)),
                ("name", models.CharField(max_length=200)),
                ("capacity", models.TextField(null=True)),
                ("abbreviation", models.TextField(null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("present", "Present"), ("apologies", "Apologies")], max_length=10
                    ),
                ),
                ("from_item", models.TextField(null=True)),
                ("to_item", models.TextField(null=True)),
                ("source", models.JSONField(default=list)),
            ],
            options={
                "verbose_name_plural": "attendance",
                "ordering": ["position"],
                "indexes": [models.Index(fields=["name"], name="attendance_by_name")],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_attendance_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["present", "apologies"])),
                        name="attendance_status_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="meetings.meeting",
                    ),
                ),
                ("was", models.DateField()),
                ("to", models.DateField(null=True)),
                (
                    "onto",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="taken_on",
                        to="meetings.meeting",
                    ),
                ),
                ("took", models.JSONField(blank=True, default=dict)),
                ("why", models.TextField(blank=True)),
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
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            (
                                answerable.core.permissions.markings.Marking["OPEN"],
                                answerable.core.permissions.markings.Marking["OPEN"],
                            ),
                            (
                                answerable.core.permissions.markings.Marking["RESTRICTED"],
                                answerable.core.permissions.markings.Marking["RESTRICTED"],
                            ),
                        ],
                        db_default=answerable.core.permissions.markings.Marking["OPEN"],
                        default=answerable.core.permissions.markings.Marking["OPEN"],
                        max_length=10,
                    ),
                ),
                (
                    "marking_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                answerable.core.permissions.markings.Why["OPERATIONAL"],
                                answerable.core.permissions.markings.Why["OPERATIONAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["PERSONAL"],
                                answerable.core.permissions.markings.Why["PERSONAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["COMMERCIAL"],
                                answerable.core.permissions.markings.Why["COMMERCIAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["LEGAL"],
                                answerable.core.permissions.markings.Why["LEGAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["DRAFT"],
                                answerable.core.permissions.markings.Why["DRAFT"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["OTHER"],
                                answerable.core.permissions.markings.Why["OTHER"],
                            ),
                        ],
                        db_default="",
                        default="",
                        max_length=20,
                    ),
                ),
                ("marking_note", models.TextField(blank=True, db_default="", default="")),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="figures",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="figures",
                        to="meetings.item",
                    ),
                ),
                ("measure", models.TextField()),
                ("area", models.TextField(null=True)),
                ("value", models.FloatField(null=True)),
                ("to", models.FloatField(null=True)),
                ("approximate", models.BooleanField(default=False)),
                ("unit", models.TextField(null=True)),
                ("kind", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("source", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_figure_in_a_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Exchange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="exchanges",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="exchanges",
                        to="meetings.item",
                    ),
                ),
                ("heading", models.TextField(null=True)),
                ("asked_by", models.JSONField(default=list)),
                ("question", models.TextField()),
                ("answered_by", models.JSONField(default=list)),
                ("response", models.TextField(blank=True)),
                ("stance", models.TextField(null=True)),
                ("entries", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_exchange_in_a_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("restricted", models.BooleanField(db_default=False, default=False)),
                (
                    "marking",
                    models.CharField(
                        choices=[
                            (
                                answerable.core.permissions.markings.Marking["OPEN"],
                                answerable.core.permissions.markings.Marking["OPEN"],
                            ),
                            (
                                answerable.core.permissions.markings.Marking["RESTRICTED"],
                                answerable.core.permissions.markings.Marking["RESTRICTED"],
                            ),
                        ],
                        db_default=answerable.core.permissions.markings.Marking["OPEN"],
                        default=answerable.core.permissions.markings.Marking["OPEN"],
                        max_length=10,
                    ),
                ),
                (
                    "marking_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                answerable.core.permissions.markings.Why["OPERATIONAL"],
                                answerable.core.permissions.markings.Why["OPERATIONAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["PERSONAL"],
                                answerable.core.permissions.markings.Why["PERSONAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["COMMERCIAL"],
                                answerable.core.permissions.markings.Why["COMMERCIAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["LEGAL"],
                                answerable.core.permissions.markings.Why["LEGAL"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["DRAFT"],
                                answerable.core.permissions.markings.Why["DRAFT"],
                            ),
                            (
                                answerable.core.permissions.markings.Why["OTHER"],
                                answerable.core.permissions.markings.Why["OTHER"],
                            ),
                        ],
                        db_default="",
                        default="",
                        max_length=20,
                    ),
                ),
                ("marking_note", models.TextField(blank=True, db_default="", default="")),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="entries",
                        to="meetings.item",
                    ),
                ),
                ("paragraph", models.PositiveIntegerField()),
                ("heading", models.TextField(null=True)),
                ("kind", models.CharField(max_length=20)),
                ("text", models.TextField()),
                ("speakers", models.JSONField(default=list)),
                ("source", models.JSONField(default=list)),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_entry_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "heading",
                                    "note",
                                    "question",
                                    "response",
                                    "action",
                                    "update",
                                    "commitment",
                                    "decision",
                                ],
                            )
                        ),
                        name="entry_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NotThisMeasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="not_measures",
                        to="meetings.figure",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="not_figures",
                        to="measures.measure",
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
                    models.UniqueConstraint(fields=("figure", "measure"), name="said_once_of_a_figure")
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="topics.topic"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_links",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_links",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topic_links",
                        to="meetings.entry",
                    ),
                ),
                ("score", models.FloatField(default=0)),
                (
                    "origin",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="links_elsewhere",
                        to="topics.topic",
                    ),
                ),
                ("at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="TopicUnlink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="unlinks", to="topics.topic"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="meetings.meeting"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="meetings.entry",
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
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Warning",
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
                        related_name="warnings",
                        to="offices.office",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="warnings",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="warnings",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="warnings",
                        to="meetings.entry",
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("message", models.TextField()),
                ("source", models.JSONField(default=list)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "settled_by",
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
                "indexes": [models.Index(fields=["office", "settled_at", "code"], name="warning_to_settle")],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_warning_in_a_place")
                ],
            },
        ),
    ]
