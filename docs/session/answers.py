"""Answers of co-authors: the ninth scenario of the requirements."""

import csv
import io
from pathlib import Path

from playing import Session, Step

from qualkit.domain.operations import Origin
from qualkit.services.demo import build_demo
from qualkit.services.project import Project
from qualkit.settings import Settings

Rows = list[dict[str, str]]

RETURNED = "terug"
"""The folder beside the project in which what came back was saved."""


def begin(folder: Path, settings: Settings) -> None:
    """Make the sample study and let two co-authors answer its sheet, each in a copy of her own."""
    build_demo(folder, settings)
    sheet = folder.parent / "citaten.csv"
    with Project.open(folder, settings, Origin.CLI) as project:
        project.method.settle()
        project.sheets.write(sheet, "csv")
    returned = folder.parent / RETURNED
    returned.mkdir()
    text = sheet.read_text("utf-8-sig")
    rows: Rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    _save(returned / "sanne.csv", _of_sanne([dict(row) for row in rows]))
    _save(returned / "joris.csv", _of_joris([dict(row) for row in rows]))


def _of_sanne(rows: Rows) -> Rows:
    """Agree with twelve, and ask for two to be shorter."""
    for number, row in enumerate(rows):
        row["reviewer"] = "Sanne"
        if number < 14:
            row[_decision(row)] = "akkoord" if number < 12 else "inkorten"
            row["remark"] = "" if number < 12 else "De eerste helft zegt genoeg."
    return rows


def _of_joris(rows: Rows) -> Rows:
    """Agree with eleven, want another for the twelfth, shorten one, and sort the sheet."""
    for number, row in enumerate(rows):
        row["reviewer"] = "Joris"
        if number < 12:
            row[_decision(row)] = "Akkoord!" if number < 11 else "vervangen"
            row["remark"] = "" if number < 11 else "Dit zegt Politie I beter."
        if number == 14:
            row["quote"] = row["quote"].removesuffix(".").rpartition(" ")[0] + " [...]"
            row["remark"] = "Zo is het korter."
    return sorted(rows, key=lambda row: row["quote"])


def _decision(row: dict[str, str]) -> str:
    """Give the column of decisions; the choices stand behind its name."""
    return next(key for key in row if key.startswith("decision"))


def _save(path: Path, rows: Rows) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


STEPS = (
    Step(
        "add",
        "g w a «/tmp/qualkit/terug»",
        "Two co-authors sent their tables back: one sorted hers, one changed a quote.",
        "Twee medeauteurs stuurden hun tabel terug: één sorteerde, één veranderde een citaat.",
    ),
    Step(
        "brought-in",
        "enter",
        "By id, so in any order: eleven agreed, two to shorten, one conflict, one changed text.",
        "Op kenmerk, in elke volgorde: elf akkoord, twee inkorten, één conflict, één gewijzigd.",
        works=True,
    ),
    Step(
        "diff",
        "n n n",
        "`n` goes to the next that waits. What a co-author changed is shown word by word, and "
        "replaces nothing by itself.",
        "`n` gaat naar de volgende die wacht. Wat een medeauteur veranderde staat er woord voor "
        "woord, en vervangt niets vanzelf.",
    ),
    Step(
        "taken-over",
        "t",
        "`t` takes her words over, as they are word for word in the source.",
        "`t` neemt haar woorden over, want ze staan woord voor woord in de bron.",
    ),
    Step(
        "back",
        "home b",
        "The one they disagree on goes back to the shortlist.",
        "Waar ze het niet over eens zijn gaat terug naar de shortlist.",
    ),
    Step(
        "shortened",
        "n e l l l l l l l v end x",
        "Two are shortened, in the editor that tells what is still word for word.",
        "Twee worden ingekort, in de editor die zegt wat nog woord voor woord is.",
    ),
    Step(
        "handled",
        "enter c «Ingekort.» enter n c «Blijft zo; zo is het leesbaar.» enter",
        "Each ends with a line on what was done.",
        "Elk eindigt met een regel over wat er gedaan is.",
    ),
    Step(
        "report",
        "g e home enter enter enter",
        "The report. Three labels print otherwise than when they were looked at.",
        "Het rapport. Onder drie labels staat iets anders dan toen ernaar gekeken werd.",
        works=True,
    ),
    Step(
        "written",
        "s s s",
        "Written, with what the method paragraph still lacks.",
        "Geschreven, met wat de methodeparagraaf nog mist.",
        works=True,
    ),
)

ANSWERS = Session(
    "answers",
    {"en": "Answers of co-authors", "nl": "Antwoorden van medeauteurs"},
    begin,
    STEPS,
    colours=("dark",),
)
