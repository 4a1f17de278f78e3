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
        ("topics", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyMet",
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
                        related_name="duties_met",
                        to="offices.office",
                    ),
                ),
                ("duty", models.CharField(max_length=40)),
                ("title", models.TextField()),
                ("address", models.CharField(blank=True, max_length=500)),
                ("published_on", models.DateField(null=True)),
                ("review_by", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                ("applies", models.BooleanField(db_default=True, default=True)),
                ("removed_at", models.DateTimeField(null=True)),
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
                "verbose_name_plural": "duties met",
                "ordering": ["duty", "-published_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="HighestSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("jumped_to", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
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
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="offices.office",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[
                            ("office", "About the office"),
                            ("agenda", "Agenda and papers"),
                            ("minutes", "Minutes"),
                            ("register", "Register of actions"),
                            ("topics", "Topics"),
                            ("measures", "Measures"),
                            ("people", "People and posts"),
                            ("decision", "Decision"),
                            ("scheme", "Publication scheme"),
                            ("original", "Minutes as they were published at the time"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="topics.topic",
                    ),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publications",
                        to="measures.measure",
                    ),
                ),
                (
                    "doing",
                    models.CharField(
                        choices=[
                            ("publish", "Publish"),
                            ("correct", "Correct"),
                            ("withdraw", "Withdraw"),
                            ("put back", "Publish again"),
                        ],
                        default="publish",
                        max_length=10,
                    ),
                ),
                ("title", models.TextField()),
                ("duty", models.CharField(blank=True, max_length=40)),
                ("note", models.TextField(blank=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Put forward"),
                            ("decided", "Decided"),
                            ("dropped", "Not published"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("two_people", models.BooleanField(default=False)),
                ("findings", models.JSONField(default=list)),
                ("scanned_at", models.DateTimeField(null=True)),
                ("opens_at", models.DateTimeField(null=True)),
                ("opened_at", models.DateTimeField(null=True)),
                (
                    "follows",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="publishing.publication",
                    ),
                ),
                ("hidden", models.CharField(blank=True, max_length=64)),
                ("renews", models.BooleanField(default=False)),
                ("renewed_at", models.DateTimeField(null=True)),
                (
                    "because_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="brought_along",
                        to="publishing.publication",
                    ),
                ),
                ("put_forward_at", models.DateTimeField()),
                (
                    "put_forward_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("put_forward_as", models.CharField(max_length=120)),
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
                ("decided_as", models.CharField(blank=True, max_length=120)),
                ("why_dropped", models.TextField(blank=True)),
                ("withdrawn", models.JSONField(default=list)),
                ("number", models.PositiveIntegerField(null=True)),
                ("header", models.TextField(blank=True)),
                ("hash", models.CharField(blank=True, max_length=64)),
                ("key", models.CharField(blank=True, max_length=16)),
                ("signature", models.CharField(blank=True, max_length=88)),
                ("taken_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-put_forward_at", "-id"],
                "indexes": [models.Index(fields=["office", "state", "taken_at"], name="publication_to_take")],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "number"), name="one_decision_of_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(("state__in", ["proposed", "decided", "dropped"])),
                        name="publication_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "decided"), _negated=True),
                            models.Q(("decided_at__isnull", False), ("decided_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_decision_has_its_decider",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "decided"), _negated=True),
                            ("two_people", False),
                            models.Q(("decided_by", models.F("put_forward_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="two_people_where_something_is_left_out",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Redaction",
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
                        related_name="redactions",
                        to="offices.office",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="redactions",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="redactions",
                        to="meetings.item",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="redactions",
                        to="meetings.entry",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="redactions",
                        to="documents.document",
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("words", "Words of a line"),
                            ("entry", "A whole line"),
                            ("item", "A whole item"),
                            ("name", "A name, wherever it stands"),
                            ("file", "A file"),
                        ],
                        max_length=10,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("quote_sha256", models.CharField(blank=True, max_length=64)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("exemption", "Exempt from publication"),
                            ("personal", "Personal data"),
                            ("operational", "Operational detail"),
                        ],
                        max_length=12,
                    ),
                ),
                ("exemption", models.CharField(blank=True, max_length=80)),
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
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("why_lifted", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("what__in", ["words", "entry", "item", "name", "file"])),
                        name="redaction_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category__in", ["exemption", "personal", "operational"])),
                        name="category_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Address",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addresses",
                        to="offices.office",
                    ),
                ),
                ("path", models.CharField(max_length=400, unique=True)),
                ("kind", models.CharField(max_length=12)),
                ("about", models.BigIntegerField(null=True)),
                ("mark", models.TextField(blank=True)),
                ("given_at", models.DateTimeField()),
            ],
            options={
                "verbose_name_plural": "addresses",
                "ordering": ["path"],
                "indexes": [models.Index(fields=["office", "kind", "about"], name="address_of_a_thing")],
            },
        ),
        migrations.CreateModel(
            name="DecisionRecord",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decision_records",
                        to="offices.office",
                    ),
                ),
                ("number", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=300)),
                ("taken_on", models.DateField()),
                ("taken_by", models.CharField(max_length=200)),
                ("background", models.TextField(blank=True)),
                ("decision", models.TextField()),
                ("papers", models.TextField(blank=True)),
                ("exempt", models.TextField(blank=True)),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exemption", "Exempt from publication"),
                            ("personal", "Personal data"),
                            ("operational", "Operational detail"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="decision_records",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="decision_records",
                        to="meetings.entry",
                    ),
                ),
                ("ready", models.BooleanField(default=False)),
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
                "ordering": ["-taken_on", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("office", "number"), name="one_decision_record_of_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Frozen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="publishing.publication",
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("path", models.CharField(max_length=400)),
                ("kind", models.CharField(max_length=12)),
                ("media_type", models.CharField(max_length=100)),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name_plural": "frozen parts",
                "ordering": ["position"],
                "indexes": [models.Index(fields=["path"], name="frozen_by_path")],
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "path"), name="one_part_of_a_path"),
                    models.UniqueConstraint(fields=("publication", "position"), name="one_part_in_a_place"),
                ],
            },
        ),
    ]
