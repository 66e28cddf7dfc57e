"""From codes to a theme: the seventh scenario of the requirements."""

from dataclasses import replace
from pathlib import Path

from playing import Session, Step

from qualkit.domain.operations import Origin
from qualkit.formats.study import Study, read_study
from qualkit.services.demo import sample_files, study_path
from qualkit.services.project import Project, new_info
from qualkit.services.study_work import StudyWork
from qualkit.settings import Settings

FEW = ("te weinig mensen", "verliest het van zichtbare zaken", "klein bedrag valt af")
"""Codes with which little more than the first interview is coded yet."""


def begin(folder: Path, settings: Settings) -> None:
    """Make the sample study, half coded, before there is any theme."""
    study = _half_coded(read_study(study_path()))
    info = new_info(study.title, study.question)
    with Project.create(folder, info, settings, Origin.CLI) as project:
        work = StudyWork(project, study)
        work.bring_in(sample_files())
        work.code()


def _half_coded(study: Study) -> Study:
    codings = [
        coding
        for coding in study.codings
        if coding.code not in FEW or coding.source in ("politie-1.txt", "politie-2.md")
    ]
    return replace(study, codings=tuple(codings))


STEPS = (
    Step(
        "board",
        "g b",
        "The board of a coded study: every code still lies in the tray of what is nowhere yet.",
        "Het bord van een gecodeerde studie: elke code ligt nog bij wat nergens is.",
    ),
    Step(
        "marked",
        "slash «te weinig» enter space slash «verliest het» enter space "
        "slash «klein bedrag» enter space",
        "`/` finds a card, Space marks it; below stand the first words of the card at the cursor.",
        "`/` vindt een kaart, spatie merkt haar; onderaan staan de eerste woorden van de kaart.",
    ),
    Step(
        "named",
        "n «Capaciteit»",
        "`n` makes a candidate theme of what is marked.",
        "`n` maakt een kandidaat-thema van wat gemerkt is.",
    ),
    Step(
        "topic",
        "enter",
        "The name reads as a topic; the program asks, and takes any answer.",
        "De naam leest als een onderwerp; het programma vraagt, en elk antwoord is goed.",
    ),
    Step(
        "idea",
        "enter «Wie niet zichtbaar is, verliest het van wie op de stoep staat.»",
        "The central idea, in one sentence.",
        "De kernidee, in één zin.",
    ),
    Step(
        "renamed",
        "enter e ctrl+u «Wat niemand ziet, wacht» escape",
        "`e` opens the theme, which gets a name that says the idea; Esc keeps it.",
        "`e` opent het thema, dat een naam krijgt die de gedachte zegt; Esc bewaart.",
    ),
    Step(
        "second",
        "slash «kennis zit» enter space slash «opleiding» enter space slash «gereedschap loopt» "
        "enter space n «Kennis woont in één hoofd» enter",
        "A second candidate.",
        "Een tweede kandidaat.",
    ),
    Step(
        "third",
        "slash «dader rekent» enter space slash «sporen verdampen» enter space "
        "n «Wie rustig wacht, wordt niet gevonden» enter",
        "A third.",
        "Een derde.",
    ),
    Step(
        "aside",
        "slash «melden voor» enter v x",
        "What fits nowhere is put aside: it stays in view, in a tray of its own.",
        "Wat nergens past gaat opzij: het blijft in zicht, in een eigen bakje.",
    ),
    Step(
        "moved",
        "slash «had ik» enter v 2",
        "`v` moves a card; the figures are keys of the first nine themes.",
        "`v` verplaatst een kaart; de cijfers zijn toetsen van de eerste negen thema's.",
    ),
    Step(
        "snapshot",
        "u s n «Na de eerste keer leggen» enter",
        "`u` takes the move back. A snapshot keeps the board as it is, with a note.",
        "`u` draait het terug. Een momentopname bewaart het bord zoals het is, met een notitie.",
    ),
    Step(
        "reading",
        "escape escape g t home R",
        "`R` reads the theme: one passage at a time, with its idea in view.",
        "`R` leest het thema: één passage tegelijk, met de kernidee in beeld.",
    ),
    Step(
        "quality",
        "s s escape escape escape g k",
        "Questions to think with: what is seen, a question, and room for an answer.",
        "Vragen om mee te denken: wat te zien is, een vraag, en ruimte voor een antwoord.",
        works=True,
    ),
    Step(
        "answer",
        "j w «Eerst zo laten: alleen Politie I is al helemaal gecodeerd.»",
        "Most of a theme comes from one participant. The answer is a line of one's own.",
        "Het meeste van een thema komt van één deelnemer. Het antwoord is een eigen regel.",
    ),
    Step(
        "answered",
        "enter",
        "It stays with the question. No score appears anywhere.",
        "Het blijft bij de vraag. Er verschijnt nergens een score.",
        works=True,
    ),
    Step(
        "map",
        "escape g a",
        "The themes as a map; `d` draws it as a picture.",
        "De thema's als kaart; `d` tekent haar als plaatje.",
    ),
    Step(
        "history",
        "escape g y",
        "All of it is on record, and every step can be taken back, also another day.",
        "Het staat allemaal vast, en elke stap kan terug, ook een andere dag.",
    ),
)

THEMES = Session(
    "themes",
    {"en": "From codes to a theme", "nl": "Van codes naar een thema"},
    begin,
    STEPS,
    colours=("dark",),
)
