"""What a sentence of minutes does, told from who is its subject and what they do.

Minutes are written in a small set of verbs: the commissioner asks, queries, seeks assurance; the chief
officer responds, confirms, explains. A cue is read at the sentence's head only, so that "the review that
the PCC asked for" is not a question.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from answerable.core.minutes.voices import Side, Voices

Act = Literal["ask", "say", "none"]


class Cue(NamedTuple):
    """``act`` of ``speakers`` (as the record prints them), and the side that they are on.

    ``side`` is None where nobody is named; a passive answer ("It was confirmed that") is ``say`` of
    nobody, ``put`` is whom a question was put to ("The CC was asked"), ``reply`` says that the verb is one of
    answering ("explained") and not any other ("has visited"), ``public`` that somebody from outside asks,
    whose question the chair may hand on, ``label`` that a name and a colon say who speaks ("PCC: …").
    """

    act: Act
    speakers: tuple[str, ...]
    side: Side | None
    put: tuple[str, ...] = ()
    reply: bool = False
    public: bool = False
    label: bool = False


NO_CUE = Cue("none", (), None)

_LEAD = re.compile(
    r"(?:[•\-–—*] ?)?(?:(?:In|By way of) (?:response|reply|answer|return|addition|relation to "
    r"[^,]{1,60}|terms of [^,]{1,60})(?: to (?:this|that|the)[^,]{0,40})?,? "
    r"|(?:However|Also|Further|Furthermore|Moreover|Additionally|Finally|Lastly|Separately"
    r"|Secondly|Firstly|Again|Subsequently|Overall|Therefore|Consequently|Then|Turning to "
    r"[^,]{1,60}|Following [^,]{1,60}|Given [^,]{1,80}|As a result(?: of [^,]{1,60})?|Having "
    r"[^,]{1,80}|Whil(?:st|e) [^,]{1,120}?|Noting [^,]{1,80}|With re(?:gard|ference) to [^,]{1,60}"
    r"|On [^,]{1,40}|In [^,]{1,60}|At [^,]{1,40}|After [^,]{1,60}),? )?",
)
_AND = re.compile(r"(?:,? and |,? & ?| ?/ ?|, | )(?=(?:the )?[A-Z])")
_POSSESSIVE = re.compile(r"['’]s? ")
_FILL = (
    r"(?:(?:also|then|further|again|subsequently|therefore|specifically|additionally|formally|now"
    r"|next|first|finally|both|both then|just|however|previously|each|all|particularly|would like "
    r"to|would also like to|wished to|wanted to|went on to|sought to|had|has|have|did|and|that|in "
    r"response|in turn|verbally|briefly|rightly) )*"
)
ASK_VERBS = (
    r"ask(?:s|ed)?|quer(?:y|ies|ied)|question(?:s|ed)|enquire[ds]?|inquire[ds]?|sought|seeks?"
    r"|challenge[ds]?|probe[ds]?|press(?:es|ed)|wondered"
    r"|request(?:s|ed)?|wants? to (?:know|understand|see|be)|wanted (?:to|assurance|reassurance"
    r"|clarity)|wish(?:es|ed) to (?:know|understand|see|be)"
    r"|would (?:also )?like(?:d)? (?:to (?:know|understand|see|hear|be)|assurance|reassurance"
    r"|clarity|more|further|an? )"
    r"|(?:was|were|is) (?:also )?(?:interested|keen) (?:in|to (?:know|understand|see|hear"
    r"|explore))|invited?|pushed|demanded|called for|turned to|raised (?:a|the) (?:question|query)"
    r"|put (?:it )?to"
)
_ASK = re.compile(rf"{_FILL}(?:{ASK_VERBS})\b", re.IGNORECASE)
_AND_ASKED = (
    r"\b(?:and|but|then|so)(?: (?:he|she|they|also|then|therefore))* (?:asked|queried|questioned"
    r"|enquired|sought|challenged|requested|was (?:interested|keen) (?:in|to)|wanted to (?:know"
    r"|understand|see)|wished to|wondered)\b"
)
_ASK_LATER = re.compile(
    _AND_ASKED
    + (
        r"|(?<!was )(?<!were )(?<!been )(?<!be )(?<!has )(?<!had )(?<!have )\basked (?:the|for|if"
        r"|whether|what|how|when|why|who|where|about)\b"
    )
)
_ASK_LATER_HINTS = (
    "asked", "queried", "questioned", "enquired", "sought", "challenged", "requested", "interested", "keen",
    "wanted", "wished", "wondered",
)  # fmt: skip
_SAY = re.compile(
    rf"{_FILL}(?:respond|repl(?:y|ie)|answer|confirm|explain|advis|assur|reassur|clarif|stat"
    rf"|sa(?:id|ys)|commit|report|outlin|add|comment|not(?:e|ing)|acknowledg"
    r"|agre|accept|highlight|describ|set out|provid|believ|felt|feel|reiterat|updat|inform|stress"
    r"|emphas|made|make|commit|recogni|welcom|thank|prais|commend"
    r"|point|gave|give|told|mention|observ|remark|suggest|conced|admit|express|remain|is|was|were"
    r"|had|has|have|would|will|does|did|do|could|can|should"
    r"|undert|present|summari|introduc|rais|congratulat|appreciat|consider|thought|think|hop"
    r"|expect|shar|offer|report|refer|receiv|spoke|discuss|intend|plan|aim|anticipat|propos"
    r"|recommend|remind|recall|remember|warn|urg|apologi|regret|maintain|insist|argu|declin|promis"
    r"|pledg|indicat|identif|cite|took|take|continu|support|work|look|help|held|hold|saw|see|know"
    r"|understand|need|fund)\w*",
    re.IGNORECASE,
)
_REPLY = re.compile(
    rf"{_FILL}(?:respond|repl(?:y|ie)|answer|confirm|explain|advis|assur|reassur|clarif|stated|said"
    rf"|reported|outlined"
    r"|added|commented|agreed|accepted|described|undert|promis|provided assurance|gave|set out|told)\w*",
    re.IGNORECASE,
)
_DID = re.compile(rf"{_FILL}[a-z]{{2,}}ed\b")
"""Any other verb in the past: "attributed", "named", "pointed"."""
_RESPONSE_NOUN = re.compile(
    r"['’]?s? (?:response|reply|answer|comments?|update|view|assessment|position|aspiration|expectation)s?\b",
    re.IGNORECASE,
)
_WAS_ASKED = re.compile(
    r"(?:was|were|is|are|been) (?:then |also |further )?(?:asked|invited|challenged|requested|questioned)\b"
    r"(?! to (?:note|approve|consider|endorse|agree|receive|support|accept|ratify)\b)"
)
_PASSIVE_ASK = re.compile(
    r"(?:A (?:further )?(?:question|query) was (?:asked|raised|put)|Clarification was sought"
    r"|Assurance was sought|(?:Re)?assurance was requested|Question)\b"
)
_PASSIVE_SAY = re.compile(
    r"(?:It|This|That|Assurance|Reassurance|Confirmation|An? (?:update|explanation|overview)|The "
    r"(?:update|response|answer)) (?:was|were|has been|is) (?:also |further |then )?"
    r"(?:confirmed|explained|noted|reported|advised|stated|agreed|acknowledged|clarified|projected"
    r"|given|provided|highlighted|recognised|felt|accepted|added|emphasised|said|anticipated"
    r"|suggested|outlined|made clear)\b"
)
_CONTENTION = re.compile(r"It (?:was|is|remains?) (?=(?:the )?[A-Z])")
_CONTENDED = re.compile(
    r"['’]s? (?:contention|view|belief|opinion|concern|understanding|expectation|aspiration)\b"
)
_ASIDE = re.compile(r"(?:, [^,()]{1,80},| \([^()]{1,60}\)) (?=[a-z])")
_LABEL = re.compile(r" ?(?:\([^)]{1,40}\))? ?[:–—-] ")
_PRONOUN = re.compile(r"(?:He|She|They|S/he) ")


def read_cue(sentence: str, voices: Voices) -> Cue:
    """What a sentence does. Pronouns are left to the caller: ``speakers`` is empty for "He asked"."""
    lead = _LEAD.match(sentence)
    at = lead.end() if lead else 0
    cue = _at(sentence, at, voices) if at else None
    if cue is None or cue.act == "none":
        cue = _at(sentence, 0, voices)
    if cue.act == "none":
        cue = _without_subject(sentence, voices)
    return cue


def _at(sentence: str, at: int, voices: Voices) -> Cue:
    names, at = _subjects(sentence, at, voices)
    if not names:
        return NO_CUE
    found = [voices.of(name) for name in names]
    shown = tuple(dict.fromkeys(voice.shown for voice in found))
    side: Side | None = found[0].side if len({voice.side for voice in found}) == 1 else None
    rest = sentence[at:]
    if _RESPONSE_NOUN.match(rest):
        return Cue("say", shown, side, reply=True)
    if _LABEL.match(rest):
        asks = "?" in rest and side != "force"
        return Cue("ask" if asks else "say", shown, side, label=True)
    aside = _ASIDE.match(rest)
    if aside is not None:
        rest = rest[aside.end() - 1 :]
    verb = rest[1:] if rest[:1] == " " else ""
    if not verb:
        return NO_CUE
    if _WAS_ASKED.match(verb):
        return Cue("ask", (), "office", put=shown)
    if _ASK.match(verb) or (side in ("office", "staff") and _asks_later(verb)):
        return Cue("ask", shown, side, put=_put_to(verb, voices))
    says = _SAY.match(verb) or _DID.match(verb)
    return Cue("say", shown, side, reply=_REPLY.match(verb) is not None) if says else NO_CUE


def _asks_later(verb: str) -> bool:
    return any(map(verb.__contains__, _ASK_LATER_HINTS)) and _ASK_LATER.search(verb) is not None


def _put_to(verb: str, voices: Voices) -> tuple[str, ...]:
    """Whom "asked the CC to respond" puts its question to; "asked the PCC's office" names nobody."""
    asked = _ASKED_WHOM.match(verb)
    named = voices.match(verb, asked.end()) if asked else None
    if named is None or verb[named.end : named.end + 1] not in (" ", ","):
        return ()
    return (voices.of(named.name).shown,)


def _subjects(sentence: str, at: int, voices: Voices) -> tuple[list[str], int]:
    """Names at ``at`` joined by "and", "/" or ",", and where they end."""
    names: list[str] = []
    end = at
    while True:
        found = voices.match(sentence, at)
        if found is None:
            return names, end
        names.append(found.name)
        end = found.end
        glue = _AND.match(sentence, end)
        if glue is None:
            return names, end
        at = glue.end()


def _without_subject(sentence: str, voices: Voices) -> Cue:
    passive = _PASSIVE_SAY.match(sentence)
    if passive is not None:
        return _passive(sentence, passive.end(), voices)
    if _PASSIVE_ASK.match(sentence):
        return Cue("ask", (), "office")
    contention = _CONTENTION.match(sentence)
    if contention:
        names, at = _subjects(sentence, contention.end(), voices)
        if names and _CONTENDED.match(sentence[at:]):
            voice = voices.of(names[0])
            return Cue("say", (voice.shown,), voice.side)
    return _later_subject(sentence, voices)


def _passive(sentence: str, at: int, voices: Voices) -> Cue:
    """ "It was acknowledged by the CC that …" has a speaker, "It was acknowledged that …" has none."""
    by = _BY.match(sentence, at)
    names = _subjects(sentence, by.end(), voices)[0] if by else []
    found = [voices.of(name) for name in names]
    if not found:
        return Cue("say", (), None)
    return Cue("say", tuple(voice.shown for voice in found), found[0].side, reply=True)


_ASKED_WHOM = re.compile(rf"{_FILL}(?:asked|invited|requested|pressed|challenged|questioned) ", re.IGNORECASE)
_BY = re.compile(r" by (?=the [A-Z]|[A-Z])")
_LATER = re.compile(r"(?:,| (?:that|and))? (?=the [A-Z])")


def _later_subject(sentence: str, voices: Voices) -> Cue:
    """A subject behind an opening clause: "Whilst recognising the progress … the PCC sought assurance"."""
    if not _OPENING.match(sentence):
        return NO_CUE
    for gap in _LATER.finditer(sentence):
        names, at = _subjects(sentence, gap.end(), voices)
        if not names or sentence[at : at + 1] != " ":
            continue
        voice = voices.of(names[0])
        if _ASK.match(sentence, at + 1):
            return Cue("ask", tuple(dict.fromkeys(voices.of(n).shown for n in names)), voice.side)
    return NO_CUE


_OPENING = re.compile(
    r"(?:Whil(?:st|e)|Having|Given|Noting|Recognising|Following|In|As|Although|With|On|At|After"
    r"|Referring|Building|Further|Due|Despite|Considering|Reflecting|Regarding|Concerning|Turning"
    r"|When|To)\b"
)


_ASKED_IN_SENTENCE = re.compile(rf"[^.]*?{_AND_ASKED}")


def pronoun_asks(sentence: str) -> Act | None:
    """What "He asked …" does: ask or say; None where the sentence begins with no pronoun."""
    found = _PRONOUN.match(sentence)
    if found is None:
        return None
    rest = sentence[found.end() :]
    if _ASK.match(rest) or _ASKED_IN_SENTENCE.match(rest):
        return "ask"
    return "say"
