"""Invented, neutral Dutch in any amount: word frequencies fall off as in real text (Zipf)."""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, product
from random import Random
from typing import TypeVar

T = TypeVar("T")

BATCH = 20_000
"""Words drawn at a time; one call of `Random.choices` for many words is what makes it fast."""

_COMMON_NOUNS = (
    "wachttijd capaciteit aanvraag melding afspraak medewerker bezoeker school gemeente hulplijn "
    "website politie wijkagent vraag telefoon formulier planning avond collega cursus balie "
    "leerling docent week maand dienst reactie uitleg stap oplossing regel taak zaak computer "
    "bibliotheek groep vergadering brief doorverwijzing terugkoppeling ervaring"
)
STEMS = (
    "aanmeld advies afspraken agenda apparaten avond balie begeleidings beleids bereik bericht "
    "bestel bezoek bibliotheek brief buurt capaciteits chat computer contact cursus digi dienst "
    "docenten dossier drempel ervarings fiets formulier gegevens gemeente gespreks groeps hulp "
    "informatie inlog intake internet jaar keten kennis klas koppel leer lees les lijn loket "
    "maand mail markt meld mentor net onderwijs oplossings overleg participatie piket plan "
    "plein politie post praktijk product project punt reactie regio rooster school scherm "
    "service signaal spreekuur stage start steun studie taal taak team telefoon terugbel thuis "
    "tijd toegangs traject uitleg uren vaardigheids vacature vergader verkeers verwijs vragen "
    "vrijwilligers wacht week werk wijk winkel zaal zoek zorg"
)
"""First parts of compounds."""
HEADS = (
    "aanpak aanvraag afdeling afspraak agenda balie bijeenkomst brief cursus dag dienst drempel "
    "ervaring fase groep hulp indeling kaart kamer keten keuze kring lijn lijst map methode "
    "module norm notitie oplossing pagina periode planning procedure ronde rol school stap "
    "taak tijd training uitleg verdeling vraag week wijziging"
)
"""Last parts of compounds."""
_ADJECTIVES = (
    "lange korte nieuwe digitale andere eerste duidelijke vaste volle oude kleine grote gewone "
    "drukke rustige snelle goede vroege late lastige handige open gezamenlijke regionale "
    "landelijke tijdelijke extra persoonlijke schriftelijke telefonische zichtbare"
)
_ADVERBS = (
    "vaak soms altijd nog meestal eigenlijk gewoon zelf dan daar nu weer eerder later samen "
    "direct bijna ongeveer gelukkig misschien eerst opnieuw zelden elders ook"
)
_VERBS = (
    "duurt helpt werkt loopt begint verandert ontbreekt groeit blijft past wacht stopt "
    "verdwijnt slaagt telt kost lukt scheelt speelt sluit komt gaat staat ligt"
)
_PARTICIPLES = (
    "besproken gepland gemeld verstuurd gevraagd uitgelegd verplaatst afgerond doorgegeven "
    "opgepakt gebeld geregeld ingevuld verdeeld gelezen gedeeld bekeken bewaard geoefend"
)
_PREPOSITIONS = "van in met voor op bij over na door tijdens zonder rond"
_QUANTITIES = "nog", "wel wat", "te weinig", "genoeg", "meer", "minder", "veel", "te veel"
_PLURALS = (
    "uren vragen mensen afspraken plekken collega's computers meldingen brieven cursussen "
    "leerlingen bezoekers regels plannen"
)
_ANSWERS = (
    "de NOUN VERB ADV bij de NOUN",
    "wij hebben MUCH MANY voor de ADJ NOUN",
    "dan is de NOUN ADV niet PART",
    "ik vind dat de NOUN PREP de NOUN ADV VERB",
    "het is een ADJ NOUN en daar is ADV geen tijd voor",
    "als de NOUN VERB, dan belt men de NOUN",
    "er is een NOUN PREP de ADJ NOUN die ADV PART is",
    "de ADJ NOUN VERB, maar de NOUN PREP de NOUN ADV niet",
    "bij ons wordt de NOUN ADV PART door de NOUN",
    "en de NOUN die wij hadden PART, die VERB ADV niet meer",
)
_QUESTIONS = (
    "hoe gaat dat met de NOUN?",
    "kunt u iets vertellen over de ADJ NOUN?",
    "wat VERB er ADV aan de NOUN PREP de NOUN?",
    "en is de NOUN dan ADV PART?",
)


def nouns() -> tuple[str, ...]:
    """Give some 90,000 nouns, the most frequent first; most are compounds, as Dutch makes them."""
    stems, heads = STEMS.split(), HEADS.split()
    pairs = ["".join(parts) for parts in product(stems, heads)]
    # A prime step walks through all triples once, so that neighbours in rank do not look alike.
    triples = list(product(stems, stems, heads))
    long = ["".join(triples[i * 7919 % len(triples)]) for i in range(85_000)]
    Random(0).shuffle(pairs)
    return tuple(dict.fromkeys([*_COMMON_NOUNS.split(), *pairs, *long]))


def zipf_weights(count: int) -> list[float]:
    """Give cumulative weights by rank, after Zipf and Mandelbrot."""
    return list(accumulate(1 / (rank + 2.7) for rank in range(count)))


class Prose:
    """A stream of sentences, the same for the same random state."""

    def __init__(self, rng: Random) -> None:
        """Draw from `rng`."""
        self._rng = rng
        self.nouns = nouns()
        """By rank, the most frequent first."""
        slots = {
            "NOUN": self.nouns,
            "ADJ": _ADJECTIVES.split(),
            "ADV": _ADVERBS.split(),
            "VERB": _VERBS.split(),
            "PART": _PARTICIPLES.split(),
            "PREP": _PREPOSITIONS.split(),
            "MUCH": _QUANTITIES,
            "MANY": _PLURALS.split(),
        }
        draws = {slot: self._stream(words).__next__ for slot, words in slots.items()}
        self._answers = self._stream([_sentence(text, draws) for text in _ANSWERS])
        self._questions = self._stream([_sentence(text, draws) for text in _QUESTIONS])

    def question(self) -> str:
        """Give one question of an interviewer or helper."""
        return next(self._questions)()

    def words(self, count: int) -> str:
        """Give whole sentences of at least `count` words together."""
        sentences: list[str] = []
        written = 0
        while written < count:
            sentence = next(self._answers)()
            sentences.append(sentence)
            written += sentence.count(" ") + 1
        return " ".join(sentences)

    def name(self, rank: int) -> str:
        """Give a short name for a code or theme, another one for each `rank`."""
        adjectives = _ADJECTIVES.split()
        return f"{adjectives[rank % len(adjectives)]} {self.nouns[rank]}"

    def _stream(self, items: Sequence[T]) -> Iterator[T]:
        weights = zipf_weights(len(items))
        while True:
            yield from self._rng.choices(items, cum_weights=weights, k=BATCH)


def _sentence(pattern: str, draws: dict[str, Callable[[], str]]) -> Callable[[], str]:
    """Give a function that writes a sentence after a pattern, its slots filled anew each time."""
    slots = [draws[word.rstrip(",?")] for word in pattern.split() if word.rstrip(",?") in draws]
    frame = " ".join(_hole(word, draws) for word in pattern.split())
    frame = frame[0].upper() + frame[1:] + ("" if frame.endswith("?") else ".")
    return lambda: frame % tuple([draw() for draw in slots])


def _hole(word: str, draws: dict[str, Callable[[], str]]) -> str:
    slot = word.rstrip(",?")
    return word.replace(slot, "%s") if slot in draws else word
