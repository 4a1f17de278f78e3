"""Capacities as posts: "T/ACC", "Temporary Assistant Chief Constable" and "ACC" are one post."""

from __future__ import annotations

import re
from typing import NamedTuple

from answerable.core.minutes.names import are_initials, rank_of


class Post(NamedTuple):
    """A capacity told apart from others.

    ``code``: the usual abbreviation ("ACC") where there is one, else None; ``name``: in words, without
    "acting", "temporary" or a portfolio; ``portfolio``: what tells two holders of it apart ("Local
    Policing"), None where the minutes do not say. Two posts are one where ``key`` is equal.
    """

    code: str | None
    name: str
    portfolio: str | None = None

    @property
    def key(self) -> str:
        """The code of a known post, else its folded name: portfolios come and go, the post stays."""
        return self.code if self.code in KNOWN else self.name.casefold()


class Capacity(NamedTuple):
    """What stood beside a name: the post, whether it was held for the time being, and the body it is of."""

    post: Post
    acting: bool = False
    body: str | None = None


KNOWN: dict[str, str] = {
    "PCC": "Police and Crime Commissioner",
    "DPCC": "Deputy Police and Crime Commissioner",
    "APCC": "Assistant Police and Crime Commissioner",
    "PFCC": "Police, Fire and Crime Commissioner",
    "DPFCC": "Deputy Police, Fire and Crime Commissioner",
    "DMPC": "Deputy Mayor for Policing and Crime",
    "CC": "Chief Constable",
    "DCC": "Deputy Chief Constable",
    "ACC": "Assistant Chief Constable",
    "ACO": "Assistant Chief Officer",
    "CEx": "Chief Executive",
    "CFO": "Chief Finance Officer",
}
"""Posts by the abbreviation that minutes use; an office adds its own in the register."""

_ALIASES = {
    "ce": "CEx",
    "ceo": "CEx",
    "cex": "CEx",
    "chief executive officer": "CEx",
    "chief executive": "CEx",
    "chief financial officer": "CFO",
    "treasurer": "CFO",
    "deputy pcc": "DPCC",
    "deputy pfcc": "DPFCC",
    "commissioner": "PCC",
    "deputy commissioner": "DPCC",
    "the commissioner": "PCC",
    "deputy cc": "DCC",
    "assistant cc": "ACC",
}
_ACTING = re.compile(
    r"^(?:(?:(?i:temporary|temp|acting|interim)\s|[AaTt]/\s?|[AT]\.\s)\s*)+|^T(?=[DA]?CC\b)|^A(?=[DA]CC\b)"
)
"""Also "TACC" and "ADCC"; "ACC" is no acting Chief Constable."""

_PART_PLAYED = re.compile(
    r"\s*\((?:chair\w*|minutes?|(?:minute|note)[\s-]taker|notes|observer)\)\s*$", re.IGNORECASE
)
_LAST_SHORT = re.compile(r"\s*\((?P<short>[A-Za-z/]{2,7})\)\s*$")
_CUT = re.compile(r"\s*(?:[,(–—:;]|\s-\s|\s(?:for|to|of\s+the)\s)")
_ROLE = re.compile(
    r"\b(?:commissioner|constable|officer|executive|director|head of|manager|superintendent|inspector"
    r"|sergeant|mayor|chair(?:man|person)?|clerk|advis[eo]r|secretary|treasurer|lead|assistant|analyst|solicitor|auditor"
    r"|coordinator|commander|accountant|deputy|leader|member)\b",
    re.IGNORECASE,
)
_ONLY_PART = re.compile(
    r"(?:(?:vice|deputy|co)[\s-]*)?chair(?:man|person|woman)?|minutes?|(?:minute|note)[\s-]taker|observer|member|guest",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^(?:the\s+)?(?:O?P?F?P?CC|HQ|OPF?CC)$|police\b|constabulary|office\b|council|service|authority|board\b|trust|university|ministry|agency",
    re.IGNORECASE,
)
_AFTER_CUT = re.compile(r"^\s*(?:[,(–—:;]|\s-\s)\s*(?P<rest>.*?)\)?\s*$")


