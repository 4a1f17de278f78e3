"""The full-text index, each database's own. A later migration that makes SQLite remake the table (it does so
to alter a column or a constraint) drops the triggers and has to make them again; a test looks after that.

New rows are put into SQLite's index by ``operations.index_rows``, a batch at a time: FTS5 writes its memory
out at every statement of a trigger, and rows one by one take eight times as long as a batch of them."""

from __future__ import annotations

import unicodedata

from django.db import migrations

SQLITE_FORWARD = [
    """CREATE VIRTUAL TABLE search_fts USING fts5(
         title, text, content='search_row', content_rowid='id',
         tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER search_row_delete AFTER DELETE ON search_row BEGIN
         INSERT INTO search_fts (search_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
       END""",
    """CREATE TRIGGER search_row_update AFTER UPDATE OF title, text ON search_row BEGIN
         INSERT INTO search_fts (search_fts, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
         INSERT INTO search_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
       END""",
    "INSERT INTO search_fts (search_fts) VALUES ('rebuild')",
]
SQLITE_BACKWARD = [
    "DROP TRIGGER search_row_update",
    "DROP TRIGGER search_row_delete",
    "DROP TABLE search_fts",
]

# So that both databases find the same: Porter's stemmer and no stop words, as in FTS5, words that are letters
# and digits only, as unicode61 has them, and the Latin letters of western languages and Welsh without accents.
_ACCENTED = [chr(code) for code in [*range(0xC0, 0x180), *range(0x1E80, 0x1E86), 0x1EF2, 0x1EF3]]
_PLAIN = [unicodedata.normalize("NFD", letter)[0] for letter in _ACCENTED]
_PAIRS = [(letter, base) for letter, base in zip(_ACCENTED, _PLAIN, strict=True) if base.isascii()]
_FROM, _TO = ("".join(letters) for letters in zip(*_PAIRS, strict=True))
_BETWEEN_WORDS = (
    r"[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B1\u00B4\u00B6-\u00B8\u00BB\u00BF"
    r"\u00D7\u00F7\u02C2-\u02C5\u02D2-\u02DF\u2000-\u206F\u20A0-\u20CF\u2190-\u245F\u249C-\u24E9"
    r"\u2500-\u2775\u2794-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\uE000-\uF8FF\uFE10-\uFE6F"
    r"\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65\uFFE0-\uFFFF\U0001F000-\U0001F0FF"
    r"\U0001F10D-\U0001FAFF]+"
)


_WITH_ACCENTS = r"[\u00C0-\u017F\u1E80-\u1E85\u1EF2\u1EF3]"


def _words(column: str) -> str:
    """SQL for a column's words. ``translate`` looks through all its letters for each one that it is given,
    so it is left out where there is nothing for it to do."""
    apart = f"regexp_replace({column}, '{_BETWEEN_WORDS}', ' ', 'g')"
    plain = f"translate({apart}, '{_FROM}', '{_TO}')"
    return f"to_tsvector('answerable', CASE WHEN {column} ~ '{_WITH_ACCENTS}' THEN {plain} ELSE {apart} END)"


POSTGRES_FORWARD = [
    "CREATE TEXT SEARCH DICTIONARY answerable_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION answerable (COPY = pg_catalog.simple)",
    """ALTER TEXT SEARCH CONFIGURATION answerable
         ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part, numword
         WITH answerable_stem""",
    f"""ALTER TABLE search_row ADD COLUMN words tsvector GENERATED ALWAYS AS
         (setweight({_words("title")}, 'A') || setweight({_words("text")}, 'D')) STORED""",
    "CREATE INDEX search_row_words ON search_row USING gin (words)",
]
POSTGRES_BACKWARD = [
    "DROP INDEX search_row_words",
    "ALTER TABLE search_row DROP COLUMN words",
    "DROP TEXT SEARCH CONFIGURATION answerable",
    "DROP TEXT SEARCH DICTIONARY answerable_stem",
]


def forward(apps: object, schema_editor: object) -> None:
    _execute(schema_editor, SQLITE_FORWARD, POSTGRES_FORWARD)


def backward(apps: object, schema_editor: object) -> None:
    _execute(schema_editor, SQLITE_BACKWARD, POSTGRES_BACKWARD)


def _execute(schema_editor: object, sqlite: list[str], postgres: list[str]) -> None:
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgres:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_first")]
    operations = [migrations.RunPython(forward, backward)]
