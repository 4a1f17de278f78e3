"""The lines of the minutes of one meeting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from answerable.core.publication.lines.fact import LineFact
from answerable.core.publication.lines.placing import beside, by_words
from answerable.core.publication.shapes import MeetingContent, PublishedEntry


def lines_of_meeting(content: MeetingContent) -> list[LineFact]:
    """The meeting, its items, entries, exchanges, promises, updates and figures."""
    return [
        _meeting(content), *_items(content), *_entries(content), *_exchanges(content),
        *_promises(content), *_updates(content), *_figures(content),
    ]  # fmt: skip


def _meeting(content: MeetingContent) -> LineFact:
    keys = ("forum", "date", "title", "kind", "state", "start_time", "end_time", "venue", "chair")
    data = {key: content[key] for key in keys}  # type: ignore[literal-required]
    return LineFact(
        "meeting", content["path"], content["title"], "", content["date"], content["forum_path"], data
    )


def _items(content: MeetingContent) -> list[LineFact]:
    return [_line(content, "item", item["path"], item["title"], "", item) for item in content["items"]]


def _entries(content: MeetingContent) -> list[LineFact]:
    return [
        _line(
            content, "entry", entry["path"], entry["heading"] or "", entry["text"],
            {**entry, "item": _item(content, entry["item"])}, [("entry", entry["kind"]), *named([entry])],
        )
        for entry in content["entries"]
    ]  # fmt: skip


def _exchanges(content: MeetingContent) -> list[LineFact]:
    """Each beside its first line: its address stays while that one's does."""
    said = [[_entry(content, one) for one in each["entries"]] for each in content["exchanges"]]
    paths = beside(content["path"], "exchange", [paths[0] if paths else None for paths in said])
    return [
        _line(
            content, "exchange", path, "", f"{one['question']}\n{one['response']}",
            {**one, "item": _item(content, one["item"]), "entries": entries},
            named(content["entries"][at] for at in one["entries"]),
        )
        for path, entries, one in zip(paths, said, content["exchanges"], strict=True)
    ]  # fmt: skip


def _promises(content: MeetingContent) -> list[LineFact]:
    return [
        _line(
            content, "promise", one["path"], "", one["text"],
            {**one, "item": _item(content, one["item"]), "entry": _entry(content, one["entry"])},
            [
                *(("owner", name) for name in one["by"]), ("state", one["standing"]),
                *named(content["entries"][at] for at in (one["entry"],) if at is not None),
            ],
        )
        for one in content["promises"]
    ]  # fmt: skip


def _updates(content: MeetingContent) -> list[LineFact]:
    rows = content["updates"]
    paths = by_words(
        content["path"], "update", [(one["about"], one["action_text"], one["text"]) for one in rows]
    )
    return [
        _line(
            content, "update", path, one["action_text"], one["text"], one,
            [("action", one["about"])] if one["about"] else [],
        )
        for path, one in zip(paths, rows, strict=True)
    ]  # fmt: skip


def _figures(content: MeetingContent) -> list[LineFact]:
    rows = content["figures"]
    said = [(_item(content, one["item"]), one["measure"], one["area"], one["text"]) for one in rows]
    return [
        _line(content, "figure", path, one["measure"], one["text"], {**one, "item": words[0]})
        for path, words, one in zip(by_words(content["path"], "figure", said), said, rows, strict=True)
    ]


def named(entries: Iterable[PublishedEntry]) -> list[tuple[str, str]]:
    """The tags of the areas and bodies that some entries name."""
    tags = [
        tag
        for one in entries
        for tag in [
            *(("area", area) for area in one.get("areas", [])),
            *(("body", body) for body in one.get("bodies", [])),
        ]
    ]
    return list(dict.fromkeys(tags))


def _line(
    content: MeetingContent,
    kind: str,
    path: str,
    title: str,
    text: str,
    data: Any,
    tags: Iterable[tuple[str, str]] = (),
) -> LineFact:
    return LineFact(
        kind, path, title, text, content["date"], content["forum_path"],
        {"meeting": content["path"], **data}, tuple(tags),
    )  # fmt: skip


def _item(content: MeetingContent, at: int | None) -> str | None:
    return content["items"][at]["path"] if at is not None else None


def _entry(content: MeetingContent, at: int | None) -> str | None:
    return content["entries"][at]["path"] if at is not None else None
