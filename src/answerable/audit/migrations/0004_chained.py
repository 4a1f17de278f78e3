from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_link_events")]

    operations = [
        migrations.RemoveIndex("event", "event_about"),
        migrations.RemoveField("event", "about_type"),
        migrations.RemoveField("event", "about_id"),
        migrations.AlterField("event", "summary", models.TextField(default="")),
        migrations.RemoveField("event", "summary"),
        migrations.RemoveField("event", "details"),
        migrations.AlterField("event", "about", models.TextField()),
        migrations.AlterField("event", "salt", models.CharField(max_length=32, blank=True)),
        migrations.AlterField("event", "content", models.TextField(blank=True)),
        migrations.AlterField("event", "content_hash", models.CharField(max_length=64)),
        migrations.AlterField("event", "before", models.CharField(max_length=64)),
        migrations.AlterField("event", "hash", models.CharField(max_length=64)),
        migrations.AddIndex("event", models.Index(fields=["at"], name="event_at")),
        migrations.AddIndex("event", models.Index(fields=["operation"], name="event_operation")),
    ]
