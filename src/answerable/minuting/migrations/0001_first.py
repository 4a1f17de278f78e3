import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import answerable.core.permissions.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("actions", "0001_first"),
        ("meetings", "0001_first"),
        ("offices", "0001_first"),
        ("people", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Line",
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
                        related_name="lines",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lines", to="meetings.item"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("key", models.UUIDField()),
                ("text", models.TextField()),
                ("kind", models.CharField(blank=True, default="", max_length=20)),
                ("speakers", models.JSONField(null=True)),
                (
                    "about",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="lines",
                        to="actions.action",
                    ),
                ),
                ("status", models.CharField(blank=True, default="", max_length=10)),
                ("read", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("removed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["item__position", "position", "id"],
                "indexes": [models.Index(fields=["meeting", "item", "position"], name="line_in_item")],
                "constraints": [models.UniqueConstraint(fields=("meeting", "key"), name="one_line_of_a_key")],
            },
        ),
        migrations.CreateModel(
            name="MinutesVersion",
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
                        related_name="minutes_versions",
                        to="meetings.meeting",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("state", models.CharField(max_length=10)),
                ("record", models.JSONField()),
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
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="one_minutes_version_of_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Present",
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
                        related_name="roll",
                        to="meetings.meeting",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="rolls",
                        to="people.person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="rolls",
                        to="people.post",
                    ),
                ),
                ("acting", models.BooleanField(default=False)),
                ("name", models.CharField(max_length=200)),
                ("capacity", models.CharField(blank=True, max_length=200)),
                ("abbreviation", models.CharField(blank=True, max_length=40)),
                (
                    "status",
                    models.CharField(
                        choices=[("present", "Present"), ("apologies", "Apologies")], max_length=10
                    ),
                ),
                (
                    "from_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="meetings.item",
                    ),
                ),
                (
                    "to_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="meetings.item",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "present",
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="one_present_in_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["present", "apologies"])),
                        name="present_status_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Step",
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
                        related_name="steps",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="approvals",
                        to="meetings.meeting",
                    ),
                ),
                ("was", models.CharField(blank=True, max_length=10)),
                ("to", models.CharField(max_length=10)),
                ("words", models.TextField(blank=True)),
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
            name="Assurance",
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
                        related_name="assurances",
                        to="offices.office",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assurances",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="assurances",
                        to="meetings.item",
                    ),
                ),
                (
                    "judgement",
                    models.CharField(
                        choices=[
                            ("assured", "Assured"),
                            ("partly", "Partly assured"),
                            ("not", "Not assured"),
                            ("none", "None yet"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[("given", "Given: they told us"), ("tested", "Tested")], max_length=10
                    ),
                ),
                (
                    "test",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not tested"),
                            ("dip-sample", "Dip sample"),
                            ("reality", "Reality testing"),
                            ("audit", "Audit"),
                            ("inspection", "Inspection"),
                            ("data", "Data"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                ("tested_by", models.CharField(blank=True, max_length=200)),
                ("tested_on", models.DateField(null=True)),
                ("evidence", models.TextField(blank=True)),
                ("test_again", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("replaced_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-at", "-id"],
                "indexes": [
                    models.Index(fields=["office", "replaced_at", "test_again"], name="assurance_to_test")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at", None)),
                        fields=("item",),
                        name="one_assurance_of_an_item",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("judgement__in", ["assured", "partly", "not", "none"])),
                        name="assurance_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["given", "tested"])), name="assurance_basis_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LineText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="minuting.line"
                    ),
                ),
                ("text", models.TextField()),
                ("kind", models.CharField(blank=True, max_length=20)),
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
            name="Remark",
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
                        related_name="remarks",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remarks",
                        to="minuting.line",
                    ),
                ),
                ("quote", models.TextField(blank=True)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not answered yet"),
                            ("accepted", "Accepted"),
                            ("declined", "Not accepted"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("answer_words", models.TextField(blank=True)),
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
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
    ]
