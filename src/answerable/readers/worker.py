"""The child process that reads files: strangers' bytes in, JSON out, within limits.

Started as ``python -m answerable.readers.worker``. A request is a line of JSON (``name``, ``size``,
``record``, ``outline``; of a spreadsheet ``book``, ``sheet`` and ``figures``; ``police`` is the path of a
long file that is read where it lies, with ``codes``) and then ``size`` bytes; an answer is a line with the
length of the JSON that follows it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from answerable.core.minutes.document import Document
from answerable.readers import read
from answerable.readers.errors import Unreadable

SELDOM = 50_000
"""Objects made between two looks, a long document's; a look after every 700 takes a fifteenth of the time."""

Answer = dict[str, Any]


def main(answering: Callable[..., Answer] | None = None) -> None:
    """Answer requests until the parent closes its end; ``answering`` in place of ``answer``."""
    memory, seconds = int(sys.argv[1]), int(sys.argv[2])
    limit(memory)
    collect_seldom()
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not spoil an answer
        serve(sys.stdin.buffer, answers, seconds, answering or answer)


def collect_seldom() -> None:
    """Look for rings of objects seldom: reading makes many small objects, and hardly a ring among them."""
    gc.freeze()
    gc.set_threshold(SELDOM)


def serve(requests: BinaryIO, answers: BinaryIO, seconds: int, answering: Callable[..., Answer]) -> None:
    """Answer each request in turn."""
    while line := requests.readline():
        request = json.loads(line)
        limit_time(seconds)
        data = requests.read(request.pop("size"))
        found = answering(data, request.pop("name"), **request)
        body = json.dumps(found).encode("ascii")
        answers.write(b"%d\n" % len(body) + body)
        answers.flush()


def answer(
    data: bytes,
    name: str,
    *,
    record: bool,
    outline: bool = False,
    book: bool = False,
    sheet: str | None = None,
    figures: bool = False,
    police: str = "",
    codes: dict[str, str] | None = None,
) -> Answer:
    """The reading of one file, or what was wrong with it; never an exception."""
    try:
        if police:
            return {"tally": _tally(police, name, codes or {})}
        if book:
            return {"book": _book(data, name, sheet, figures=figures)}
        document = read(data, name)
        return {
            "text": document.text,
            "record": _record(document) if record else None,
            "outline": _outline(document) if outline else None,
        }
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"memory": True}
    except RecursionError:
        return {"unreadable": f"{name} nests its parts too deeply to be read; save it again as DOCX or PDF."}
    except Exception as error:
        traceback.print_exc()
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} in {os.path.basename(where.filename)}, line {where.lineno}"
        return {
            "unreadable": f"{name} could not be read because of a fault in this program ({place});"
            " please report it, and save the file as DOCX or PDF."
        }


def _book(data: bytes, name: str, sheet: str | None, *, figures: bool) -> Any:
    from answerable.core.plans.cells import as_json
    from answerable.readers.workbook import read_figures, read_sheet

    return as_json(read_figures(data, name, sheet) if figures else read_sheet(data, name, sheet))


def _tally(path: str, name: str, codes: dict[str, str]) -> Any:
    from answerable.core.measures.loading.police import as_json
    from answerable.readers.police import count_police

    return as_json(count_police(path, name, codes))


def _record(document: Document) -> Any:
    from answerable.core.minutes.grammar import read_minutes

    return read_minutes(document)


def _outline(document: Document) -> Any:
    from answerable.core.papers.outline import outline

    return outline(document)


def limit(memory: int) -> None:
    """Cap the process's own address space; the cap can be lifted again for programs that it calls."""
    if sys.platform == "win32":
        return
    import resource

    for which in (resource.RLIMIT_AS, resource.RLIMIT_DATA):
        _, hard = resource.getrlimit(which)
        resource.setrlimit(which, (memory, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_time(seconds: int) -> None:
    """Give the process ``seconds`` more of the processor; past them the system ends it with SIGXCPU."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, hard))


if __name__ == "__main__":
    main()
