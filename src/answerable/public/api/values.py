"""The values that a question may have, each with one sentence for what is wrong with another."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from answerable.core.publication.open_data.cursor import PATTERN, key_of

MOST_ROWS = 200  # of a page: some 200 KB
ROWS = 50
LONGEST = 200  # letters of a value
LONGEST_PATH = 400  # letters: as published.models has it
NO_NUL = r"^[^\x00]*$"
DAY = r"\d{4}-\d{2}-\d{2}"
MOMENT = rf"{DAY}([Tt ]\d{{2}}:\d{{2}}(:\d{{2}}(\.\d{{1,9}})?)?([Zz]|[+ -]\d{{2}}:\d{{2}})?)?"
PAST_SECONDS = re.compile(r"(\.\d{6})\d+")  # no clock of ours is finer
WHOLE = r"[1-9]\d{0,8}"
EARLIEST, LATEST = dt.datetime.min.replace(tzinfo=dt.UTC), dt.datetime.max.replace(tzinfo=dt.UTC)


def _day(said: str) -> dt.date:
    found = _read(dt.date.fromisoformat, said) if re.fullmatch(DAY, said, re.ASCII) else None
    if found is None:
        raise ValueError(f"“{said[:40]}” is not a day: write it as 2019-03-12.")
    return found  # type: ignore[no-any-return]


def _moment(said: str) -> dt.datetime:
    """In UTC, also where nothing is said of it. A "+" that nobody escaped arrives as a space."""
    plain = re.sub(r"(:\d{2}(?:\.\d+)?) (\d{2}:\d{2})$", r"\1+\2", PAST_SECONDS.sub(r"\1", said.upper()))
    found = _read(dt.datetime.fromisoformat, plain) if re.fullmatch(MOMENT, said, re.ASCII) else None
    if found is None:
        raise ValueError(f"“{said[:40]}” is not a moment: write it as 2019-03-12T09:00:00Z.")
    try:
        return found.astimezone(dt.UTC) if found.tzinfo else found.replace(tzinfo=dt.UTC)
    except OverflowError:  # the first or last day that there is, elsewhere on earth
        return EARLIEST if found.year == EARLIEST.year else LATEST


def _read(read: Any, said: str) -> Any:
    try:
        return read(said)
    except ValueError:
        return None


def _limit(said: Any) -> int:
    if isinstance(said, int):
        return said
    if not re.fullmatch(WHOLE, said, re.ASCII) or int(said) > MOST_ROWS:
        raise ValueError(f"limit is a whole number from 1 to {MOST_ROWS}.")
    return int(said)


def _text(longest: int) -> Any:
    return Annotated[str, StringConstraints(max_length=longest, pattern=NO_NUL)]


Text = _text(LONGEST)
PathText = _text(LONGEST_PATH)
Day = Annotated[str, AfterValidator(_day), Field(json_schema_extra={"format": "date"})]
When = Annotated[str, AfterValidator(_moment), Field(json_schema_extra={"format": "date-time"})]
After = Annotated[str, AfterValidator(key_of), Field(json_schema_extra={"pattern": PATTERN})]
Limit = Annotated[int, Field(ge=1, le=MOST_ROWS), BeforeValidator(_limit)]
