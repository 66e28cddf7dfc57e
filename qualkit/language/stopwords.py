"""Words that carry no idea of their own: stop words, interview filler, reporting verbs.

The lists for Dutch were written for spoken interviews and chat and come on top of spaCy's stop
words; adverbs were checked against the Dutch Universal Dependencies treebanks.
"""

import re
from dataclasses import dataclass
from functools import cache

from qualkit.language.pipeline import blank_pipeline, language_code

_NL_FILLER = """
aan achteraf alleszins allicht almaar alsnog althans amper allang alvast best beetje blijkbaar
daags dadelijk dagelijks destijds dikwijls direct duidelijk echt eerlijk eh ehm eigenlijk
enerzijds enigszins enorm erg ergens euh eventueel extra feitelijk gauw genoeg gelukkig gewoon
gewoonweg gisteren gisteravond graag haast haha hallo hartstikke heel heerlijk helaas helemaal hé
hè hee hey hihi hierbij hm hmm hoezo hoi ieder iig inderdaad ineens inclusief integendeel intussen
jammer ja jaja jee joh kennelijk laatst lekker letterlijk lieve linksom mijns mja mm mmm moeilijk
makkelijk meestal meteen minstens morgen naja namelijk natuurlijk nauwelijks nee nergens netjes
neuh niemand nodig nogmaals normaal nou nvt oeh ofzo ok oke oké ongetwijfeld onlangs opeens overal
pff plotseling precies prima qua regelmatig samen simpelweg snel soort soms sowieso straks super
tja thuis tegelijk tegelijkertijd tegenwoordig telkens tenminste tenslotte terug toevallig
trouwens uiteindelijk uiteraard uitermate ultiem uh uhm uhu vandaag vanmorgen vanmiddag vanavond
vannacht vanzelf vast veelal vandaar verreweg vermoedelijk vroeger vrijwel voldoende
waarschijnlijk weliswaar wellicht wederom welkom zelden zoiets zojuist zomaar zover zowel zogezegd
zogenaamd aub svp dank bedankt dankjewel dankuwel doei dag goedemorgen goedemiddag goedenavond
groet groeten eerste tweede derde vierde vijfde zesde zevende achtste volgende laatste vorige hele
halve enige verschillende bepaalde diverse meerdere andere zulke dergelijke betreffende zogenaamde
een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien
zeventien achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig
honderd duizend miljoen miljard half anderhalf dubbel paar aantal hoop heleboel januari februari
maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag
donderdag vrijdag zaterdag zondag ikzelf jijzelf hijzelf zijzelf wijzelf elkaar mekaar iedereen
degene degenen hetgeen hetzelfde goed beter slecht veel vele meeste minste mooi leuk fijn gek raar
hoog laag lang kort laat vroeg later vroegere eerder dichtbij ver verder binnenkort vaker minder
daarentegen desondanks desgevraagd allerlei allemaal tevoren vooraf achterna ongeacht rondom via
vanuit richting per conform ondanks dankzij omtrent teneinde opdat zodat doordat zolang sinds
naast naartoe eenmaal tweemaal driemaal onderaan bovenaan vooraan achteraan onderin bovenin kwijt
online offline onderweg buitenom hierheen daarheen heen bezig klaar vol mee eraf erbij tegemoet
hetzij sommigen velen weinigen ruim bijkomend hardop vooruit overeind apart ineen uiteen bijeen
zogauw hun hen haar onze ons jullie mn dr 't 's 'n z'n m'n d'r da dah wa nie effe effen evenmin
evengoed
"""

_NL_PHRASES = """
zeg maar; een beetje; weet je; weet je wel; ik bedoel; of zo; en zo; of zoiets; aan de hand; aan
de orde; op een gegeven moment; aan de ene kant; aan de andere kant; in principe; in ieder geval;
in elk geval; de hele tijd; de hele dag; ten opzichte; met betrekking; in het kader; op het
moment; op dit moment; op dat moment; op zich; op zichzelf; in feite; in het algemeen; over het
algemeen; in de praktijk; voor de rest; wat dat betreft; naar voren; tot nu toe; af en toe; nu en
dan; min of meer; onder andere; met name; ter plaatse; ten slotte; in totaal; elke keer; de eerste
keer; een keer; per dag; per week; per jaar; eerlijk gezegd; naar mijn idee; volgens mij; in mijn
ogen; van de week; in de gaten; aan het begin; aan het eind; aan het einde; op den duur; geen
idee; goed idee; in de zin; in eerste instantie; in tweede instantie; op basis; op grond; sprake
van; als het ware; een soort; een paar; ter sprake; naar aanleiding; in plaats; ten aanzien; in
verband; met andere woorden; aan de slag; fijne dag; dank je wel; dank u wel; in orde; goede
vraag; prettige dag; graag gedaan
"""

_NL_REPORTING = """
aangeven aankaarten antwoorden bedoelen begrijpen benadrukken benoemen beschrijven beweren denken
geloven herinneren horen menen merken noemen opmerken praten schetsen spreken stellen toelichten
uitleggen verklaren vermelden vermoeden vertellen vinden voelen vragen weten zeggen
"""

