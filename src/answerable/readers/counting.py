"""How lists are labelled: bullets, and numbers as letters, Roman or decimal."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_UP_TO = 4000
_LETTERS_UP_TO = 26 * 30
"""Word itself repeats the letter thirty times and then begins again."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SYMBOLS = ("\ue000", "\uf8ff")
"""Private characters: a bullet of Symbol or Wingdings, which has no meaning outside the font."""


def bullet(text: str) -> str:
    """A bullet as a person sees it: symbols of private fonts, and Courier's hollow "o", become "•"."""
    mark = text.strip()[:1]
    if not mark or mark == "o" or _SYMBOLS[0] <= mark <= _SYMBOLS[1]:
        return "•"
    return mark


def spell(count: int, form: str) -> str:
    """A number in one of Word's number formats; decimal for the rare ones."""
    if form in ("lowerLetter", "upperLetter") and 0 < count <= _LETTERS_UP_TO:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < count < _ROMAN_UP_TO:
        roman = _roman(count)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{count:02d}"
    if form == "ordinal":
        return f"{count}{_ordinal(count)}"
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while count >= value:
            text += letters
            count -= value
    return text


def _ordinal(count: int) -> str:
    if count % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")


def raised(number: int) -> str:
    """A note's number as it stands in the text: small and high, so that it joins no word or figure."""
    return str(number).translate(_RAISED)
