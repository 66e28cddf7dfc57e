"""Play a whole session without a mouse and draw each screen: `python docs/session/record.py`.

One interview is coded from start to finish, in English and in Dutch, at 80x24 and 160x50, dark and
light. The keys are the same in all of them.
"""

import asyncio
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qualkit.domain.operations import Origin
from qualkit.services.project import Project, new_info
from qualkit.settings import Settings
from qualkit.translation import use_language
from qualkit.tui.app import QualkitApp
from qualkit.tui.colours import DARK, LIGHT
from qualkit.tui.keys import key_label

HERE = Path(__file__).parent
INTERVIEW = HERE.parents[1] / "interviews" / "politie-1.txt"

SIZES = {"80x24": (80, 24), "160x50": (160, 50)}
THEMES = {"dark": DARK.name, "light": LIGHT.name}
LANGUAGES = ("en", "nl")

PRESSED = re.compile(r"«[^»]*»|\S+")
"""A key, or words to type."""


@dataclass(frozen=True, slots=True)
class Step:
    """Keys, and the picture of the screen they lead to."""

    name: str
    keys: str
    """As Textual names them, with blanks between; what is in « and » is typed letter by letter."""
    english: str
    dutch: str
    """What happens, for the page."""
    works: bool = False
    """Whether something runs beside the screen that the picture waits for."""


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


def main() -> None:
    """Draw all pictures and write the page of each language."""
    for language in LANGUAGES:
        for size in SIZES:
            for theme in THEMES:
                asyncio.run(record(language, size, theme))
        (HERE / f"README.{language}.md").write_text(page(language), "utf-8")


async def record(language: str, size: str, theme: str) -> None:
    """Play the session once, from an empty project with the interview in it."""
    settings = Settings(coder="Noor", language=language)
    use_language(language)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "studie"
        with Project.create(place, new_info("Proef"), settings, Origin.CLI) as project:
            project.imports.run([INTERVIEW])
            project.bookmarks.put("colours", {"theme": THEMES[theme]})
        app = QualkitApp(place, settings)
        async with app.run_test(size=SIZES[size]) as pilot:
            for step in STEPS:
                for key in keys_of(step):
                    await pilot.press(key)
                    await pilot.pause()
                if step.works:
                    await app.workers.wait_for_complete()
                    await pilot.pause()
                target = picture(language, size, theme, step)
                target.parent.mkdir(exist_ok=True)
                target.write_text(app.export_screenshot(title="qualkit"), "utf-8")


def keys_of(step: Step) -> Iterator[str]:
    """Give the keys of a step one by one, typed words letter by letter."""
    named = {" ": "space", ">": "greater_than_sign", ",": "comma", ".": "full_stop"}
    for key in PRESSED.findall(step.keys):
        if key.startswith("«"):
            yield from (named.get(sign, sign) for sign in key[1:-1])
        else:
            yield key


def picture(language: str, size: str, theme: str, step: Step) -> Path:
    """Give where a picture stands."""
    number = STEPS.index(step) + 1
    return HERE / f"{language}-{size}-{theme}" / f"{number:02}-{step.name}.svg"


def page(language: str) -> str:
    """Write the page: each step with its keys and its pictures."""
    use_language(language)
    dutch = language == "nl"
    lines = [TITLES[language], ""]
    for number, step in enumerate(STEPS, start=1):
        said = step.dutch if dutch else step.english
        pressed = PRESSED.findall(step.keys)
        keys = " ".join(f"`{key_label(key).strip('«»')}`" for key in pressed) or "-"
        lines += [f"## {number}. {said}", "", f"{'Toetsen' if dutch else 'Keys'}: {keys}", ""]
        for size in SIZES:
            drawn = [picture(language, size, theme, step).relative_to(HERE) for theme in THEMES]
            lines += [*(f"![{step.name}, {size}]({path.as_posix()})" for path in drawn), ""]
    return "\n".join(lines)


TITLES = {
    "en": "# One interview, coded without a mouse\n\nDrawn by `record.py`; the keys are those it"
    " pressed. [In het Nederlands](README.nl.md).",
    "nl": "# Eén interview, gecodeerd zonder muis\n\nGetekend door `record.py`; dit zijn de toetsen"
    " die het indrukte. [In English](README.en.md).",
}


if __name__ == "__main__":
    main()