_NL_GENERIC = """
aantal avond begin beeld dag deel ding dingetje eind einde geval gevoel half idee iemand jaar kant
keer kwartier maal maand man manier mening mens middag minuut moment momentje nacht namelijk
ochtend onderwerp persoon plaats plek punt reden rest seconde situatie soort stuk stukje tijd uur
uurtje verhaal vent verschil voorbeeld vraag vrouw week weekend wereld woord zaak zin mevrouw
meneer heer dame jongen meisje mogelijkheid gebied niveau aspect factor vorm geheel naam antwoord
respondent deelnemer interviewer gesprek ingang buurvrouw buurman collega dochter zoon
eiser eiseres verweerder verweerster gedaagde appellant appellante geïntimeerde verzoeker
verzoekster
"""

_EN_FILLER = """
actually basically anyway um uh erm er hmm mm yeah yes no okay ok oh well like right just really
kind sort bit lot lots literally obviously honestly maybe perhaps thing things stuff gonna wanna
dunno please thanks thank hello hi bye sure good bad nice big little new old great able many much
long one two three four five six seven eight nine ten hundred thousand first second third last
next monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday always
often sometimes usually never quickly probably definitely etc also get gets getting got gotten go
goes going gone went come comes coming came take takes taking took taken make makes making made do
does doing done did have had having want wants wanted need needs needed try tries trying tried use
used using work worked working let put keep kept give gave given see saw seen look looked looking
seem seemed start started stop stopped help helped happen happened feel felt ask asked call called
wait waited become became bring brought show showed leave left run find found
"""

_EN_PHRASES = """
you know; i mean; sort of; kind of; a bit; a lot of; at the end of the day; to be honest; of
course; at the moment; in general; in terms of; on the other hand; or something; and so on; for
example
"""

_EN_REPORTING = """
answer believe claim describe explain feel find guess hear indicate know mean mention note report
say speak suggest suppose talk tell think understand
"""

_EN_GENERIC = """
bit case day end fact hour idea kind lot man matter minute moment month part people person place
point question reason rest situation sort stuff thing time way week woman word world year
"""

_PRONOMINAL_ADVERB = re.compile(
    r"(?:er|daar|hier|waar)(?:aan|achter|af|bij|binnen|boven|buiten|door|heen|in|langs|mee|na|naar|"
    r"naast|om|omheen|onder|op|over|tegen|toe|tussen|uit|van|vandaan|vanaf|vanuit|voor)"
)
"""Dutch "daarmee", "ervoor", "waarvan": too many for a list."""


@dataclass(frozen=True, slots=True)
class StopWords:
    """What to leave out in one language; all in lower case."""

    grammar: frozenset[str]
    """spaCy's stop words: trimmed off the ends of a phrase."""
    filler: frozenset[str]
    """Interview filler and words that only count or date: a phrase never runs over them."""
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """Filler of several words, by its first, longest first."""
    reporting: frozenset[str]
    """Lemmas of verbs that only say that something is said, thought or found."""
    generic: frozenset[str]
    """Lemmas of nouns that say nothing alone ("keer", "manier"), though they may in a phrase."""

    def stops(self, word: str) -> bool:
        """Tell whether a word (in lower case) is a stop word or filler."""
        return word in self.filler or word in self.grammar

    def is_filler(self, word: str) -> bool:
        """Tell whether a word (in lower case) ends a phrase wherever it stands."""
        return word in self.filler

    def filler_at(self, words: list[str], index: int) -> int:
        """Count the words of the multi-word filler that begins at `index` (0 when none does)."""
        for phrase in self.phrases.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return len(phrase)
        return 0


@cache
def stop_words(language: str) -> StopWords:
    """Give what to leave out in a language: spaCy's stop words, and ours for Dutch and English."""
    from spacy.util import get_lang_class  # noqa: PLC0415 (heavy)

    code = language_code(language)
    blank = blank_pipeline(code).name.removeprefix("blank:")
    filler, phrases, reporting, generic = _OURS.get(code, ("", "", "", ""))
    return StopWords(
        grammar=frozenset(get_lang_class(blank).Defaults.stop_words),
        filler=frozenset(filler.split()),
        phrases=_by_first_word(phrases),
        reporting=frozenset(reporting.split()),
        generic=frozenset(generic.split()),
    )


def is_pronominal_adverb(word: str) -> bool:
    """Tell whether a Dutch word (in lower case) is one such as "daarmee" or "ervoor"."""
    return _PRONOMINAL_ADVERB.fullmatch(word) is not None


_OURS = {
    "nl": (_NL_FILLER, _NL_PHRASES, _NL_REPORTING, _NL_GENERIC),
    "en": (_EN_FILLER, _EN_PHRASES, _EN_REPORTING, _EN_GENERIC),
}


def _by_first_word(listed: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    grouped: dict[str, list[tuple[str, ...]]] = {}
    for entry in listed.split(";"):
        words = tuple(entry.split())
        if words:
            grouped.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(them, key=len, reverse=True)) for first, them in grouped.items()}
