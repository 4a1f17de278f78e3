"""Logs as lines of JSON, without personal data.

Our own lines carry keys of a short list. Of a line of anybody else's we keep the sentence that its program
has in its source, never what was put into it; of an exception its class and where it happened, never its
message. What is left out can hold what people wrote.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator, MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

KEYS = frozenset(
    ["event", "level", "logger", "time", "request", "view", "method", "status", "ms", "user", "worker", "job",
     "error", "exception", "at"]
)  # fmt: skip
"""What a line may say."""
MOST_FRAMES = 30  # of an exception: the last ones say where it happened
MOST_CAUSES = 5

Line = MutableMapping[str, Any]


def formatter() -> logging.Formatter:
    """The formatter of every handler; sets structlog up as well."""
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level, *before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )  # fmt: skip
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*before, sentence_of_source],
        processors=[without_messages, known_keys_only, structlog.processors.JSONRenderer(default=_kind)],
        pass_foreign_args=True,
        use_get_message=False,
    )


def sentence_of_source(logger: Any, method: str, line: Line) -> Line:
    """Somebody else's line: its sentence before anything was put into it, and where it was said.

    One that was said without values may have them in it already, so only its place is kept.
    """
    record: logging.LogRecord = line["_record"]
    given = line.pop("positional_args", None)
    line["event"] = str(record.msg) if given else ""
    line["at"] = [f"{record.module}:{record.lineno}"]
    return line


def without_messages(logger: Any, method: str, line: Line) -> Line:
    """An exception as its class and its places."""
    given = line.pop("exc_info", None)
    error = given[1] if isinstance(given, tuple) else given
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        line["exception"] = [_name(one) for one in _causes(error)]
        line["at"] = [_place(frame) for frame in traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]]
    return line


def known_keys_only(logger: Any, method: str, line: Line) -> Line:
    return {key: value for key, value in line.items() if key in KEYS}


def _causes(error: BaseException) -> Iterator[BaseException]:
    found: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if found is None:
            return
        yield found
        found = found.__cause__ or found.__context__


def _name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _place(frame: traceback.FrameSummary) -> str:
    return f"{frame.filename.rsplit('/site-packages/', 1)[-1]}:{frame.lineno} {frame.name}"


def _kind(value: object) -> str:
    """What is no plain value is named by its type."""
    return type(value).__name__
