"""Search without a server: a small file for each beginning of a word says which pages have the words."""

from __future__ import annotations

import json
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

SCRIPT = Path(__file__).with_name("search.js")
WORD = re.compile(r"[^\W_]{2,40}")
SHARD = 2  # letters of a word's beginning that name its file: some hundred files, each some kilobytes
NAMES_TOGETHER = 500  # names of pages in one file: they are read when a page of them is found


class Index:
    """Words as they are added, in eight bytes for each page that has one; ``write`` lays them down."""

    def __init__(self) -> None:
        self._found: dict[str, array[int]] = defaultdict(lambda: array("I"))
        self._named: list[tuple[str, str]] = []

    def add(self, file: str, name: str, texts: Iterable[str]) -> None:
        """Count the words of one page: its file from the top of the folder, its name, what it says."""
        place = len(self._named)
        self._named.append((file, name))
        counted = Counter(word for text in texts for word in WORD.findall(text.casefold()))
        for word, times in counted.items():
            self._found[word].extend((place, times))

    def write(self, folder: Path) -> None:
        """``ab.js`` for the words that begin with "ab": word → [page, times, page, times…]; ``pages-0.js``
        for the names of the first pages; and the script."""
        folder.mkdir()
        shards: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._found):
            shards[shard_of(word)].append(word)
        for name, words in shards.items():
            _lay(folder / f"{name}.js", "found", name, {word: list(self._found[word]) for word in words})
        for at in range(0, len(self._named), NAMES_TOGETHER):
            number = at // NAMES_TOGETHER
            _lay(folder / f"pages-{number}.js", "named", number, self._named[at : at + NAMES_TOGETHER])
        (folder / SCRIPT.name).write_bytes(SCRIPT.read_bytes())


def shard_of(word: str) -> str:
    """The name of a word's file: letters as they are, others by their number."""
    return "".join(one if one.isascii() and one.isalnum() else f"u{ord(one):x}" for one in word[:SHARD])


def _lay(path: Path, says: str, name: object, told: dict[str, list[int]] | Sequence[tuple[str, str]]) -> None:
    held = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    path.write_text(f"{says}({json.dumps(name)},{held});\n", encoding="ascii")
