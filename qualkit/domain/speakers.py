"""What a speaker's name tells about who it is, and which words are never a speaker's name."""

import re
import unicodedata

from qualkit.domain.sources import Role

_WORDS: dict[Role, str] = {
    Role.INTERVIEWER: "interviewer int vrager vraagsteller onderzoeker moderator researcher",
    Role.PARTICIPANT: (
        "respondent resp deelnemer deelneemster participant geïnterviewde interviewee informant"
    ),
    Role.VISITOR: "bezoeker bezoekster chatter visitor client cliënt cliënte hulpvrager",
    Role.HELPER: (
        "medewerker medewerkster hulpverlener hulpverleenster vrijwilliger vrijwilligster helper "
        "counsellor counselor volunteer"
    ),
    Role.COURT: "rechter rechtbank voorzitter gerechtshof griffier judge court",
    Role.PARTY: (
        "verdachte raadsman raadsvrouw officier advocaat verdediging party partij eiser eiseres "
        "verweerder gedaagde defendant prosecutor lawyer"
    ),
}
_ROLE_OF = {word: role for role, words in _WORDS.items() for word in words.split()}

# Too short, or too common as part of a surname, to say anything beside other words.
_ROLE_OF_WHOLE_NAME = {"i": Role.INTERVIEWER, "r": Role.PARTICIPANT, "hof": Role.COURT}
_ARTICLES = frozenset({"de", "het", "een", "the"})

_LABEL_WORDS = (
    "let op, datum, tijd, tijdstip, tijdsduur, duur, plaats, locatie, onderwerp, betreft, "
    "bron, bronnen, noot, nb, n.b., ps, p.s., opmerking, opmerkingen, voorbeeld, "
    "bijvoorbeeld, conclusie, samenvatting, bijlage, titel, thema, code, memo, naam, "
    "leeftijd, geslacht, functie, aanwezig, afwezig, deelnemers, kenmerk, actie, actiepunt, "
    "actiepunten, besluit, doel, vervolg, van, aan, cc, tel, telefoon, e-mail, email, mail, "
    "adres, website, uur, kortom, note, date, time, place, location, subject, source, "
    "example, warning, summary, attention, title, duration, present, from, to, re, http, "
    "https, ftp, mailto, www"
)
_LABELS = frozenset(_LABEL_WORDS.split(", "))


def guess_role(name: str) -> Role:
    """Guess the role of a speaker from Dutch and English words in the name; UNKNOWN if none fits.

    Numbers do not count: "R1", "Respondent 2" and "respondent" are all participants.
    """
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", name).casefold())
    telling = [word for word in words if word not in _ARTICLES]
    if len(telling) == 1 and telling[0] in _ROLE_OF_WHOLE_NAME:
        return _ROLE_OF_WHOLE_NAME[telling[0]]
    return next((_ROLE_OF[word] for word in telling if word in _ROLE_OF), Role.UNKNOWN)


def is_label(name: str) -> bool:
    """Tell whether `name` is a word that notes put before a colon without anybody speaking."""
    return " ".join(name.casefold().split()) in _LABELS
