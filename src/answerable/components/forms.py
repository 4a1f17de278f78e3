"""The hidden fields of every form that writes, in one place, so that none can forget one."""

from __future__ import annotations

import uuid

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

HIDDEN = Markup('<input type="hidden" name="{}" value="{}">')


@pass_context
def form_keys(context: Context, version: str = "") -> Markup:
    """That the form is ours, that it acts once, and the version of what it shows ("" where it makes a thing).

    A template whose macros use it is imported ``with context``.
    """
    key = HIDDEN.format("form_key", uuid.uuid4())
    return Markup(context["csrf_input"]) + key + HIDDEN.format("seen", version)
