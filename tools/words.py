"""Gather the words that public pages say into src/answerable/locale, for translators: ``make words``.

Needs no GNU gettext: templates are read with Jinja's own extractor, Python files by their syntax tree, and
the compiled catalogues are written here. What has been translated is kept; what is said no more is left out.
"""

from __future__ import annotations

import ast
import os
import struct
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "answerable"
LOCALE = PACKAGE / "locale"
LANGUAGES = ("cy",)
TEMPLATES = ("public", "components/parts.html")
CODE = (
    "public", "components/words.py", "components/standing.py", "components/lives.py",
    "components/thread_picture.py", "web/address.py", "web/paging.py",
)  # fmt: skip
TABLES = (
    "answerable.core.publication.deciding:DOING_NAMES",
    "answerable.core.publication.redaction:CATEGORY_NAMES",
    "answerable.core.actions.outcomes:NAMES",
    "answerable.components.standing:STATUSES",
    "answerable.components.lives:WORDS",
    "answerable.components.lives:SHORT",
    "answerable.components.charts_thread:LEGEND",
    "answerable.public.actions.rows:PROMISED",
    "answerable.public.actions.rows:SO_FAR_WORDS",
    "answerable.public.actions.saying:BASES",
    "answerable.public.actions.saying:CAUSES",
    "answerable.public.areas.views:SHOWN",
    "answerable.public.measures.views:BETTERS",
    "answerable.public.measures.views:FREQUENCIES",
    "answerable.public.measures.views:KINDS",
    "answerable.public.measures.views:LINES",
    "answerable.public.people.views:SIDES",
    "answerable.core.publication.kind_names:KIND_NAMES",
    "answerable.public.search.queries:KINDS",
    "answerable.public.search.queries:NAMES",
    "answerable.public.topics.saying:KINDS",
    "answerable.public.topics.saying:JUDGEMENTS",
    "answerable.public.topics.saying:PROMISES",
)
"""Words that stand in tables and are said with ``words.said(…)`` or ``…|said``."""
ALONE = (
    "answerable.public.actions.saying:LAPSED",
    "answerable.public.pages:NOTHING_HERE",
    "answerable.components.lives:OVERDUE",
)
WORDS = ("and", "no date", "open", "reported", "closed", "withdrawn", "late", "lapsed", "complete")
"""States as parts and lines have them, and words that are chosen by a caller."""
SINGLE = frozenset({"_", "gettext", "gettext_lazy", "gettext_noop", "lazy"})
PLURAL = frozenset({"ngettext", "plural"})
MAGIC = 0x950412DE  # of a compiled catalogue, in the order of bytes that we write
PLURALS = {"cy": "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;"}
FORMS = {"cy": 4}


class Message(NamedTuple):
    """What is said once, and what of several ("" where it is not counted)."""

    one: str
    many: str = ""


def gathered() -> dict[Message, list[str]]:
    """Every message with the files that say it, in the order of the files."""
    found: dict[Message, list[str]] = {}
    for file in sorted(path for name in TEMPLATES for path in _files(PACKAGE / name, "*.html")):
        _note(found, file, in_template(file.read_text()))
    for file in sorted(path for name in CODE for path in _files(PACKAGE / name, "*.py")):
        _note(found, file, in_code(file.read_text()))
    _note(found, Path(__file__), (Message(one) for one in from_tables()))
    counted = {message.one: message for message in found if message.many}
    for message in [one for one in found if not one.many and one.one in counted]:
        found[counted[message.one]] += found.pop(message)  # gettext takes the form of one for it
    return found


def _files(place: Path, ending: str) -> Iterator[Path]:
    yield from place.rglob(ending) if place.is_dir() else [place]


def _note(found: dict[Message, list[str]], file: Path, messages: Iterator[Message]) -> None:
    for message in messages:
        places = found.setdefault(message, [])
        where = str(file.relative_to(PACKAGE.parent.parent))
        if where not in places:
            places.append(where)


def in_template(text: str) -> Iterator[Message]:
    """What a template says in ``{% trans %}``, ``_()`` and ``plural()``."""
    from django.template import engines
    from jinja2.ext import extract_from_ast

    env = engines["jinja2"].env
    for _, name, said in extract_from_ast(env.parse(text), [*SINGLE, *PLURAL], babel_style=False):
        words = [one for one in (said if isinstance(said, tuple) else (said,)) if isinstance(one, str)]
        if words:
            yield _message(name, words)


