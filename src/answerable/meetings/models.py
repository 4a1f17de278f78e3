"""Meetings as they were minuted. Every ``source`` is a list of places as the meeting record defines them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from answerable.accounts.marked import Marked, Restrictable
from answerable.documents.models import Document
from answerable.offices.models import Office
from answerable.people.models import Person, Post
from answerable.topics.models import Topic

DEADLINE_DAYS = {"terms": 20, "papers": 5, "agenda": 5, "minutes": 10}
"""Working days before (minutes: after) a meeting, where a forum has not said otherwise."""

ENTRY_KINDS = ["heading", "note", "question", "response", "action", "update", "commitment", "decision"]


class Forum(models.Model):
    """A series of meetings; it may succeed an earlier one.

    Whether it does is told from the minutes until a person says so, at ``succession_decided_at``. The rest
    is how it meets and what its papers look like: ``kinds`` that its meetings may have (none: any),
    ``labels`` of standing items and markers ("arising", "aob", "next", "action"), ``rules`` that its year is
    held against ([{"kind": "public", "at_least": 2}]), and deadlines in working days.
    """

    class Rhythm(models.TextChoices):
        NONE = "", "No fixed rhythm"
        MONTHLY = "monthly", "Every month"
        TWO_MONTHLY = "two-monthly", "Every two months"
        QUARTERLY = "quarterly", "Every quarter"
        HALF_YEARLY = "half-yearly", "Twice a year"
        YEARLY = "yearly", "Once a year"

    class Numbering(models.TextChoices):
        DECIMAL = "decimal", "1, 1.1, 1.1.1"
        LETTERS = "letters", "1, a, i"
        NONE = "none", "No numbers"

    class Layout(models.TextChoices):
        COLUMN = "column", "Actions in a column at the right"
        NUMBERED = "numbered", "“Actions arising:” with a numbered list"
        INLINE = "inline", "“ACTION:” in the text"
        TABLE = "table", "A table of actions at the end"

    office = models.ForeignKey(Office, models.CASCADE, related_name="forums")
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80)
    succeeds = models.ForeignKey("self", models.SET_NULL, null=True, related_name="successors")
    succession_decided_at = models.DateTimeField(null=True)
    kinds = models.JSONField(default=list, blank=True)
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, default=Rhythm.NONE, blank=True)
    rhythm_week = models.PositiveSmallIntegerField(null=True)  # 1 to 4 of the month, 5 the last
    rhythm_weekday = models.PositiveSmallIntegerField(null=True)  # 0 Monday to 4 Friday
    start_time = models.CharField(max_length=5, blank=True, default="")
    venue = models.CharField(max_length=200, blank=True, default="")
    numbering = models.CharField(max_length=10, choices=Numbering.choices, default=Numbering.DECIMAL)
    layout = models.CharField(max_length=10, choices=Layout.choices, default=Layout.COLUMN)
    labels = models.JSONField(default=dict, blank=True)
    rules = models.JSONField(default=list, blank=True)
    terms_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["terms"])
    papers_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["papers"])
    papers_time = models.CharField(max_length=5, blank=True, default="09:00")
    agenda_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["agenda"])
    minutes_days = models.PositiveSmallIntegerField(default=DEADLINE_DAYS["minutes"])

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["office", "slug"], name="one_forum_of_a_slug"),
            models.UniqueConstraint(fields=["office", "name"], name="one_forum_of_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


class Meeting(models.Model):
    """One meeting of a forum, planned or held, with the record that was made of it.

    ``minutes_state`` says how far minutes that are written here have come; it is empty where they came as a
    file, or are not begun. ``first_date`` is the day that a moved meeting was planned for at first.

    ``document`` is null where the meeting came as a record without its original: then sources only quote.
    ``source_sha256`` names the file that places count in, and ``record_sha256`` the record as it was read.
    """

    class State(models.TextChoices):
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"
        PLANNED = "planned", "Planned"

    class Kind(models.TextChoices):
        PERFORMANCE = "performance", "Performance"
        THEMATIC = "thematic", "Thematic"
        PUBLIC = "public", "Public"
        INSPECTION = "inspection", "Inspection"
        REVIEW = "review", "Review"
        INTERIM = "interim", "Interim"

    class Minutes(models.TextChoices):
        NONE = "", "Not written here"
        DRAFT = "draft", "Draft"
        CHECKED = "checked", "Checked"
        AGREED = "agreed", "Agreed by the commissioner’s side"
        SEEN = "seen", "With the force for accuracy"
        APPROVED = "approved", "Approved"

    office = models.ForeignKey(Office, models.CASCADE, related_name="meetings")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings", db_index=False)
    date = models.DateField()
    title = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.HELD)
    start_time = models.TextField(null=True)
    end_time = models.TextField(null=True)
    chair = models.TextField(null=True)
    minutes_by = models.TextField(null=True)
    venue = models.TextField(null=True)
    next_date = models.DateField(null=True)
    next_start_time = models.TextField(null=True)
    next_venue = models.TextField(null=True)
    next_type = models.TextField(null=True)
    next_source = models.JSONField(default=list)
    document = models.ForeignKey(Document, models.PROTECT, null=True, related_name="meetings")
    source_name = models.CharField(max_length=255, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    record_sha256 = models.CharField(max_length=64)
    source = models.JSONField(default=list)
    theme = models.TextField(blank=True, default="")
    first_date = models.DateField(null=True)
    minutes_state = models.CharField(max_length=10, choices=Minutes.choices, default=Minutes.NONE, blank=True)
    settled = models.BooleanField(default=False)  # its people, links and actions' lives are worked out

    class Meta:
        ordering = ["-date", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["forum", "date"], name="one_meeting_of_a_forum_on_a_day"),
            models.CheckConstraint(
                condition=Q(state__in=["held", "cancelled", "planned"]), name="meeting_state_known"
            ),
            models.CheckConstraint(
                condition=Q(minutes_state__in=["", "draft", "checked", "agreed", "seen", "approved"]),
                name="minutes_state_known",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "date"], name="meeting_by_date"),
            models.Index(fields=["office"], condition=Q(settled=False), name="meeting_to_settle"),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {self.date}"


class Deadline(models.Model):
    """What is due before or after a meeting, and by when: ``first`` as it was set at first.

    ``time`` ("09:00") is given where the hour counts; ``met_at`` when it was done.
    """

    class Kind(models.TextChoices):
        TERMS = "terms", "Terms of reference out"
        PAPERS = "papers", "Papers in"
        AGENDA = "agenda", "Agenda out"
        MINUTES = "minutes", "Minutes due"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="deadlines", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    date = models.DateField()
    time = models.CharField(max_length=5, blank=True, default="")
    first = models.DateField()
    met_at = models.DateTimeField(null=True)
    met_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["date", "id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "kind"], name="one_deadline_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.date}"


class Move(models.Model):
    """A planned meeting that was put on another day, or (``to`` is null) cancelled, and why.

    ``onto`` is the meeting that took what was due at a cancelled one.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="moves")
    was = models.DateField()
    to = models.DateField(null=True)
    onto = models.ForeignKey(Meeting, models.SET_NULL, null=True, related_name="taken_on")
    why = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.meeting.forum}: {self.was} to {self.to or 'no other day'}"


