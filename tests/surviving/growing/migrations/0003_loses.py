from typing import Any

from django.db import migrations


def lose(apps: Any, schema_editor: Any) -> None:
    apps.get_model("growing", "Thing").objects.update(name="")


class Migration(migrations.Migration):
    dependencies = [("growing", "0002_note")]
    operations = [migrations.RunPython(migrations.RunPython.noop, lose)]
