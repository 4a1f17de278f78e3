"""Public pages in another language: every word of theirs can be translated, and is shown then."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from django.test import override_settings
from django.utils import translation

from answerable.components import words
from tests.core.publication import contents
from tests.public.unsaid import KEPT, unsaid
from tests.public.untranslated import untranslated
from tools.words import (
    LANGUAGES,
    LOCALE,
    Message,
    compiled,
    gathered,
    in_code,
    in_template,
    packed,
    read_catalogue,
    write_catalogue,
)

PUBLIC = Path(__file__).parents[2] / "src" / "answerable" / "public"
TEMPLATES = sorted(PUBLIC.rglob("*.html"))
CODE = sorted(PUBLIC.rglob("*.py"))
HEAD = "Content-Type: text/plain; charset=UTF-8\n"


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(PUBLIC)))
def test_every_word_of_a_public_template_can_be_translated(file: Path) -> None:
    assert untranslated(file.read_text()) == []


@pytest.mark.parametrize("file", CODE, ids=lambda file: str(file.relative_to(PUBLIC)))
def test_every_word_of_public_code_can_be_translated(file: Path) -> None:
    assert unsaid(file, PUBLIC) == []


def test_what_stays_in_english_is_there_and_has_a_reason() -> None:
    for place, why in KEPT.items():
        assert (PUBLIC / place).exists()
        assert why


def test_words_of_code_that_no_translator_could_reach_are_found(tmp_path: Path) -> None:
    file = tmp_path / "views.py"
    file.write_text(
        '"""What it is."""\nHEAD = ("Said by",)\nx = _("The page")\ny = f"As of {day}, late again"\n'
        'def f(): return {"text/plain; charset=utf-8": "Everything"}\n'
    )
    assert unsaid(file, tmp_path) == ["As of ", ", late again", "Everything"]


@pytest.mark.parametrize(
    ("template", "left"),
    [
        ("<p>Next meeting</p>", ["Next meeting"]),
        ('<p>{{ _("Next meeting") }}</p>', []),
        ("<p>{% trans %}Next meeting{% endtrans %}</p>", []),
        ('<nav aria-label="Sections">{{ x }}</nav>', ["Sections"]),
        ('<p class="pub-page">{{ name }}, {{ day|date }}</p>', []),
        ('<p>{{ "asked" if x == "question" else _("said") }}</p>', ["asked"]),
        ('{{ button("Show results", "govuk-button--secondary") }}', ["Show results"]),
        ('{{ macro({"text": "Find", "classes": "govuk-x", "href": url("Home")}) }}', ["Find"]),
        ('{% trans x=("Late" if y else "") %}{{ x }}: 1{% endtrans %}', ["Late"]),
        ('{% set crumbs = [("All meetings", "/x")] %}', ["All meetings"]),
        ('{% for one in ["First due"] %}{{ one }}{% endfor %}', ["First due"]),
        ('{% trans x={"a": "as it is"}[y] %}{{ x }}{% endtrans %}', ["as it is"]),
    ],
)
def test_words_that_no_translator_could_reach_are_found(template: str, left: list[str]) -> None:
    assert untranslated(template) == left


def pseudo(folder: Path) -> Path:
    """A catalogue that puts every message between marks."""
    file = folder / "cy" / "LC_MESSAGES" / "django.mo"
    file.parent.mkdir(parents=True)
    marked = {one: [f"⟦{one.one}⟧"] if not one.many else [f"⟦{one.many}⟧"] * 4 for one in gathered()}
    plural = "Plural-Forms: nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;\n"
    file.write_bytes(packed(marked, HEAD + plural))
    return folder


def shown(template: str, **context: Any) -> str:
    page = engines["jinja2"].env.get_template(template)  # type: ignore[attr-defined]
    return str(page.render({"office": contents.office(), "link": lambda to: f"/x/{to}", **context}))


@pytest.mark.parametrize("name", ["about", "privacy", "cookies", "licence", "formats"])
def test_a_page_in_another_language_says_nothing_of_its_own_in_english(name: str, tmp_path: Path) -> None:
    with override_settings(LOCALE_PATHS=[pseudo(tmp_path)]), translation.override("cy"):
        page = shown(f"public/about/{name}.html", reasons=[], around={"canonical": ""})
    assert re.search(r'<html lang="cy"', page)
    body = page[page.index("<main") : page.index("</main")]
    texts = re.sub(r"⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧", "", re.sub(r"<[^>]+>", "", body))
    assert re.search(r"\w", texts) is None


def test_dates_and_counts_follow_the_language() -> None:
    import datetime as dt

    with translation.override("cy"):
        assert words.date(dt.date(2018, 3, 27)) == "27 Mawrth 2018"
        assert words.weekday_date(dt.date(2018, 3, 27)).startswith("Dydd Mawrth 27")
    assert words.date(dt.date(2018, 3, 27)) == "27 March 2018"


def test_words_of_the_record_say_their_language_on_a_page_in_another() -> None:
    template = engines["jinja2"].env.get_template("public/meeting/lines.html")  # type: ignore[attr-defined]
    assert str(template.module.words("The DCC said so.")).strip() == "The DCC said so."
    with translation.override("cy"):
        assert str(template.module.words("It is.")).strip() == '<span lang="en">It is.</span>'
        assert not str(template.module.words("")).strip()


def test_what_was_translated_is_kept_when_the_words_are_gathered_again(tmp_path: Path) -> None:
    file = tmp_path / "django.po"
    said = {Message('Say "yes"\nor 100%'): ["a.html"], Message("action", "actions"): ["b.py"]}
    assert write_catalogue(file, "cy", said) == 2
    file.write_text(file.read_text().replace('or 100%"\nmsgstr ""', 'or 100%"\nmsgstr "Dywedwch ie"'))
    assert write_catalogue(file, "cy", {**said, Message("New"): ["c.html"]}) == 2
    assert read_catalogue(file)[Message('Say "yes"\nor 100%')] == ["Dywedwch ie"]
    assert len(read_catalogue(file)[Message("action", "actions")]) == 4
    assert write_catalogue(file, "cy", {}) == 0
    assert "Dywedwch" not in file.read_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_translations(language: str) -> None:
    held = LOCALE / language / "LC_MESSAGES" / "django.po"
    assert held.with_suffix(".mo").read_bytes() == compiled(held, language), "run make words"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_takes_the_same_values_and_marks_as_its_message(language: str) -> None:
    for message, forms in read_catalogue(LOCALE / language / "LC_MESSAGES" / "django.po").items():
        for form in filter(None, forms):
            assert parts(form) == parts(message.many or message.one), form


def parts(words: str) -> list[str]:
    """Values, tags and blanks at the ends, in no order: another language has its own."""
    ends = [words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]]
    return sorted(re.findall(r"%\(\w+\)s|<[^>]+>|%%", words)) + ends


def test_messages_are_found_where_they_stand() -> None:
    template = (
        '{% trans n=x.n %}{{ n }} place{% pluralize %}{{ n }} places{% endtrans %}{{ plural(3, "item") }}'
    )
    assert list(in_template(template)) == [
        Message("%(n)s place", "%(n)s places"), Message("item", "items"),
    ]  # fmt: skip
    assert list(in_code('_("One")\nplural(n, "body", "bodies")\nother("Two")')) == [
        Message("One"), Message("body", "bodies"),
    ]  # fmt: skip