def in_code(text: str) -> Iterator[Message]:
    """What a Python file says in ``_()``, ``ngettext()`` and ``plural()``."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        given = [one.value for one in node.args if isinstance(one, ast.Constant)]
        words = [one for one in given if isinstance(one, str)]
        if name in SINGLE | PLURAL and words:
            yield _message(name, words)


def _message(name: str, words: list[str]) -> Message:
    """``plural(3, "action")`` makes its second form itself."""
    if name in SINGLE:
        return Message(words[0])
    return Message(words[0], words[1] if len(words) > 1 else f"{words[0]}s")


def from_tables() -> list[str]:
    """Words that are said by their key: of the rules, and of what pages show."""
    from answerable.core.publication.open_data.resources import RESOURCES

    tables = [_named(one) for one in TABLES]
    return [
        *(str(one) for table in tables for one in table.values()),
        *map(_named, ALONE),
        *WORDS,
        *(one.says for one in RESOURCES),
    ]


def _named(place: str) -> Any:
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)


# ------------------------------------------------------------------ catalogues


def read_catalogue(file: Path) -> dict[Message, list[str]]:
    """What has been translated, by message."""
    found: dict[Message, list[str]] = {}
    one = many = ""
    forms: list[str] = []
    keyword = ""
    for line in [*(file.read_text().split("\n") if file.exists() else []), 'msgid ""']:
        if line.startswith("msgid ") and one:
            found[Message(one, many)] = forms
        if line.startswith("msgid "):
            one, many, forms, keyword = "", "", [], "one"
        elif line.startswith("msgid_plural "):
            keyword = "many"
        elif line.startswith("msgstr"):
            forms, keyword = [*forms, ""], "form"
        quote = line.find('"')
        if quote < 0 or line.startswith("#"):
            continue
        words = ast.literal_eval(line[quote:])
        if keyword == "one":
            one += words
        elif keyword == "many":
            many += words
        else:
            forms[-1] += words
    return found


def write_catalogue(file: Path, language: str, messages: dict[Message, list[str]]) -> int:
    """The catalogue with what was translated before; how many messages have no translation."""
    before = read_catalogue(file)
    count = FORMS.get(language, 2)
    head = head_of(language).replace("\n", "\\n")
    lines = ["# The words of public pages. make words writes this file; msgstr is the translator's.",
             'msgid ""', f'msgstr "{head}"', ""]  # fmt: skip
    missing = 0
    for message, places in sorted(messages.items()):
        forms = before.get(message) or [""] * (count if message.many else 1)
        missing += not all(forms)
        lines += [f"#: {where}" for where in places]
        lines.append(f"msgid {_quoted(message.one)}")
        if message.many:
            lines.append(f"msgid_plural {_quoted(message.many)}")
            lines += [f"msgstr[{at}] {_quoted(form)}" for at, form in enumerate(forms)]
        else:
            lines.append(f"msgstr {_quoted(forms[0])}")
        lines.append("")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines))
    file.with_suffix(".mo").write_bytes(compiled(file, language))
    return missing


def head_of(language: str) -> str:
    """What a catalogue says of itself."""
    plural = PLURALS.get(language, "nplurals=2; plural=(n != 1);")
    return f"Language: {language}\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: {plural}\n"


def compiled(file: Path, language: str) -> bytes:
    """The compiled catalogue: what has been translated whole."""
    return packed(
        {key: forms for key, forms in read_catalogue(file).items() if all(forms)}, head_of(language)
    )


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def packed(messages: dict[Message, list[str]], head: str) -> bytes:
    """A compiled catalogue (GNU gettext's .mo): two tables of lengths and places, then the texts."""
    rows = {"": head}
    for message, forms in messages.items():
        rows["\0".join(one for one in message if one)] = "\0".join(forms)
    keys = sorted(rows)
    texts = [key.encode() for key in keys] + [rows[key].encode() for key in keys]
    start = 7 * 4 + len(texts) * 8  # seven numbers, then a length and a place for each text
    places = []
    for text in texts:
        places += [len(text), start]
        start += len(text) + 1
    numbers = [MAGIC, 0, len(keys), 7 * 4, 7 * 4 + len(keys) * 8, 0, 0, *places]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(text + b"\0" for text in texts)


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.config.settings")
    import django

    django.setup()
    messages = gathered()
    for language in LANGUAGES:
        missing = write_catalogue(LOCALE / language / "LC_MESSAGES" / "django.po", language, messages)
        print(f"{language}: {len(messages)} messages, {missing} not translated yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