def read_capacity(
    capacity: str | None, abbreviation: str | None = None, *, name: str = ""
) -> Capacity | None:
    """The post of an attendance line; None where it names none.

    An abbreviation that is the initials of ``name`` ("NN" beside "Nadia Norris") is the person's, not the
    post's, and is left out. A part in the meeting ("Chair") and a bare body ("Home Office") are no posts.
    """
    short = abbreviation if abbreviation and not are_initials(abbreviation, name) else None
    from_words = _from_words(capacity) if capacity else None
    from_short = (
        _from_words(short) if short and (from_words is None or from_words.post.code is None) else None
    )
    if from_short is not None and from_short.post.code in KNOWN and from_words is None:
        return from_short
    if from_words is not None:
        return _named_by(short, from_words)
    rank = rank_of(name)
    return _from_words(rank) if rank and _code_of(_ACTING.sub("", rank)) else None


def post_of(owner: str) -> Capacity | None:
    """The post that an owner as printed names ("ACC", "T/DCC", "Chief Executive"); None for others."""
    bare = owner.strip().removeprefix("The ").removeprefix("the ").strip()
    found = _from_words(bare)
    return found if found is not None and (found.post.code is not None or _ROLE.search(bare)) else None


def _named_by(short: str | None, found: Capacity) -> Capacity:
    """The capacity with a code that only its abbreviation gives ("Staff Officer (SO)"), "T/" too."""
    if short is None:
        return found
    acting = found.acting or bool(_ACTING.match(short))
    bare, _, rest = _ACTING.sub("", short).partition(" ")
    known = _code_of(bare)
    portfolio = found.post.portfolio or (rest if known and rest else None)
    code = found.post.code or known or _ACTING.sub("", short)
    return found._replace(post=found.post._replace(code=code, portfolio=portfolio), acting=acting)


def _from_words(printed: str) -> Capacity | None:
    words = " ".join(printed.replace("’", "'").split()).removeprefix("The ").removeprefix("the ")
    acting = bool(_ACTING.match(words))
    words = _PART_PLAYED.sub("", _ACTING.sub("", words)).strip()
    last = _LAST_SHORT.search(words)
    if last and _code_of(words[: last.start()]):
        words = words[: last.start()]
    fire = re.sub(r"^((?:deputy |assistant )?police), fire", r"\1 fire", words, flags=re.IGNORECASE)
    cut = _CUT.search(fire)
    whole, head = fire, fire[: cut.start()] if cut else fire
    code = (
        _code_of(whole)
        or _code_of(head)
        or _code_of(head.split(" ")[0] if head.split(" ")[0].isupper() else "")
    )
    if code is None and (_ONLY_PART.fullmatch(whole.strip()) or not _ROLE.search(head)):
        return None
    portfolio, body = _beside(head, fire[cut.start() :] if cut and not _code_of(whole) else "", code)
    if code is None and cut and (body is None or _ONLY_PART.fullmatch(head.strip())):
        head, body = (
            whole,
            None,
        )  # "Manager, Victims' Hub" and "Chair, Justice Board" are named by their bodies
    name = KNOWN[code] if code else head.strip(" ,-")
    return Capacity(Post(code, name, portfolio), acting, body) if name else None


def _code_of(words: str) -> str | None:
    """ "ACC" for "ACC" and for "Assistant Chief Constable"."""
    folded = re.sub(r"[,.]", "", words).casefold().strip()
    for code, name in KNOWN.items():
        if folded in (code.casefold(), name.replace(",", "").casefold()):
            return code
    return _ALIASES.get(folded)


def _beside(head: str, after: str, code: str | None) -> tuple[str | None, str | None]:
    """Portfolio and body: "– Local Policing", "(Operations)", ", OPCC", and "Crime" of "ACC Crime"."""
    match = _AFTER_CUT.match(after)
    rest = (match["rest"] if match else "").strip(" ,")
    if rest and _BODY.search(rest) and not re.search(r"\bpolicing\b", rest, re.IGNORECASE):
        return None, rest
    inside = head.split(" ", 1)[1] if code and " " in head and _code_of(head) is None else ""
    found = rest or inside
    if re.fullmatch(r"chair|minutes?|minute taker|note taker|notes", found, re.IGNORECASE):
        found = ""
    return (found or None) if code else None, None
