"""One interview coded from start to finish."""

from pathlib import Path

from playing import Session, Step

from qualkit.domain.operations import Origin
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings

INTERVIEW = Path(__file__).parents[2] / "interviews" / "politie-1.txt"


def begin(folder: Path, settings: Settings) -> None:
    """Make a project with the interview in it."""
    with Project.create(folder, new_info("Proef"), settings, Origin.CLI) as project:
        project.imports.run([INTERVIEW])


STEPS = (
    Step(
        "sources",
        "",
        "The interview is in the project; Enter opens it.",
        "Het interview staat in het project; Enter opent het.",
    ),
    Step(
        "reading",
        "enter",
        "Reading. The interviewer's turns are dimmed: they are context.",
        "Lezen. De beurten van de interviewer zijn gedempt: ze zijn context.",
        works=True,
    ),
    Step(
        "selected",
        "slash «op papier» enter s",
        "`/` finds words; `s` selects the sentence.",
        "`/` zoekt woorden; `s` selecteert de zin.",
    ),
    Step(
        "prompt",
        "c «capaciteit > te weinig mensen»",
        "`c` asks for a code; a new one with its parent in the same line.",
        "`c` vraagt om een code; een nieuwe met haar ouder op dezelfde regel.",
    ),
    Step(
        "coded",
        "enter",
        "Coded: a letter in the margin, the code in full beside the text.",
        "Gecodeerd: een letter in de marge, de code voluit naast de tekst.",
    ),
    Step(
        "again",
        "slash «Dan blijft het liggen» enter s full_stop",
        "The same code on another sentence: `.`, one key.",
        "Dezelfde code op een andere zin: `.`, één toets.",
    ),
    Step(
        "overlap",
        "c «werk blijft liggen» enter",
        "A second code on the same sentence; both stand in the margin.",
        "Een tweede code op dezelfde zin; beide staan in de marge.",
    ),
    Step(
        "in_vivo",
        "slash «laat maar» enter i",
        "`i` makes the selected words the name of a code; it can still be edited.",
        "`i` maakt de geselecteerde woorden tot naam van een code; aanpassen kan nog.",
    ),
    Step(
        "borders",
        "enter slash «ligt het stil» enter s c «kennis > bij één persoon» enter B H H",
        "`B` takes the borders of a coding; they move with the keys that select.",
        "`B` pakt de grenzen van een codering; ze bewegen met de selectietoetsen.",
    ),
    Step(
        "memo",
        "enter m «De kennis zit in één hoofd, en dat weet iedereen.»",
        "`m` writes a memo on the place; Esc keeps it.",
        "`m` schrijft een memo bij de plek; Esc bewaart.",
    ),
    Step(
        "suggestions",
        "escape p f",
        "`p` shows phrases of this text; nothing is coded by them.",
        "`p` toont woordgroepen uit deze tekst; er wordt niets door gecodeerd.",
        works=True,
    ),
    Step(
        "codebook",
        "escape p g c j j",
        "The codebook as a tree, with what is coded.",
        "Het codeboek als boom, met wat er gecodeerd is.",
    ),
    Step(
        "in_context",
        "enter",
        "All passages of a code; Enter goes to the place, Esc comes back.",
        "Alle passages van een code; Enter gaat naar de plek, Esc komt terug.",
    ),
    Step(
        "theme",
        "escape g t n «Wat niemand ziet, wacht» tab "
        "«Werk dat vanaf de balie niet te zien is, verliest het van wat daar staat.»",
        "A theme begins with its central idea.",
        "Een thema begint met zijn kernidee.",
    ),
    Step(
        "theme_codes",
        "escape a «liggen» enter",
        "Codes put under the theme.",
        "Codes onder het thema gezet.",
    ),
    Step(
        "quotes",
        "enter p enter",
        "Its passages; one is chosen to be printed, word for word.",
        "Zijn passages; één wordt gekozen om te drukken, woord voor woord.",
    ),
    Step(
        "history",
        "escape g y",
        "What was done, as a story; every step can be taken back.",
        "Wat er gedaan is, als verhaal; elke stap kan terug.",
    ),
    Step(
        "export",
        "g e",
        "Files for people without the program.",
        "Bestanden voor mensen zonder het programma.",
    ),
)

CODING = Session(
    "coding",
    {"en": "One interview, coded without a mouse", "nl": "Eén interview, gecodeerd zonder muis"},
    begin,
    STEPS,
    colours=("dark", "light"),
)
