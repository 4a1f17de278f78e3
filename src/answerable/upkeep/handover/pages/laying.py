"""How a page of the full edition is laid: into one folder, with the style sheets beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template import engines

from answerable.components.file_search.index import Index
from answerable.offices.models import Office
from answerable.upkeep.handover.record import Tell

START, PAGES, FIND = "START-HERE.html", "pages", "find"
STYLES = (
    "govuk/govuk-frontend.min.css",
    "answerable/fallback.css",
    "answerable/answerable.css",
    "answerable/icon.svg",
)


@dataclass(slots=True)
class Pages:
    """The folder, whose record it is, the day that pages say, and the words that the search finds."""

    folder: Path
    office: Office
    at: datetime
    tell: Tell
    index: Index = field(default_factory=Index)

    def lay(self, file: str, template: str, **context: Any) -> None:
        """Write a page; ``file`` from the top of the folder."""
        up = "../" * file.count("/")
        said = {"office": self.office, "at": self.at, "up": up, "file_of": file_of, "date_of": date_of}
        page = engines["jinja2"].get_template(f"upkeep/handover/pages/{template}")
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.render({**said, **context}), encoding="utf-8")

    def style(self) -> None:
        """The style sheets that pages name; a picture of a chart has its colours from there."""
        for name in STYLES:
            found = finders.find(name)
            if found:
                place = self.folder / PAGES / "static" / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(Path(str(found)).read_bytes())


def file_of(meeting: Any) -> str:
    """The name of a meeting's page."""
    return f"{meeting.forum.slug}-{meeting.date.isoformat()}.html"


def date_of(due: dict[str, Any]) -> str:
    """A due in words, as it was printed where it is no date."""
    return str(due.get("text") or due.get("date") or "")
