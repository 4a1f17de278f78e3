"""The parts of reading scans that need no Tesseract: its output, misread numbers, rules, skew."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from answerable.readers.ocr.picture import dark_parts, rules_in, upright
from answerable.readers.ocr.tesseract import parsed
from answerable.readers.ocr.words import believed
from answerable.readers.paper.initials import known_in, repaired_initials
from answerable.readers.paper.numbers import may_follow, repaired
from answerable.readers.paper.turning import Turn

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def test_words_are_taken_from_the_table_that_tesseract_prints() -> None:
    table = HEAD + "4\t1\t1\t1\t1\t0\t10\t20\t90\t30\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t40\t30\t96.5\tlamps\n"

    assert [(word.text, word.x0, word.y1, word.sure) for word in parsed(table)] == [("lamps", 10, 50, 96.5)]


def test_what_a_speck_was_read_as_is_left_out_and_a_dash_between_words_kept() -> None:
    rows = [("|", 20), ("Board", 95), ("—", 40), ("Notes", 95), ("~", 30)]
    table = HEAD + "".join(
        f"5\t1\t1\t1\t{1 if 0 < at < 4 else 2 + at}\t1\t{10 * at}\t0\t9\t9\t{sure}\t{text}\n"
        for at, (text, sure) in enumerate(rows)
    )

    assert [word.text for word in believed(parsed(table), 300)] == ["Board", "—", "Notes"]


@pytest.mark.parametrize(
    ("labels", "mended"),
    [
        (["2.", "24", "2.2", "2.3"], {1: "2.1"}),
        (["1.", "2.", "8.", "4."], {2: "3."}),
        (["1.", "2.", "4.", "5."], {}),  # a number that is left out fits nowhere: it stays as printed
        (["2.1", "a", "b", "2.2"], {}),
        (["1.", "1.1", "2.", "2.1"], {}),
        ([], {}),
    ],
)
def test_a_misread_number_becomes_the_only_one_that_fits(labels: list[str], mended: dict[int, str]) -> None:
    assert repaired(labels) == mended


@given(st.lists(st.integers(0, 2), max_size=12))
def test_numbers_in_order_are_left_alone(steps: list[int]) -> None:
    numbers: list[tuple[int, ...]] = [(1,)]
    for step in steps:
        before = numbers[-1]
        level = min(step, len(before) - 1)
        numbers.append((*before, 1) if step == 2 else (*before[:level], before[level] + 1))
    assert all(may_follow(before, after) for before, after in pairwise(numbers))

    assert repaired([".".join(map(str, number)) for number in numbers]) == {}


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("TIACC", "T/ACC"),
        ("CCI/", "CC/"),
        ("2.CC1DCC", "2.CC/DCC"),
        ("CC", "CC"),
        ("1.DCC/", "1.DCC/"),
        ("1.1", "1.1"),
        ("2.1", "2.1"),
        ("HMI", "HMI"),  # nothing known comes of it
        ("Initial", "Initial"),
    ],
)
def test_a_stroke_read_as_a_letter_is_put_right_where_the_owners_are_known(read: str, mended: str) -> None:
    known = known_in(["Ada Fenwick, Temporary Assistant Chief Constable (T/ACC)", "(CC)", "Deputy (DCC)"])

    assert known == {"T/ACC", "CC", "DCC"}
    assert repaired_initials(read, known) == mended


def _page_with_rules() -> Image.Image:
    picture = Image.new("L", (1240, 1754), 255)
    draw = ImageDraw.Draw(picture)
    for y in (300, 500, 700):
        draw.line((100, y, 1100, y), fill=0, width=3)
    for x in (100, 200, 1100):
        draw.line((x, 300, x, 700), fill=0, width=3)
    for line in range(12):  # words: short strokes
        for word in range(9):
            draw.rectangle((230 + 90 * word, 320 + 15 * line, 290 + 90 * word, 326 + 15 * line), fill=0)
    return picture


def test_rules_are_found_and_strokes_of_words_are_not() -> None:
    rules, _ = rules_in(dark_parts(_page_with_rules()), 150)

    assert [round(rule.at) for rule in rules.level] == [144, 240, 336]
    assert [round(rule.at) for rule in rules.upright] == [48, 96, 528]
    assert all(abs(rule.start - 48) < 2 and abs(rule.end - 528) < 2 for rule in rules.level)


@pytest.mark.parametrize("degrees", [-1.4, -0.3, 0.0, 0.8])
def test_skew_is_measured_to_a_tenth_of_a_degree(degrees: float) -> None:
    askew = _page_with_rules().rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC)

    assert upright(askew)[1] == pytest.approx(-degrees, abs=0.11)


def test_a_place_turned_back_is_where_it_was_scanned() -> None:
    x0, y0, x1, y1 = Turn(90, 100, 100).back((80, 45, 90, 55))

    assert (x0, y0, x1, y1) == pytest.approx((45, 80, 55, 90))
