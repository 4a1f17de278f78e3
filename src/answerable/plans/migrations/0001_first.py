import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_first"),
        ("offices", "0001_first"),
        ("people", "0001_first"),
        ("topics", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Inspection",
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
                        related_name="inspections",
                        to="offices.office",
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                ("inspectorate", models.CharField(default="HMICFRS", max_length=100)),
                ("published", models.DateField()),
                ("national", models.BooleanField(default=False)),
                ("concerns_us", models.BooleanField(default=True)),
                ("why_not", models.TextField(blank=True)),
                ("address", models.URLField(blank=True)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="documents.document",
                    ),
                ),
                ("responded_on", models.DateField(null=True)),
                ("response_address", models.URLField(blank=True)),
                ("force_comment", models.TextField(blank=True, db_default="", default="")),
                (
                    "force_comment_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("office_comment", models.TextField(blank=True, db_default="", default="")),
                (
                    "office_comment_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-published", "title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "title", "published"), name="one_inspection_of_a_title"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="plans", to="offices.office"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("police-and-crime", "Police and Crime Plan"),
                            ("delivery", "Delivery plan"),
                            ("action", "Action plan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="documents.document",
                    ),
                ),
                (
                    "serves",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="served_by",
                        to="plans.plan",
                    ),
                ),
            ],
            options={
                "ordering": ["-start", "name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="one_plan_of_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["police-and-crime", "delivery", "action"])),
                        name="plan_kind_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="plans.plan",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="plans.planitem",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[("objective", "Objective"), ("action", "Action")], max_length=10
                    ),
                ),
                ("text", models.TextField()),
                ("owner", models.CharField(blank=True, max_length=200)),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="plan_items",
                        to="people.post",
                    ),
                ),
                ("due", models.DateField(null=True)),
                ("progress", models.PositiveSmallIntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not-started", "Not started"),
                            ("under-way", "Under way"),
                            ("done", "Done"),
                            ("dropped", "Dropped"),
                        ],
                        default="not-started",
                        max_length=12,
                    ),
                ),
                ("measure", models.CharField(blank=True, max_length=200)),
                (
                    "serves",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="served_by",
                        to="plans.planitem",
                    ),
                ),
                ("row", models.PositiveIntegerField(null=True)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "number"), name="one_part_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["objective", "action"])), name="part_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["not-started", "under-way", "done", "dropped"])),
                        name="part_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("progress__isnull", True), ("progress__lte", 100), _connector="OR"
                        ),
                        name="progress_in_per_cent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="plans.inspection",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("number", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recommendation", "Recommendation"),
                            ("concern", "Cause of concern"),
                            ("improvement", "Area for improvement"),
                        ],
                        max_length=15,
                    ),
                ),
                ("text", models.TextField()),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="recommendations",
                        to="people.post",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="recommendations",
                        to="topics.topic",
                    ),
                ),
                ("due", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("done", "Done, says the force"),
                            ("closed", "Closed"),
                            ("superseded", "Superseded"),
                            ("refused", "Not accepted"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("state_on", models.DateField(null=True)),
                ("state_why", models.TextField(blank=True, db_default="", default="")),
                (
                    "superseded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="supersedes",
                        to="plans.recommendation",
                    ),
                ),
                ("force_comment", models.TextField(blank=True)),
                (
                    "force_comment_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("office_comment", models.TextField(blank=True)),
                (
                    "office_comment_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("done_or_why_not", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "number"), name="one_recommendation_of_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["recommendation", "concern", "improvement"])),
                        name="recommendation_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "done", "closed", "superseded", "refused"])
                        ),
                        name="recommendation_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Funding",
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
                        related_name="fundings",
                        to="offices.office",
                    ),
                ),
                ("kind", models.CharField(choices=[("grant", "Grant"), ("post", "Post")], max_length=10)),
                ("title", models.CharField(max_length=200)),
                ("recipient", models.CharField(max_length=200)),
                ("purpose", models.TextField()),
                ("pence", models.PositiveBigIntegerField()),
                ("start", models.DateField()),
                ("end", models.DateField(null=True)),
                ("expected", models.TextField(blank=True)),
                ("measure", models.CharField(blank=True, max_length=200)),
                ("follows", models.TextField(blank=True)),
                ("wanted_from", models.DateField(null=True)),
                ("filled_on", models.DateField(null=True)),
                ("reports_every", models.PositiveSmallIntegerField(null=True)),
                (
                    "objective",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="fundings",
                        to="plans.planitem",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="fundings",
                        to="topics.topic",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="fundings",
                        to="people.post",
                    ),
                ),
            ],
            options={
                "ordering": ["-start", "title"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "title", "start"), name="one_funding_of_a_title"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["grant", "post"])), name="funding_kind_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                        ),
                        name="funding_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="plans.planitem",
                    ),
                ),
                ("on", models.DateField()),
                ("progress", models.PositiveSmallIntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("not-started", "Not started"),
                            ("under-way", "Under way"),
                            ("done", "Done"),
                            ("dropped", "Dropped"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.TextField(blank=True)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan_progress",
                        to="documents.document",
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
            },
        ),
        migrations.CreateModel(
            name="PlanTopic",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="topics",
                        to="plans.planitem",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="plan_items",
                        to="topics.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("item", "topic"), name="one_topic_of_a_part")
                ],
            },
        ),
        migrations.CreateModel(
            name="FundingReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "funding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reports",
                        to="plans.funding",
                    ),
                ),
                ("on", models.DateField()),
                ("text", models.TextField()),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="funding_reports",
                        to="documents.document",
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
                "ordering": ["on", "id"],
            },
        ),
    ]
