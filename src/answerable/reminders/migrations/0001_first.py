import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("offices", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reminded",
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
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("told", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "reminded",
                "ordering": ["-day"],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "day"), name="reminded_once_a_day")
                ],
            },
        ),
    ]
