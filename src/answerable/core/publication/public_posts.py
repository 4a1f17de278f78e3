"""Whose names the public reads: people who hold or held a public office, in that office.

The Specified Information Order 2011 (SI 2011/3050, schedule) has the office-holders named (paragraph 1) and
the senior employees of the office who do not refuse (2(d)); the chief officers of the force are named by our
own choice, since theirs are public offices, too. Everybody else is told by capacity only: junior staff, and
members of the public. An office can decide otherwise of a post: it does so where somebody refused.
"""

from __future__ import annotations

from answerable.core.people.posts import read_capacity

PUBLIC = frozenset({"PCC", "DPCC", "APCC", "PFCC", "DPFCC", "DMPC", "CC", "DCC", "ACC", "ACO", "CEx", "CFO"})
"""Posts, by the abbreviation that minutes use, whose holders are public: ``core.people.posts.KNOWN``."""

NOT_NAMED = "Name not published"


def is_public(title: str, abbreviation: str = "", chosen: bool | None = None) -> bool:
    """Whether the holders of a post are named; ``chosen`` is what the office decided of it, None: nothing."""
    if chosen is not None:
        return chosen
    found = read_capacity(title, abbreviation or None)
    return found is not None and found.post.code in PUBLIC
