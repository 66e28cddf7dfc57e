"""Quotes for print: the eighth scenario of the requirements."""

from dataclasses import replace
from pathlib import Path

from playing import Session, Step

from qualkit.domain.operations import Origin
from qualkit.formats.study import Study, StudyQuote, StudyTheme, read_study
from qualkit.services.demo import sample_files, study_path
from qualkit.services.project import Project, new_info
from qualkit.services.study_work import StudyWork
from qualkit.settings import Settings

UNHEARD = "politie-4.txt"
"""From this interview nothing is quoted yet."""
PLACE = "Lommerveen"
"""Stands in a quote as it was said; the sample generalised it."""


def begin(folder: Path, settings: Settings) -> None:
    """Make the sample study before all quotes are chosen, and before anybody looked at a label."""
    study = _half_chosen(read_study(study_path()))
    info = new_info(study.title, study.question)
    with Project.create(folder, info, settings, Origin.CLI) as project:
        work = StudyWork(project, study)
        work.bring_in(sample_files())
        work.code()
        work.write_memos()
        work.make_themes()


def _half_chosen(study: Study) -> Study:
    return replace(study, themes=tuple(map(_without_one, study.themes)))


def _without_one(theme: StudyTheme) -> StudyTheme:
    claims = (replace(claim, quotes=_others(claim.quotes)) for claim in theme.claims)
    return replace(theme, claims=tuple(claims), contrary=_others(theme.contrary))


def _others(quotes: tuple[StudyQuote, ...]) -> tuple[StudyQuote, ...]:
    return tuple(
        replace(quote, printed=None) if PLACE in quote.text else quote
        for quote in quotes
        if quote.source != UNHEARD
    )


STEPS = (
    Step(
        "matrix",
        "g q v",
        "Quotes by theme, and who is quoted where: nothing of Politie IV is printed yet.",
        "Citaten per thema, en wie waar geciteerd wordt: van Politie IV staat er nog niets bij.",
    ),
    Step(
        "passages",
        "v a slash «Politie IV» enter",
        "The passages of the theme that are no quote yet; `/` keeps those of one participant.",
        "De passages van het thema die nog geen citaat zijn; `/` houdt die van één deelnemer.",
    ),
    Step(
        "chosen",
        "b j p enter",
        "One goes on the shortlist, the other is chosen: why, and which claim it shows.",
        "De ene gaat op de shortlist, de andere wordt gekozen: waarom, en bij welke bevinding.",
    ),
    Step(
        "heard",
        "enter escape escape v",
        "Now everybody who could be quoted is.",
        "Nu wordt iedereen geciteerd die geciteerd kon worden.",
    ),
    Step(
        "refused",
        "v a end p",
        "A chat may only be told in other words: it is refused as a quote, and a vignette is "
        "offered.",
        "Uit een chat mag alleen naverteld worden: het citaat wordt geweigerd, een vignet geboden.",
    ),
    Step(
        "vignette",
        "«Niet de moeite» enter «Voor zo’n klein bedrag, denkt de bezoeker, komt er niemand.»",
        "Written beside the passage, which is never printed.",
        "Geschreven naast de passage, die nooit wordt afgedrukt.",
    ),
    Step(
        "number",
        "escape escape escape escape g q e l l l l l l l l l l l l r",
        "Printed words are edited by pointing at words; a number is replaced by its kind.",
        "Afgedrukte woorden bewerk je door aan te wijzen; een getal wordt zijn soort.",
    ),
    Step(
        "shortened",
        "«aan» enter l v end x",
        "What is marked is left out. The rest is word for word, and it says so.",
        "Wat aangekruist is valt weg. De rest is woord voor woord, en dat staat er.",
    ),
    Step(
        "sheet",
        "enter g e home j j j j j j j j j j enter enter "
        "backspace backspace backspace backspace «docx»",
        "The sheet for co-authors, in Word this time.",
        "Het blad voor medeauteurs, deze keer in Word.",
    ),
    Step(
        "mosaic",
        "enter s s s s",
        "Before anything leaves: all that is printed under one label, with a place pointed out.",
        "Voordat er iets weggaat: alles onder één label, met een plaats aangewezen.",
        works=True,
    ),
    Step(
        "generalised",
        "end e l l l l r «plaats» enter",
        "The place becomes a kind; the reader can no longer look it up.",
        "De plaats wordt een soort; een lezer kan hem niet meer opzoeken.",
    ),
    Step(
        "sent",
        "enter s s s s s",
        "When every label was looked at, the sheet is written.",
        "Als elk label bekeken is, wordt het blad geschreven.",
        works=True,
    ),
    Step(
        "as-csv",
        "escape enter enter backspace backspace backspace backspace «csv» enter",
        "And once more for a table program: nothing changed, so nothing is asked.",
        "En nog eens voor een tabelprogramma: er veranderde niets, dus wordt er niets gevraagd.",
        works=True,
    ),
    Step(
        "history",
        "escape escape g y",
        "What was decided is on record, and can be taken back.",
        "Wat besloten is staat vast, en kan terug.",
    ),
)

QUOTES = Session(
    "quotes",
    {"en": "Quotes for print", "nl": "Citaten voor publicatie"},
    begin,
    STEPS,
    colours=("dark",),
)
