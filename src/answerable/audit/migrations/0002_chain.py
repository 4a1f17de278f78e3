import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """The columns of the chain beside the old ones; 0003 fills them, 0004 takes the old ones away."""

    dependencies = [("audit", "0001_first"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.AddField("event", "about", models.TextField(default="")),
        migrations.AddField("event", "salt", models.CharField(max_length=32, blank=True, default="")),
        migrations.AddField("event", "content", models.TextField(blank=True, default="")),
        migrations.AddField("event", "content_hash", models.CharField(max_length=64, default="")),
        migrations.AddField("event", "before", models.CharField(max_length=64, default="")),
        migrations.AddField("event", "hash", models.CharField(max_length=64, default="")),
        migrations.AlterField(
            "event",
            "by",
            models.ForeignKey(
                settings.AUTH_USER_MODEL, django.db.models.deletion.PROTECT, null=True, related_name="+"
            ),
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.BigIntegerField()),
                ("hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("key", models.CharField(max_length=16)),
                ("signature", models.CharField(max_length=88)),
            ],
            options={"ordering": ["-id"]},
        ),
    ]
