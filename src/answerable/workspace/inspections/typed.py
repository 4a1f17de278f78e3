"""What forms about inspections say, as values of rows; usable where they left no problem."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from answerable.core.inspections.pasted import KINDS, LONGEST, LONGEST_NUMBER
from answerable.people.models import Post
from answerable.topics.models import Topic
from answerable.web.address import Asked
from answerable.workspace.here import Here
from answerable.workspace.plan.typed import line

LONGEST_TITLE, LONGEST_NAME, LONGEST_ADDRESS = 300, 100, 200  # as the columns have them
SCOPES = {"no": "Our force", "yes": "All forces"}

_is_address = URLValidator(schemes=["http", "https"])


def long(values: Asked, name: str, what: str, most: int) -> str:
    """What was typed on several lines, without what no page can show; too much leaves a problem."""
    text = values.values.get(name, "").replace("\r", "")
    text = "".join(one for one in text if one.isprintable() or one in "\n\t").strip()
    if len(text) > most:
        values.refuse(name, f"Shorten {what} to {most:,} letters: it has {len(text):,}")
    return text


def needed(values: Asked, name: str, what: str, most: int, missing: str) -> str:
    """One line that cannot be left empty."""
    text = line(values, name, what, most)
    if not text:
        values.refuse(name, missing)
    return text


def address(values: Asked, name: str) -> str:
    """The address of a page; "" where none was typed."""
    text = line(values, name, "the address", LONGEST_ADDRESS)
    if text and not values.error(name):
        try:
            _is_address(text)
        except ValidationError:
            values.refuse(name, "Write the whole address, such as https://example.org/report")
    return text


def inspection_values(values: Asked, sent: Collection[str]) -> dict[str, Any]:
    """Of ``fields.INSPECTION``; only what was ``sent``."""
    read = {
        "title": lambda: needed(values, "title", "the title", LONGEST_TITLE, "Write the title of the report"),
        "inspectorate": lambda: needed(
            values, "inspectorate", "the inspectorate", LONGEST_NAME, "Write whose report it is"
        ),
        "published": lambda: _day(values, "published", "Write the day on which it was published"),
        "national": lambda: values.choice("national", SCOPES, "which forces it is about") == "yes",
        "address": lambda: address(values, "address"),
    }
    return {name: value() for name, value in read.items() if name in sent}


def recommendation_values(at: Here, values: Asked, sent: Collection[str]) -> dict[str, Any]:
    """Of ``fields.RECOMMENDATION``; only what was ``sent``."""
    read = {
        "number": lambda: needed(values, "number", "the number", LONGEST_NUMBER, "Write its number"),
        "kind": lambda: kind(values),
        "text": lambda: _words(values),
        "post": lambda: post(at, values, "post"),
        "due": lambda: values.date("due", "the day by which it is due"),
        "topic": lambda: topic(at, values, "topic"),
    }
    return {name: value() for name, value in read.items() if name in sent}


def kind(values: Asked) -> str:
    return values.choice("kind", KINDS, "the kind") or "recommendation"


def post(at: Here, values: Asked, name: str) -> Post | None:
    """A post of the office's; None where none was chosen."""
    key = values.number(name, "a post")
    found = Post.objects.filter(pk=key, office_id=at.office_id).first() if key else None
    if key and found is None:
        values.refuse(name, "Choose a post from the list: that one is not there any more")
    return found


def topic(at: Here, values: Asked, name: str) -> Topic | None:
    key = values.number(name, "a topic")
    found = Topic.objects.filter(pk=key, office_id=at.office_id).first() if key else None
    if key and found is None:
        values.refuse(name, "Choose a topic from the list: that one is not there any more")
    return found


def _day(values: Asked, name: str, missing: str) -> Any:
    found = values.date(name, "the day")
    if found is None and not values.error(name):
        values.refuse(name, missing)
    return found


def _words(values: Asked) -> str:
    text = " ".join(long(values, "text", "the recommendation", LONGEST).split())
    if not text:
        values.refuse("text", "Write what it recommends")
    return text