class Attendance(models.Model):
    """Who was there or sent apologies, as printed, and whom and which post that was."""

    class Status(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance", db_index=False)
    position = models.PositiveIntegerField()
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="attendance")
    post = models.ForeignKey(Post, models.SET_NULL, null=True, related_name="attendance")
    acting = models.BooleanField(default=False)
    name = models.CharField(max_length=200)
    capacity = models.TextField(null=True)
    abbreviation = models.TextField(null=True)
    status = models.CharField(max_length=10, choices=Status.choices)
    from_item = models.TextField(null=True)
    to_item = models.TextField(null=True)
    source = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "attendance"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_attendance_in_a_place"),
            models.CheckConstraint(
                condition=Q(status__in=["present", "apologies"]), name="attendance_status_known"
            ),
        ]
        indexes = [models.Index(fields=["name"], name="attendance_by_name")]

    def __str__(self) -> str:
        return self.name


class Item(Marked):
    """An agenda item, numbered as printed: of the agenda while its meeting is ahead, of the minutes after.

    ``origin`` says how it came onto an agenda written here: "" where it was read from minutes.
    ``carried_from`` is the item of an earlier meeting that it goes on with, which stays where it is.
    """

    class Origin(models.TextChoices):
        READ = "", "Read from minutes"
        STANDING = "standing", "Standing item"
        ARISING = "arising", "Matters arising"
        POINT = "point", "Terms of reference"
        CARRIED = "carried", "Carried forward"
        QUESTION = "question", "Question"
        WRITTEN = "written", "Added"

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items", db_index=False)
    position = models.PositiveIntegerField()
    number = models.TextField(null=True)
    label = models.TextField(null=True)
    title = models.TextField()
    level = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=30)
    assurance = models.TextField(null=True)
    source = models.JSONField(default=list)
    origin = models.CharField(
        max_length=10, choices=Origin.choices, blank=True, default=Origin.READ, db_default=Origin.READ
    )
    note = models.TextField(blank=True, default="", db_default="")  # what the agenda says under its title
    lead = models.TextField(blank=True, default="", db_default="")  # who speaks to it: "DCC"
    carried_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="carried_to")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_item_in_a_place")]

    def __str__(self) -> str:
        return f"{self.number} {self.title}" if self.number else self.title


