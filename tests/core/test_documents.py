"""The builder of test documents keeps the promise that readers make."""

from answerable.core.minutes.document import uncovered
from tests.core.documents import bold, document, item, passages, table


def test_every_character_stands_in_a_block() -> None:
    cells = table([["1.", ["First", item("• second")], ""]])
    made = document("A title\nover two lines", cells, bold("End", 2))
    lines = [line for block in made.blocks for line in block.lines]
    printed = [made.text[line.start : line.end] for line in lines]
    assert uncovered(made.text, lines) == ""
    assert printed == ["A title", "over two lines", "1.", "First", "• second", "End"]
    assert [block.cell.column for block in made.blocks if block.cell] == [0, 1, 1]
    assert made.blocks[-1].strong_end == made.blocks[-1].start + 2


def test_passages_fold_lines() -> None:
    made = passages("A  title\nover two lines", "x")
    assert [piece.text for piece in made] == ["A title over two lines", "x"]
