import json
import secrets

from django.conf import settings
from django.db import migrations

from answerable.core.chain.events import add_event, content_text

AT_A_TIME = 500
ERASED = "(erased)"
ABOUT = "about"  # where the old details keep all rows that an event was about


def link(apps, schema_editor):
    """Chain the events that are there, in the order in which they came; gaps between their ids close."""
    Event = apps.get_model("audit", "Event")
    last = None
    for row in Event.objects.order_by("id").iterator(chunk_size=AT_A_TIME):
        about = row.details.pop(ABOUT, None) or []
        if not about and row.about_id is not None:
            about = [(row.about_type, row.about_id)]
        event = add_event(
            last=last, at=row.at, who=row.by_id, operation=row.operation, office=row.office_id, about=about,
            content=content_text(row.summary, row.details), salt=secrets.token_hex(16),
        )  # fmt: skip
        erased = row.summary == ERASED
        Event.objects.filter(pk=row.pk).update(
            id=event.sequence, about=json.dumps(event.about, separators=(",", ":")),
            salt="" if erased else event.salt, content="" if erased else event.content,
            content_hash=event.content_hash, before=event.before, hash=event.hash,
        )  # fmt: skip
        last = event.sequence, event.hash


def unlink(apps, schema_editor):
    """Give the old columns back: the first row an event was about, and somebody for those by nobody."""
    Event = apps.get_model("audit", "Event")
    User = apps.get_model(settings.AUTH_USER_MODEL)
    somebody = User.objects.order_by("pk").values_list("pk", flat=True).first()
    for row in Event.objects.order_by("id").iterator(chunk_size=AT_A_TIME):
        said = json.loads(row.content) if row.content else {"summary": ERASED, "details": {}}
        about = json.loads(row.about)
        kind, key = (about or [("", None)])[0]
        details = {**said["details"], ABOUT: about} if len(about) > 1 else said["details"]
        Event.objects.filter(pk=row.pk).update(
            about_type=kind, about_id=key, summary=said["summary"], details=details,
            by_id=row.by_id or somebody,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_chain")]

    operations = [migrations.RunPython(link, unlink)]
