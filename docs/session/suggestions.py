"""The morning after a batch: the tenth scenario of the requirements."""

from pathlib import Path

from playing import Session, Step

from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.operations import Origin
from qualkit.domain.sources import SourceKind
from qualkit.formats.suggestion_tables import write_places
from qualkit.services.batch_local import LocalEngine
from qualkit.services.demo import build_demo
from qualkit.services.project import Project
from qualkit.settings import Settings


def begin(folder: Path, settings: Settings) -> None:
    """Make the sample study and suggest over its chats, as `qualkit suggest --kind chat` does."""
    build_demo(folder, settings)
    with Project.open(folder, settings, Origin.BATCH) as project:
        batches = project.batches
        chats = batches.select(BatchSelection(kinds=(SourceKind.CHAT,))).sources
        batch = batches.suggest(chats, 40, LocalEngine(1))
        write_places(folder / "exports" / "nacht.jsonl", batch.rows.batches, "nl")


STEPS = (
    Step(
        "load",
        "g j a",
        "A batch ran over the chats at night. Its file is read back; nothing is coded by that.",
        "'s Nachts liep een reeks over de chats. Het bestand wordt teruggelezen; er wordt niets "
        "mee gecodeerd.",
    ),
    Step(
        "queue",
        "enter",
        "Phrases one by one, each with its reason and in its context.",
        "Woordgroep voor woordgroep, elk met de reden en in de context.",
        works=True,
    ),
    Step(
        "read-first",
        "c",
        "A chat that nobody has read yet is read first.",
        "Een chat die nog niemand las, wordt eerst gelezen.",
    ),
    Step(
        "reading",
        "enter end",
        "One key leads to the chat, at this place; Esc leads back.",
        "Eén toets leidt naar de chat, op deze plaats; Esc leidt terug.",
        works=True,
    ),
    Step(
        "code",
        "escape c",
        "The phrase is what the name of a code begins with; the codes that are there are offered.",
        "De woordgroep is het begin van een codenaam; de codes die er zijn worden aangeboden.",
        works=True,
    ),
    Step(
        "coded",
        "enter",
        "This place is coded, and the next phrase is there.",
        "Deze plaats is gecodeerd, en de volgende woordgroep staat er.",
        works=True,
    ),
    Step(
        "sorted",
        "w z Z",
        "One key each: look out for it in reading, not here again, nowhere again.",
        "Elk één toets: op letten bij het lezen, hier niet meer, nergens meer.",
        works=True,
    ),
    Step(
        "decided",
        "f",
        "What was decided stays to be seen.",
        "Wat er besloten is, blijft te zien.",
        works=True,
    ),
    Step(
        "undone",
        "f u",
        "Each decision is a step, and `u` takes it back.",
        "Elk besluit is een stap, en `u` draait hem terug.",
        works=True,
    ),
    Step(
        "history",
        "g y",
        "The history tells which code began as a suggestion.",
        "De geschiedenis vertelt welke code als suggestie begon.",
        works=True,
    ),
)

SUGGESTIONS = Session(
    "suggestions",
    {"en": "The morning after a batch", "nl": "De ochtend na een reeks"},
    begin,
    STEPS,
    colours=("dark",),
)
