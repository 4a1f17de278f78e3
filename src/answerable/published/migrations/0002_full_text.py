"""The full-text index over published lines, each database's own, kept by the database itself.

On SQLite a later migration that makes the table of lines anew has to make the triggers again.
"""

from __future__ import annotations

import unicodedata

from django.db import migrations

KINDS = "'meeting', 'item', 'entry', 'action', 'promise', 'topic', 'person', 'post', 'measure', 'decision', 'agenda'"
"""What can be found: other kinds of lines say again what these say."""

SQLITE_FORWARD = [
    f"CREATE VIEW published_words AS SELECT id, title, text FROM published_line WHERE kind IN ({KINDS})",
    """CREATE VIRTUAL TABLE published_fts USING fts5(
         title, text, content='published_words', content_rowid='id',
         tokenize='porter unicode61 remove_diacritics 2')""",
    f"""CREATE TRIGGER published_line_found AFTER INSERT ON published_line WHEN new.kind IN ({KINDS}) BEGIN
         INSERT INTO published_fts (rowid, title, text) VALUES (new.id, new.title, new.text);
       END""",
    f"""CREATE TRIGGER published_line_lost AFTER DELETE ON published_line WHEN old.kind IN ({KINDS}) BEGIN
         INSERT INTO published_fts (published_fts, rowid, title, text)
         VALUES ('delete', old.id, old.title, old.text);
       END""",
    # One trigger for both steps: of two, nothing says which comes first.
    f"""CREATE TRIGGER published_line_said AFTER UPDATE OF kind, title, text ON published_line
       WHEN (old.kind, old.title, old.text) IS NOT (new.kind, new.title, new.text) BEGIN
         INSERT INTO published_fts (published_fts, rowid, title, text)
         SELECT 'delete', old.id, old.title, old.text WHERE old.kind IN ({KINDS});
         INSERT INTO published_fts (rowid, title, text)
         SELECT new.id, new.title, new.text WHERE new.kind IN ({KINDS});
       END""",
    "INSERT INTO published_fts (published_fts) VALUES ('rebuild')",
]
SQLITE_BACKWARD = [
    "DROP TRIGGER published_line_said",
    "DROP TRIGGER published_line_lost",
    "DROP TRIGGER published_line_found",
    "DROP TABLE published_fts",
    "DROP VIEW published_words",
]

# Porter's stemmer, no stop words, words of letters and digits only, western letters without their accents:
# so that both databases find the same.
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


def _words(column: str) -> str:
    """SQL for a column's words. ``translate`` is slow, so it is left out where it has nothing to do."""
    apart = f"regexp_replace({column}, '{_BETWEEN_WORDS}', ' ', 'g')"
    plain = f"translate({apart}, '{_FROM}', '{_TO}')"
    accents = f"{column} ~ '[\\u00C0-\\u017F\\u1E80-\\u1E85\\u1EF2\\u1EF3]'"
    return f"to_tsvector('found', CASE WHEN {accents} THEN {plain} ELSE {apart} END)"


POSTGRES_FORWARD = [
    "CREATE TEXT SEARCH DICTIONARY found_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION found (COPY = pg_catalog.simple)",
    """ALTER TEXT SEARCH CONFIGURATION found
         ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part, numword
         WITH found_stem""",
    f"""ALTER TABLE published_line ADD COLUMN words tsvector GENERATED ALWAYS AS (
         CASE WHEN kind IN ({KINDS})
         THEN setweight({_words("title")}, 'A') || setweight({_words("text")}, 'D') END) STORED""",
    "CREATE INDEX published_line_words ON published_line USING gin (words)",
]
POSTGRES_BACKWARD = [
    "DROP INDEX published_line_words",
    "ALTER TABLE published_line DROP COLUMN words",
    "DROP TEXT SEARCH CONFIGURATION found",
    "DROP TEXT SEARCH DICTIONARY found_stem",
]


def forward(apps: object, schema_editor: object) -> None:
    _execute(schema_editor, SQLITE_FORWARD, POSTGRES_FORWARD)


def backward(apps: object, schema_editor: object) -> None:
    _execute(schema_editor, SQLITE_BACKWARD, POSTGRES_BACKWARD)


def _execute(schema_editor: object, sqlite: list[str], postgres: list[str]) -> None:
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else postgres:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("published", "0001_first")]
    operations = [migrations.RunPython(forward, backward)]
