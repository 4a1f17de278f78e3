"""Every code that a reading can warn with: what it means, and what to do about it.

Codes are stable: corrections, filters and other people's programs name them. ``docs/reference/warnings.md``
is this table printed; tests hold that nothing warns with a code that is not here.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """``title`` in a few plain words, ``meaning`` in a sentence, ``advice`` for whoever looks at it."""

    title: str
    meaning: str
    advice: str


CODES: dict[str, Code] = {
    "date-disagrees-with-title": Code(
        "Date and title disagree",
        "The title names another month than the date does.",
        "Both are kept as printed; the date is used. Put the date right if the title is.",
    ),
    "weekday-disagrees-with-date": Code(
        "Weekday and date disagree",
        "The weekday that is printed is not the weekday of the date.",
        "Look which of the two is meant.",
    ),
    "year-inferred": Code(
        "The year is inferred",
        "A date has no year; it was taken from the title, from the file's name or from the weekday.",
        "Confirm the date.",
    ),
    "date-from-file-name": Code(
        "The date is the file name's",
        "The minutes print no date; the file's name does.",
        "Confirm the date.",
    ),
    "no-date": Code(
        "No date",
        "Neither the minutes nor the file's name say when the meeting was.",
        "Give the date; without one the minutes cannot be put in their place.",
    ),
    "no-agenda": Code(
        "No agenda items",
        "No agenda items were found.",
        "Look whether the document is a set of minutes.",
    ),
    "number-out-of-order": Code(
        "A number is out of order",
        "The number of an item or action is not the one that would be next.",
        "Kept as printed; put it right if it matters.",
    ),
    "number-repeated": Code(
        "A number stands twice",
        "Two items are printed with the same number.",
        "Kept as printed; put it right if it matters.",
    ),
    "owner-missing": Code(
        "An action has no owner",
        "Neither the action column nor the action's own words name who is to do it.",
        "Name the owner if it is known.",
    ),
    "owner-unknown": Code(
        "An owner is not known",
        "An owner is not on the attendance list and is no known post.",
        "Confirm the owner, or say which post, person or body is meant.",
    ),
    "abbreviation-unknown": Code(
        "An abbreviation is never explained",
        "Initials own something and nothing in the minutes says whose they are.",
        "Say who or what is meant.",
    ),
    "abbreviation-disagrees-with-name": Code(
        "Initials and name disagree",
        "The initials beside a name are not that name's.",
        "Look which of the two is meant.",
    ),
    "attendance-printed-twice": Code(
        "Somebody is printed as present and as sending apologies",
        "The apologies were believed, as the more particular statement.",
        "Put it right if they were there.",
    ),
    "duplicate-text": Code(
        "Text is printed again",
        "A page or a part of it stands in the file more than once, as some converters leave it.",
        "The fullest copy was read; look whether anything is missing.",
    ),
    "damaged-text": Code(
        "Text is damaged",
        "The starts of lines are cut off, or a marker is clipped.",
        "What is left was read; complete it from the original.",
    ),
    "reading-order": Code(
        "The order was mended",
        "The lines of a page did not stand in the order in which they are read.",
        "Look whether the order is right.",
    ),
    "homoglyph": Code(
        "Look-alike letters",
        "A letter of another alphabet, or a nought, stands where a Latin letter is meant.",
        "Confirm what was read.",
    ),
    "markup-in-text": Code(
        "Tags stand in the text",
        "A converter left HTML tags in the text; they were taken out.",
        "Nothing, unless words are missing.",
    ),
    "hidden-text": Code(
        "Hidden text",
        "The file holds text that is not shown; it was not read.",
        "Look at the original before it is given to anybody.",
    ),
    "tracked-deletion": Code(
        "Tracked deletions",
        "The file holds words that were deleted with changes tracked; they were not read.",
        "Look at the original before it is given to anybody.",
    ),
    "comment": Code(
        "Comments",
        "The file holds comments; they were not read.",
        "Look at the original before it is given to anybody.",
    ),
    "embedded-part": Code(
        "Something is embedded",
        "The file holds a part (a sheet, a picture of text) that was not read.",
        "Look at it in the original.",
    ),
    "no-text-layer": Code(
        "A scanned page",
        "A page has no text; it was read from its picture, or could not be read.",
        "Compare it with the picture: numbers and initials are misread most often.",
    ),
    "correction-unplaced": Code(
        "A correction finds its line no more",
        "The file was read again, and the line that somebody had put right is not in the new reading.",
        "Look whether the new reading is right by itself; else put it right there.",
    ),
    "action-lost": Code(
        "An action is not read any more",
        "The file was read again without an action that somebody had tied an update to; it is still held.",
        "Look at the original, and make the line an action where it is one.",
    ),
}
