"""The Jinja2 environment of every page: GOV.UK macros, ours, and the filters that write words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from django.utils.translation import get_language, gettext, ngettext
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader, pass_context
from jinja2.runtime import ChainableUndefined, Context
from markupsafe import Markup

from answerable.components import charts, figures, words
from answerable.components.forms import form_keys
from answerable.components.menu import menu

PACKAGE = Path(__file__).resolve().parent.parent
NAMED_BY_ALLAUTH = PACKAGE / "accounts" / "pages"  # "account/login.html" and the like
GOVUK = "govuk_frontend_jinja"
BUILT_CSS = "govuk/govuk-frontend.min.css"
BUILT_SCRIPT = "govuk/govuk-frontend.min.js"


class Undefined(ChainableUndefined):
    """The GOV.UK macros ask for keys of keys that may not be there; our own pages are tested."""


def environment(**options: Any) -> Environment:
    """Made once by Django's template backend. A template's name is its path in the package."""
    options.pop("loader")  # Django's own looks in folders of the settings
    options["undefined"] = Undefined
    govuk = PrefixLoader({GOVUK: PackageLoader(GOVUK)})
    env = Environment(loader=ChoiceLoader([FileSystemLoader([PACKAGE, NAMED_BY_ALLAUTH]), govuk]), **options)  # noqa: S701
    env.trim_blocks = True
    env.lstrip_blocks = True
    _make_translatable(env)
    env.globals.update(
        url=url,
        static=staticfiles_storage.url,
        has_built_assets=has_built_assets,
        charts=charts,
        figures=figures,
        plural=words.plural,
        listed=words.listed,
        form_keys=form_keys,
        menu_of=menu,
        restricted_tag=restricted_tag,
        language=language,
        record_lang=record_lang,
    )
    env.filters.update(
        truncate=words.shortened,
        found_in=words.found_in,
        name=words.as_name,
        said=words.said,
        record=record,
        date=words.date,
        short_date=words.short_date,
        moment=words.moment,
        weekday_date=words.weekday_date,
        month=words.month,
        time=words.time,
        number=words.number,
        sentence=words.sentence,
        paragraphs=words.paragraphs,
        as_words=words.as_words,
        told_apart=words.told_apart,
        iso_date=words.iso_date,
    )
    return env


def _make_translatable(env: Environment) -> None:
    """``{% trans %}Next meeting{% endtrans %}`` and ``{{ _("Next meeting") }}``, in the page’s language.

    A line break inside of ``trans`` is one blank. A per cent sign inside of ``_()`` is written twice.
    """
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]


def language() -> str:
    """The language of the page, as an ``lang`` attribute has it: "en", "cy"."""
    return (get_language() or "en").split("-")[0]


RECORD_LANGUAGE = "en"  # in which minutes are written, whatever a page says around them


def record_lang() -> Markup:
    """The ``lang`` attribute of an element with words of the record, where the page has another language."""
    return Markup("") if language() == RECORD_LANGUAGE else Markup(' lang="{}"').format(RECORD_LANGUAGE)


def record(text: str) -> Markup | str:
    """Words of the record on a page: where that has another language, in an element that says theirs."""
    lang = record_lang()
    return Markup("<span{}>{}</span>").format(lang, text) if lang and text else text


@pass_context
def restricted_tag(context: Context, row: Any, *, quiet: bool = False) -> Markup | str:
    """The word "Restricted" beside a row that not everybody may see; the request remembers the row.

    ``quiet`` says nothing, where the heading over it says it already.
    """
    if not getattr(row, "restricted", False):
        return ""
    context["request"].shown_restricted.append(row)
    return "" if quiet else Markup('<strong class="govuk-tag govuk-tag--grey ans-tag">Restricted</strong>')


def url(name: str, *args: Any) -> str:
    """The address of a page by its name."""
    return reverse(name, args=args)


@cache
def has_built_assets() -> bool:
    """Was the GOV.UK style sheet put in place when the package was built?"""
    return finders.find(BUILT_CSS) is not None and finders.find(BUILT_SCRIPT) is not None
