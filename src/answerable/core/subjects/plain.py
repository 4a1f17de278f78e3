"""Words that are nobody's subject: those of grammar, of talk at meetings, and of offices in general.

They are English and the trade's, not any document's. A pair needs two words outside this list, a single
word has to be outside ``WEAK`` as well.
"""

from __future__ import annotations

from answerable.core.subjects.stems import stem

_GRAMMAR = """
a about above across after again against all almost alone along already also although always am among an
and another any anyone anything are aren't around as at away back be became because become been before
began being below between both but by came can can't cannot could couldn't did didn't do does doesn't
doing don't done down due during each eight either else enough especially etc even ever every everyone
everything few fewer first five for former four from further get gets getting give given go goes going
gone got had hadn't has hasn't have haven't having he her here hers herself him himself his how however i
if in indeed instead into is isn't it its itself just keep kept last later latter least less like likely
made mainly make makes making many may me might more most mostly much must my myself near nearly need
needed needs neither never next nine no nobody none nor not nothing now nowhere of off often on once one
only onto or other others otherwise our ours ourselves out over own part particularly per perhaps please
put quite rather really s same second seven several shall she should shouldn't simply since six so some
someone something sometimes soon still such t take taken takes taking ten than that the their theirs them
themselves then there therefore these they thing things this those though three through throughout thus
to together too took toward towards twice two under unless until unto up upon us use used uses using
usually very via was wasn't way we well went were weren't what whatever when where whereas whether which
while who whole whom whose why will with within without won't would wouldn't yes yet you your yours
"""

_TALK = """
accept acknowledge act action add address advise afternoon ago agree aim allow annual annually answer
apologies apology appear appreciate april ask assess assurance assure attend august await aware begin
believe brief bring carry chair challenge change check circulate clarify clarity clear close come comment
commit complete concern confident confirm consider contact contention continue cover current daily date
day days deal december decide decision deliver delivery describe detail determine develop disappoint
discuss discussion document dr draw email encourage end ensure evening examine example expect explain
explore express february feedback feel felt find focus follow form forward found friday full give
grateful happen hear help highlight hold hope identify impact implement important improve improvement
include increase influence inform information intend introduce involve issue item january july june keep
know lead learn line look main maintain manage march mark matter may mean meet meeting member mention
minute miss monday monitor month monthly morning move mr mrs ms new note november number october offer
ongoing opportunity order outline outstanding overview paper pass people piece place plan please pleased
point position possible potential prepare present prior process produce prof professor progress propose
provide provision publish quarter quarterly query question raise reach read reason reassurance reassure
receive recent recognise reduce refer reflect regard relate remain remind reply report request require
respond response result return review run saturday say see seek seen send sent september set share shift
show sight sign significant situation sought source speak specific spoke stage start state statement step
stress submit success suggest sunday support sure talk target tell term thank think thought thursday time
today told tomorrow topic toward try tuesday turn understand understanding undertake update view visit
want wednesday week weekly welcome wish work write year yearly yesterday
"""

_PLAIN = """
acceptable accurate accurately achieve actual actually adequate affect agenda alternative amount annex
appendix appropriate appropriately arise aspect assist associate available basis benefit best better big
bit brought build care case cause certain clearly combine concerned confirmation connect consideration
copy correct couple create crucial direct easy embed enable engage enhance establish exist existing
extend extra fair far fast feature fill final finally fit fix free fresh full fully future gain generally
get great grow hand hard heavy high historic historically huge idea ideal identified increasing
increasingly initial interest item join judgement lack large largely late leave let likelihood limit
limited link list live lot lots low main major majority mention mix monitoring multi multiple nature
necessary negative obvious offered opinion option overall oversight page paragraph participate pay
picture plus positive possibly post practical preference previous previously principle proper properly
proposal pull push quick quickly rapid rapidly ready realise reality recent recently recommendation
recover reinvigorate relation relevant remove respect restrict restriction result rise robust roll sample
scale scope section sense separate serious set shape side similar single slight slow small solution sort
split start strength strengthen strong subject substantial successful suitable taken tie top track true
type understood undertaken undo upcoming uptake useful value variety vary version volume want wide widely
wider willing worse worst written
"""

_OFFICE = """
account additional agency approach area arrange aspect asset authority available board body budget
business call case centre chief commission commissioner committee community compare consistent constable
council county crime data department deputy differ difference different director district division effect
effective executive external figure force function general good governance government group head high
impact incident individual information initial initiative internal key large level local long low
management manager measure mechanism national neighbourhood objective offence offender office officer
operational organisation overall panel performance period person plan police policing policy post
practice priority problem programme project public quality range rate regional resource right risk role
sector senior service short situation small staff standard strategic strategy structure sustainable
system team term theme total trend type unit various victim
"""

_BODIES = """
agency area authority board bureau cabinet centre college commander commissioner committee constable
constabulary council department directorate division executive force forum group hub inspector
inspectorate manager meeting ministry office officer panel police sergeant superintendent supervisor team
unit
"""

GENERAL: frozenset[str] = frozenset(stem(word) for word in (_GRAMMAR + _TALK + _PLAIN).split())
"""Stems that no subject's words are made of."""

WEAK: frozenset[str] = frozenset(stem(word) for word in _OFFICE.split())
"""Stems that say nothing alone, though they do beside another word ("vacancy rate")."""

STANDING_KINDS = frozenset(
    {"matters_arising", "any_other_business", "next_meeting", "risk", "executive_update"}
)
"""Kinds of items whose titles stand on every agenda."""

BODIES: frozenset[str] = frozenset(stem(word) for word in _BODIES.split())
"""Stems that a body's, an area's or a post's name ends with: it hears or does, it is not the subject."""

CONNECTORS = frozenset(
    {"a", "an", "and", "for", "from", "in", "into", "of", "on", "the", "to", "with", "within"}
)
"""Small words that may stand inside a subject: "uplift in the number of officers"."""
