from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("growing", "0001_first")]
    operations = [migrations.AddField("thing", "note", models.TextField(default=""))]