class Entry(Marked):
    """A piece of the minutes in reading order. ``position`` is its index in the record."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="entries", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="entries")
    paragraph = models.PositiveIntegerField()
    heading = models.TextField(null=True)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    speakers = models.JSONField(default=list)
    source = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_entry_in_a_place"),
            models.CheckConstraint(
                condition=Q(kind__in=ENTRY_KINDS),
                name="entry_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Exchange(Restrictable):
    """A question with its response. ``entries`` are positions of the meeting's entries."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="exchanges", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="exchanges")
    heading = models.TextField(null=True)
    asked_by = models.JSONField(default=list)
    question = models.TextField()
    answered_by = models.JSONField(default=list)
    response = models.TextField(blank=True)
    stance = models.TextField(null=True)
    entries = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="one_exchange_in_a_place")
        ]

    def __str__(self) -> str:
        return self.question


class Figure(Marked):
    """A number that the minutes state, with what it measures."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="figures", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="figures")
    measure = models.TextField()
    area = models.TextField(null=True)
    value = models.FloatField(null=True)
    to = models.FloatField(null=True)
    approximate = models.BooleanField(default=False)
    unit = models.TextField(null=True)
    kind = models.CharField(max_length=20)
    text = models.TextField()
    source = models.JSONField(default=list)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_figure_in_a_place")]

    def __str__(self) -> str:
        return self.text


class Warning(Restrictable):
    """What the reader was unsure of; ``entry`` is the line that it is about, where there is one."""

    office = models.ForeignKey(Office, models.CASCADE, related_name="warnings")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="warnings", db_index=False)
    position = models.PositiveIntegerField()
    item = models.ForeignKey(Item, models.SET_NULL, null=True, related_name="warnings")
    entry = models.ForeignKey(Entry, models.SET_NULL, null=True, related_name="warnings")
    code = models.CharField(max_length=60)
    message = models.TextField()
    source = models.JSONField(default=list)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="one_warning_in_a_place")]
        indexes = [models.Index(fields=["office", "settled_at", "code"], name="warning_to_settle")]

    def __str__(self) -> str:
        return self.message


class TopicLink(models.Model):
    """Where a topic is spoken of: an item of a meeting, an entry of it where that is narrower."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="links")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="topic_links")
    item = models.ForeignKey(Item, models.CASCADE, null=True, related_name="topic_links")
    entry = models.ForeignKey(Entry, models.CASCADE, null=True, related_name="topic_links")
    score = models.FloatField(default=0)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.topic} in {self.meeting}"
