import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0005_plan"),
        ("minuting", "0001_first"),
    ]

    operations = [
        migrations.AddField(
            model_name="step",
            name="approved_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="approvals",
                to="meetings.meeting",
            ),
        ),
    ]
