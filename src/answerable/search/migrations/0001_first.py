import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchRow",
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="offices.office"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("object_id", models.BigIntegerField()),
                ("meeting_id", models.BigIntegerField(null=True)),
                ("forum_id", models.BigIntegerField(null=True)),
                ("date", models.DateField(null=True)),
                ("marking", models.CharField(default="open", max_length=20)),
                ("anchor", models.CharField(blank=True, max_length=40)),
                ("title", models.TextField(blank=True)),
                ("text", models.TextField(blank=True)),
            ],
            options={
                "db_table": "search_row",
                "indexes": [models.Index(fields=["meeting_id"], name="search_row_of_meeting")],
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "object_id"), name="one_search_row_of_a_thing"),
                    models.CheckConstraint(
                        condition=models.Q(("marking__in", ["open", "restricted"])),
                        name="search_marking_known",
                    ),
                ],
            },
        ),
    ]
