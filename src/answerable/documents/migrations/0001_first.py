import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import answerable.core.permissions.markings


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("offices", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                        related_name="documents",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("media_type", models.CharField(max_length=100)),
                ("sha256", models.CharField(max_length=64)),
                ("pages", models.PositiveIntegerField(null=True)),
                ("text", models.TextField()),
                ("content", models.FileField(max_length=120, upload_to="")),
                ("read_with", models.CharField(max_length=40)),
                ("kept_for", models.CharField(blank=True, db_default="", default="", max_length=10)),
                ("uploaded_at", models.DateTimeField()),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("office", "sha256"), name="a_file_is_kept_once")
                ],
            },
        ),
    ]
