import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Office",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, unique=True)),
                ("slug", models.SlugField(max_length=80, unique=True)),
                ("office_label", models.CharField(default="OPCC", max_length=80)),
                (
                    "commissioner_label",
                    models.CharField(default="Police and Crime Commissioner", max_length=80),
                ),
                ("chief_officer_label", models.CharField(default="Chief Constable", max_length=80)),
                ("actions_numbered", models.PositiveIntegerField(default=0)),
                ("undated_due_days", models.PositiveSmallIntegerField(null=True)),
                ("undated_due_from", models.DateField(null=True)),
                ("contact", models.JSONField(blank=True, default=dict)),
                ("ends_on", models.DateField(null=True)),
                ("successor", models.CharField(blank=True, db_default="", default="", max_length=200)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.CreateModel(
            name="Force",
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
                        related_name="forces",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="one_force_of_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Body",
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
                        related_name="bodies",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("abbreviation", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "verbose_name_plural": "bodies",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "name"), name="one_body_of_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "force",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="areas", to="offices.force"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("start", models.DateField(null=True)),
                ("end", models.DateField(null=True)),
            ],
            options={
                "ordering": ["name"],
            },
        ),
    ]
