"""Small sets of invented conversations for batches, and what a batch writes of them."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from qualkit.domain.batch_documents import Document, SetAside
from qualkit.formats.suggestion_tables import write_places
from qualkit.services.batch_local import LocalEngine
from qualkit.services.batch_masks import Masks
from qualkit.services.batch_run import Batch, BatchRun, Engine
from qualkit.services.batch_worker import Unit, UnitRead, read_unit

PARTS = "*.safetensors"
"""The files in which is kept what was read."""

_SAID = (
    "Ik wacht al weken op de wachtlijst van de meldkamer.",
    "De wachtlijst is lang en niemand belt terug.",
    "Mijn aangifte doen lukt niet aan de balie.",
    "Er is een capaciteitstekort bij het wijkteam, zegt de balie.",
    "Er is een tekort aan capaciteit bij de OSINT-rechercheur.",
    "De OSINT rechercheur heeft geen digitale vaardigheden.",
    "Digitale vaardigheden en een hoge werkdruk gaan niet samen.",
    "Dank je wel.",
    "De huurcommisie belde, en daarna belde de huurcommissie weer.",
)


def chat(number: int) -> str:
    """Give a chat of a visitor and a helper; the same number gives the same."""
    rng = Random(number)
    lines = []
    for minute in range(10, 10 + rng.randint(3, 8)):
        lines.append(f"[2026-02-04 19:{minute}] bezoeker: {rng.choice(_SAID)}")
        lines.append(f"[2026-02-04 19:{minute}] medewerker: Wat vervelend van dat looprek.")
    return "\n".join(lines)


def document(name: str, text: str) -> Document:
    """Give a document as a folder has it."""
    raw = text.encode()
    return Document(name, raw, ".txt", sha256(raw).digest())


def documents(count: int) -> list[Document]:
    """Give so many chats."""
    return [document(f"gesprek-{number:03}.txt", chat(number)) for number in range(count)]


class InThisProcess:
    """Reads units one after another, the last first."""

    def read(self, units: Iterable[Unit]) -> Iterator[UnitRead]:
        return map(read_unit, reversed(list(units)))


def run(
    kept: Path,
    some: Iterable[Document | SetAside],
    out: Path,
    engine: Engine | None = None,
    unit_bytes: int = 1_000,
    pipeline: str | None = None,
    top: int = 20,
) -> tuple[Batch, bytes]:
    """Run a batch over documents and give it, with the bytes of its file."""
    batch = BatchRun(kept, "nl", pipeline, engine or InThisProcess(), None, unit_bytes)
    found = batch.over_documents(some, top, Masks("nl"))
    write_places(out, found.rows.batches, "nl")
    return found, out.read_bytes()


def two_processes() -> LocalEngine:
    """Give the engine of this machine with two workers."""
    return LocalEngine(2)
