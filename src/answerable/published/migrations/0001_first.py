import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Key",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=16, unique=True)),
                ("public", models.CharField(max_length=80)),
                ("statement", models.TextField()),
            ],
            options={
                "ordering": ["id"],
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
                ("number", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="GivenTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("owner", models.CharField(db_index=True, max_length=400)),
                ("path", models.CharField(db_index=True, max_length=400)),
                ("name", models.CharField(max_length=20)),
                ("value", models.CharField(max_length=400)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("owner", "path", "name", "value"), name="one_gift_of_a_tag"
                    )
                ],
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
                ("office", models.CharField(max_length=80)),
                ("kind", models.CharField(max_length=12)),
                ("path", models.CharField(max_length=400, unique=True)),
                ("owner", models.CharField(max_length=400)),
                ("forum", models.CharField(blank=True, max_length=400)),
                ("date", models.DateField(null=True)),
                ("position", models.PositiveIntegerField()),
                ("title", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
                ("data", models.JSONField(default=dict)),
                ("modified", models.DateTimeField()),
                ("gone", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-date", "owner", "position"],
                "indexes": [
                    models.Index(fields=["office", "kind", "gone", "date"], name="line_by_date"),
                    models.Index(fields=["office", "kind", "modified", "id"], name="line_by_modified"),
                    models.Index(fields=["owner", "position"], name="line_of_part"),
                    models.Index(fields=["kind", "id"], name="line_in_order"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("office", models.CharField(max_length=80)),
                ("number", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("doing", models.CharField(max_length=12)),
                ("title", models.TextField()),
                ("duty", models.CharField(blank=True, max_length=40)),
                ("note", models.TextField(blank=True)),
                ("header", models.TextField()),
                ("hash", models.CharField(max_length=64, unique=True)),
                ("key", models.CharField(blank=True, max_length=16)),
                ("signature", models.CharField(blank=True, max_length=88)),
                ("taken_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-at", "-id"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="one_publication_of_a_number")
                ],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("office", models.CharField(max_length=80)),
                ("path", models.CharField(max_length=400)),
                ("version", models.PositiveIntegerField()),
                ("kind", models.CharField(max_length=12)),
                ("media_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("state", models.CharField(max_length=10)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snapshots",
                        to="published.publication",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ended",
                        to="published.publication",
                    ),
                ),
            ],
            options={
                "ordering": ["path", "version"],
                "indexes": [models.Index(fields=["office", "kind", "state"], name="snapshot_by_kind")],
                "constraints": [
                    models.UniqueConstraint(fields=("path", "version"), name="one_snapshot_of_a_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "current")),
                        fields=("path",),
                        name="one_current_snapshot",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["current", "replaced", "withdrawn"])),
                        name="snapshot_state_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tag",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="tags", to="published.line"
                    ),
                ),
                ("name", models.CharField(max_length=20)),
                ("value", models.CharField(max_length=400)),
            ],
            options={
                "indexes": [models.Index(fields=["name", "value"], name="tag_by_value")],
                "constraints": [
                    models.UniqueConstraint(fields=("line", "name", "value"), name="one_tag_of_a_value")
                ],
            },
        ),
    ]
