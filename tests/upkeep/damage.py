"""A hundred ways to damage a backup, each with the words that its refusal must hold."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

SEED = 7
DATABASE = "database.sqlite3"


class Damage(NamedTuple):
    """What is done to a folder; ``said`` is part of the sentence that refuses it."""

    name: str
    do: Callable[[Path], object]
    said: str


def files(folder: Path) -> list[Path]:
    """All that the manifest names, the originals first."""
    return [*sorted(path for path in (folder / "files").rglob("*") if path.is_file()), folder / DATABASE]


def flip(path: Path, chance: random.Random) -> None:
    """One bit of a file turns over."""
    data = bytearray(path.read_bytes())
    place = chance.randrange(len(data) * 8)
    data[place // 8] ^= 1 << place % 8
    path.write_bytes(data)


def cut(path: Path, length: int) -> None:
    path.write_bytes(path.read_bytes()[:length])


def edit(folder: Path, change: Callable[[dict[str, Any]], object], *, seal: bool = False) -> None:
    """Change the manifest; ``seal``: and write its hash again, as somebody would who means harm."""
    path = folder / "manifest.json"
    values = json.loads(path.read_text())
    change(values)
    data = json.dumps(values).encode()
    path.write_bytes(data)
    if seal:
        (folder / "manifest.sha256").write_text(f"{hashlib.sha256(data).hexdigest()}  manifest.json\n")


def swap(one: Path, other: Path) -> None:
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)


def set_rows(table: str, by: int) -> Callable[[dict[str, Any]], None]:
    def change(values: dict[str, Any]) -> None:
        values["tables"][table]["rows"] += by

    return change


def older(folder: Path, other: Path, names: list[str]) -> None:
    """Files of another backup of the same place."""
    for name in names:
        shutil.copy(other / name, folder / name)


def _each(name: str, count: int, do: Callable[[Path, random.Random], object], said: str) -> list[Damage]:
    return [
        Damage(f"{name} {number}", lambda folder, n=number: do(folder, random.Random(SEED * n)), said)
        for number in range(1, count + 1)
    ]


def _sealed(name: str, change: Callable[[dict[str, Any]], object], said: str) -> Damage:
    return Damage(f"{name}, and sealed", lambda folder: edit(folder, change, seal=True), said)


def extra(folder: Path, chance: random.Random) -> None:
    (folder / "files" / f"extra-{chance.random()}").write_text("x")


def shorten(folder: Path, chance: random.Random) -> None:
    path = chance.choice(files(folder))
    cut(path, path.stat().st_size // 3)


def link(folder: Path, to: Path) -> None:
    (folder / DATABASE).unlink()
    (folder / DATABASE).symlink_to(to / DATABASE)


def forget_original(folder: Path) -> None:
    name = files(folder)[0].relative_to(folder).as_posix()
    edit(folder, lambda values: values["files"].pop(name), seal=True)


OUTSIDE = {"../x": {"size": 0, "sha256": ""}}
MANIFEST, SEAL = "manifest.json", "manifest.sha256"
WRITTEN, NAMED = "not what was written", "not as it was written"


def by_chance() -> list[Damage]:
    """What a disk, a cable or a careless hand does."""
    return [
        *_each("a bit of the database", 19, lambda f, c: flip(f / DATABASE, c), WRITTEN),
        *_each("a bit of an original", 15, lambda f, c: flip(c.choice(files(f)[:-1]), c), WRITTEN),
        *_each("a bit of the manifest", 15, lambda f, c: flip(f / MANIFEST, c), NAMED),
        *_each("a bit of the manifest's hash", 5, lambda f, c: flip(f / SEAL, c), NAMED),
        *_each("a file cut short", 10, shorten, "bytes instead of"),
        *_each("a file emptied", 5, lambda f, c: cut(c.choice(files(f)), 0), "0 bytes instead of"),
        *_each("a file missing", 8, lambda f, c: c.choice(files(f)).unlink(), "is missing from the backup"),
        *_each("a file too many", 4, extra, "does not belong"),
        *_each("two originals swapped", 3, lambda f, c: swap(*c.sample(files(f)[:2], 2)), "is damaged"),
        Damage("no manifest", lambda f: (f / MANIFEST).unlink(), "not a whole backup"),
        Damage("no hash of the manifest", lambda f: (f / SEAL).unlink(), "not a whole backup"),
        Damage("an empty manifest", lambda f: cut(f / MANIFEST, 0), NAMED),
    ]


def on_purpose(other: Path) -> list[Damage]:
    """What somebody does; ``other`` is an older backup of the same place."""
    own = [MANIFEST, SEAL]
    return [
        Damage("an old manifest with a new database", lambda f: older(f, other, own), "does not belong"),
        Damage("an old database with a new manifest", lambda f: older(f, other, [DATABASE]), "is damaged"),
        Damage("a manifest edited", lambda f: edit(f, set_rows("topics_topic", -1)), NAMED),
        Damage("a link in a file's place", lambda f: link(f, other), "no plain file"),
        Damage("an original forgotten, and sealed", forget_original, "does not belong"),
        _sealed("rows edited", set_rows("topics_topic", -1), "topics_topic"),
        _sealed("the last event edited", lambda m: m.update(last_event=[9, "0"]), "another database"),
        _sealed("a table left out", lambda m: m["tables"].pop("audit_event"), "audit_event"),
        _sealed("a way out of the folder", lambda m: m["files"].update(OUTSIDE), "not the manifest"),
        _sealed("a format of the future", lambda m: m.update(format=2), "newer version"),
        _sealed("tables of the future", lambda m: m["migrations"]["topics"].append("0999"), "newer version"),
        _sealed("another kind of database", lambda m: m.update(database="postgresql"), "same kind"),
        _sealed("not a manifest", lambda m: m.clear(), "not the manifest"),
    ]


def damages(other: Path) -> list[Damage]:
    """All hundred; ``other`` is an older backup of the same place."""
    return [*by_chance(), *on_purpose(other)]
