import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import answerable.core.permissions.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("documents", "0001_first"),
        ("offices", "0001_first"),
        ("plans", "0001_first"),
        ("topics", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mapping",
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
                        related_name="mappings",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("shape", models.JSONField()),
                ("head", models.CharField(blank=True, max_length=64)),
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
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="one_mapping_of_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
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
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("count", "A count"),
                            ("rate", "A rate: events for so many"),
                            ("proportion", "A proportion, in per cent"),
                            ("duration", "A duration"),
                            ("survey", "A share of those asked in a survey, in per cent"),
                            ("index", "Another number"),
                        ],
                        max_length=12,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=40)),
                ("per", models.FloatField(null=True)),
                ("decimals", models.PositiveSmallIntegerField(default=0)),
                (
                    "better",
                    models.CharField(
                        choices=[
                            ("higher", "Higher is better"),
                            ("lower", "Lower is better"),
                            ("neither", "Neither way is better"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "frequency",
                    models.CharField(
                        choices=[
                            ("week", "Weekly"),
                            ("month", "Monthly"),
                            ("quarter", "Quarterly"),
                            ("year", "Yearly"),
                            ("rolling", "Rolling twelve months"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        blank=True, choices=[("gold", "Gold"), ("silver", "Silver")], max_length=8
                    ),
                ),
                ("source", models.TextField(blank=True)),
                ("aliases", models.TextField(blank=True)),
                ("baseline", models.PositiveSmallIntegerField(null=True)),
                (
                    "objective",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="measures",
                        to="plans.planitem",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="measures",
                        to="topics.topic",
                    ),
                ),
                ("ended", models.DateField(null=True)),
                ("smallest", models.PositiveSmallIntegerField(db_default=5, default=5)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="one_measure_of_a_name"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["count", "rate", "proportion", "duration", "survey", "index"])
                        ),
                        name="measure_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("better__in", ["higher", "lower", "neither"])),
                        name="measure_better_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("frequency__in", ["week", "month", "quarter", "year", "rolling"])
                        ),
                        name="measure_frequency_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tier__in", ["", "gold", "silver"])), name="measure_tier_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaCode",
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
                        related_name="area_codes",
                        to="offices.office",
                    ),
                ),
                ("code", models.CharField(max_length=20)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="offices.area"
                    ),
                ),
            ],
            options={
                "ordering": ["code"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "code"), name="one_area_of_a_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Load",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="loads", to="offices.office"
                    ),
                ),
                (
                    "mapping",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="loads",
                        to="measures.mapping",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loads",
                        to="documents.document",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("sheet", models.CharField(blank=True, max_length=200)),
                ("shape", models.JSONField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("pending", "Not confirmed"), ("loaded", "Loaded"), ("dropped", "Dropped")],
                        default="pending",
                        max_length=8,
                    ),
                ),
                ("new", models.PositiveIntegerField(default=0)),
                ("revised", models.PositiveIntegerField(default=0)),
                ("same", models.PositiveIntegerField(default=0)),
                ("told", models.JSONField(default=dict)),
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
                "ordering": ["-at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="measures.measure",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="offices.area",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("target", "Target"),
                            ("limit", "Limit"),
                            ("baseline", "Baseline"),
                            ("aspiration", "Aspiration"),
                        ],
                        max_length=12,
                    ),
                ),
                ("value", models.FloatField()),
                ("start", models.DateField(null=True)),
                ("last", models.DateField(null=True)),
                ("words", models.CharField(blank=True, max_length=200)),
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
                "ordering": ["kind", "start", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["target", "limit", "baseline", "aspiration"])),
                        name="line_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("last__isnull", True),
                            ("start__isnull", True),
                            ("last__gte", models.F("start")),
                            _connector="OR",
                        ),
                        name="line_ends_after_it_starts",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Definition",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="definitions",
                        to="measures.measure",
                    ),
                ),
                ("start", models.DateField()),
                ("text", models.TextField()),
                ("reason", models.TextField(blank=True)),
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
                "ordering": ["start"],
                "constraints": [
                    models.UniqueConstraint(fields=("measure", "start"), name="one_definition_from_a_day")
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="measures.measure",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measure_events",
                        to="offices.area",
                    ),
                ),
                ("on", models.DateField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recording", "A change in recording"),
                            ("definition", "A new definition"),
                            ("outside", "Something from outside"),
                            ("action", "An action"),
                            ("strategy", "A strategy or plan"),
                            ("other", "Something else"),
                        ],
                        max_length=12,
                    ),
                ),
                ("text", models.CharField(max_length=200)),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                ["recording", "definition", "outside", "action", "strategy", "other"],
                            )
                        ),
                        name="measure_event_kind_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeasureTie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ties",
                        to="measures.measure",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measure_ties",
                        to="offices.area",
                    ),
                ),
                (
                    "plan_item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measure_ties",
                        to="plans.planitem",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measure_ties",
                        to="plans.recommendation",
                    ),
                ),
                (
                    "funding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measure_ties",
                        to="plans.funding",
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
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series",
                        to="measures.measure",
                    ),
                ),
                (
                    "who",
                    models.CharField(
                        choices=[
                            ("force", "The whole force"),
                            ("area", "An area"),
                            ("other", "Another force"),
                            ("group", "The most similar group"),
                            ("nation", "The nation"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "force",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="series",
                        to="offices.force",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="series",
                        to="offices.area",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("source", models.CharField(blank=True, max_length=40)),
                ("lag", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name_plural": "series",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("measure", "who", "name", "source"), name="one_series_of_a_place_and_source"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("who__in", ["force", "area", "other", "group", "nation"])),
                        name="series_who_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("who", "area")),
                            models.Q(models.Q(("who", "area"), _negated=True), ("area__isnull", True)),
                            _connector="OR",
                        ),
                        name="series_of_an_area_names_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Observation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="observations",
                        to="measures.series",
                    ),
                ),
                ("start", models.DateField()),
                ("last", models.DateField()),
                ("value", models.FloatField(null=True)),
                ("numerator", models.FloatField(null=True)),
                ("denominator", models.FloatField(null=True)),
                ("sample", models.FloatField(null=True)),
                ("provisional", models.BooleanField(default=False)),
                ("reported", models.PositiveSmallIntegerField(null=True)),
                ("expected", models.PositiveSmallIntegerField(null=True)),
                ("note", models.CharField(blank=True, max_length=100)),
                (
                    "load",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="observations",
                        to="measures.load",
                    ),
                ),
            ],
            options={
                "ordering": ["start"],
                "constraints": [
                    models.UniqueConstraint(fields=("series", "start"), name="one_observation_of_a_period"),
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("start"))),
                        name="period_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("denominator__isnull", True), ("denominator__gt", 0), _connector="OR"
                        ),
                        name="denominator_above_zero",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PhaseChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="phases",
                        to="measures.series",
                    ),
                ),
                ("start", models.DateField()),
                ("cause", models.TextField()),
                (
                    "event",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="phases",
                        to="measures.measureevent",
                    ),
                ),
                ("evidence", models.TextField(blank=True)),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="phases",
                        to="documents.document",
                    ),
                ),
                ("agreed_by", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("taken_back_at", models.DateTimeField(null=True)),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("taken_back_why", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["start", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("taken_back_at__isnull", True)),
                        fields=("series", "start"),
                        name="one_phase_from_a_day",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gaps",
                        to="measures.measure",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gaps",
                        to="measures.series",
                    ),
                ),
                ("start", models.DateField()),
                ("last", models.DateField()),
                ("reason", models.TextField()),
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
                "ordering": ["start"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last__gte", models.F("start"))), name="gap_ends_after_it_starts"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Answered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answered",
                        to="measures.series",
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                (
                    "answer",
                    models.CharField(
                        choices=[("taken", "Taken to an agenda"), ("refused", "Not to be raised")],
                        max_length=8,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
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
                    models.UniqueConstraint(fields=("series", "key"), name="one_answer_to_a_signal"),
                    models.CheckConstraint(
                        condition=models.Q(("answer__in", ["taken", "refused"])), name="signal_answer_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "observation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="revisions",
                        to="measures.observation",
                    ),
                ),
                ("value", models.FloatField(null=True)),
                ("numerator", models.FloatField(null=True)),
                ("denominator", models.FloatField(null=True)),
                ("sample", models.FloatField(null=True)),
                ("provisional", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, max_length=100)),
                (
                    "load",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revisions",
                        to="measures.load",
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
    ]
