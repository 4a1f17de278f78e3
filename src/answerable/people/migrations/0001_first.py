import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("offices", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListedPeople",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "office",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
                ("people", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="Person",
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
                        related_name="people",
                        to="offices.office",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("names", models.JSONField(default=list)),
                ("initials", models.JSONField(default=list)),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ["name"],
                "indexes": [models.Index(fields=["office", "name"], name="person_by_name")],
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to="offices.office"
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="posts",
                        to="offices.body",
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("abbreviation", models.CharField(blank=True, max_length=40)),
                ("key", models.CharField(max_length=200)),
                (
                    "side",
                    models.CharField(
                        choices=[("office", "Office"), ("force", "Force"), ("body", "Another body")],
                        default="force",
                        max_length=10,
                    ),
                ),
                ("abolished_on", models.DateField(null=True)),
                ("public", models.BooleanField(null=True)),
            ],
            options={
                "ordering": ["title"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "key"), name="one_post_of_a_title"),
                    models.CheckConstraint(
                        condition=models.Q(("side__in", ["office", "force", "body"])), name="post_side_known"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="handovers",
                        to="people.post",
                    ),
                ),
                ("on", models.DateField()),
                (
                    "leaving",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "arriving",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                ("acting", models.BooleanField(default=False)),
                ("abolished", models.BooleanField(default=False)),
                ("said_at", models.DateTimeField()),
                (
                    "said_by",
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
                        condition=models.Q(("abolished", False), ("arriving", None), _connector="OR"),
                        name="nobody_follows_in_an_abolished_post",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActsFor",
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
                        related_name="acts_for",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acted_for_by",
                        to="people.post",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "accounts that act for posts",
                "constraints": [
                    models.UniqueConstraint(fields=("user", "post"), name="one_acts_for_a_post_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tenures",
                        to="people.person",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tenures", to="people.post"
                    ),
                ),
                ("start", models.DateField()),
                ("end", models.DateField(null=True)),
                ("acting", models.BooleanField(default=False)),
                ("portfolio", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["start", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("end__isnull", True), ("end__gte", models.F("start")), _connector="OR"
                        ),
                        name="tenure_ends_after_start",
                    )
                ],
            },
        ),
    ]
