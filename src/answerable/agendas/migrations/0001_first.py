import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import answerable.core.permissions.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("meetings", "0001_first"),
        ("offices", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="FrozenAgenda",
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
                        related_name="frozen_agendas",
                        to="meetings.meeting",
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("contents", models.JSONField()),
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
                        fields=("meeting", "number"), name="one_frozen_agenda_of_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
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
                        related_name="proposals",
                        to="meetings.meeting",
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                ("title", models.TextField()),
                ("note", models.TextField(blank=True)),
                (
                    "item",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="proposal",
                        to="meetings.item",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "key"), name="one_proposal_of_a_key")
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
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
                        related_name="questions",
                        to="offices.office",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="meetings.forum",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="questions",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="questions",
                        to="meetings.item",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("office", "The office"), ("public", "The public")],
                        default="office",
                        max_length=10,
                    ),
                ),
                ("asked_by", models.CharField(blank=True, max_length=200)),
                ("name_is_public", models.BooleanField(default=False)),
                ("text", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("taken", "Taken"),
                            ("chosen", "Chosen"),
                            ("parked", "Parked"),
                            ("declined", "Not chosen"),
                            ("answered", "Answered"),
                        ],
                        default="taken",
                        max_length=10,
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("answer", models.TextField(blank=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                ("answered_on", models.DateField(null=True)),
                ("taken_at", models.DateTimeField()),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["taken_at", "id"],
                "indexes": [models.Index(fields=["office", "forum", "state"], name="question_by_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["taken", "chosen", "parked", "declined", "answered"])
                        ),
                        name="question_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["office", "public"])), name="question_origin_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standing_items",
                        to="meetings.forum",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("kind", models.CharField(default="other", max_length=30)),
                ("level", models.PositiveSmallIntegerField(default=1)),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("forum", "position"), name="one_standing_item_in_a_place")
                ],
            },
        ),
    ]
