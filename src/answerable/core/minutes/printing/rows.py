"""Entries that were rows of a table: the cells that their words stood in."""

from __future__ import annotations

from collections.abc import Iterator

from answerable.core.minutes.logs import item_of
from answerable.core.minutes.owners import split_owners
from answerable.core.minutes.record import Action, Entry, Update

Cells = tuple[tuple[str, str], ...]
HEADS = ("Ref", "Meeting", "Item", "Action", "Owner", "Due", "Progress", "Status")
"""Heads of a table of actions in their order, as ``core.minutes.logs`` knows them."""
SHARES = {"Action": 5, "Progress": 4, "Owner": 2, "Due": 2, "Meeting": 2}
"""How wide a column is beside the others; 1 where it is not here."""


def action_cells(entry: Entry, action: Action) -> Cells:
    """The row whose cells joined are the entry's words; none where it was no row."""
    before, found, after = entry["text"].partition(action["text"])
    if not found or entry["text"] == action["text"]:
        return ()
    given = list(_given(after.split(), action))
    if not given:
        return ()
    return tuple(
        (head, words)
        for head, words in (
            *_referred(before.split(), action["label"]),
            ("Action", action["text"]),
            *given[0],
        )
        if words
    )


def _given(words: list[str], action: Action) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Owner and due of the words behind the task: where they part, the owner being the action's owners."""
    for at in range(len(words), -1, -1):
        owner, due = " ".join(words[:at]), " ".join(words[at:])
        if split_owners(owner, frozenset(action["owners"])) == action["owners"] and (
            due or not action["due"]
        ):
            yield ("Owner", owner), ("Due", due)


def _referred(words: list[str], label: str | None) -> Iterator[tuple[str, str]]:
    """What stands before the task: its own number, the item that it is of."""
    number = label.split() if label else []
    if number and words[: len(number)] == number:
        yield "Ref", " ".join(number)
        words = words[len(number) :]
    yield ("Item", " ".join(words)) if number or item_of(" ".join(words)) else ("Ref", " ".join(words))


def update_cells(entry: Entry, update: Update) -> Cells:
    """The row of a log whose cells joined are the entry's words; none where it was no row."""
    before, found, rest = entry["text"].partition(update["action"])
    middle, said, after = rest.partition(update["update"]) if update["update"] else ("", "", rest)
    if not found or (update["update"] and not said):
        return ()
    words = before.split()
    item = words.pop() if words and update["item"] and item_of(words[-1]) == update["item"] else ""
    first = ("Meeting" if update["meeting"] else "Ref", " ".join(words))
    cells = (
        first,
        ("Item", item),
        ("Action", update["action"]),
        ("Owner", middle.strip()),
        ("Progress", update["update"]),
        ("Status", after.strip()),
    )
    return tuple((head, words) for head, words in cells if words)
