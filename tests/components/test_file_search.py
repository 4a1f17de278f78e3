"""The index of a search that needs no server."""

from __future__ import annotations

import json
from pathlib import Path

from answerable.components.file_search.index import NAMES_TOGETHER, Index, shard_of


def read(path: Path) -> tuple[object, object]:
    """What a file of the index says: the arguments of the one call that it is."""
    text = path.read_text("ascii").strip()
    said = json.loads(f"[{text[text.index('(') + 1 : -2]}]")
    return said[0], said[1]


def test_a_word_leads_to_the_pages_that_have_it(tmp_path: Path) -> None:
    index = Index()
    index.add("a.html", "First", ["Callers wait.", "callers"])
    index.add("b.html#item-2", "Second", ["Where callers are"])
    index.write(tmp_path / "find")
    assert read(tmp_path / "find" / "ca.js") == ("ca", {"callers": [0, 2, 1, 1]})
    assert read(tmp_path / "find" / "pages-0.js") == (0, [["a.html", "First"], ["b.html#item-2", "Second"]])
    assert (tmp_path / "find" / "search.js").exists()


def test_names_of_many_pages_are_in_several_files(tmp_path: Path) -> None:
    index = Index()
    for number in range(NAMES_TOGETHER + 1):
        index.add(f"{number}.html", str(number), [])
    index.write(tmp_path / "find")
    assert read(tmp_path / "find" / "pages-1.js") == (1, [[f"{NAMES_TOGETHER}.html", str(NAMES_TOGETHER)]])


def test_any_word_has_a_file_with_a_plain_name() -> None:
    assert shard_of("callers") == "ca"
    assert shard_of("éa") == "ue9a"
    assert shard_of("ŵy") == "u175y"
