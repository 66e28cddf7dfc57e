"""`python -m benchmarks.batch.sides NAME FOLDER`: what the batch run is held against.

Each reads the same messages of visitors, in a process of its own, and prints as JSON how long
starting, reading the folder and the work itself took.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path
from typing import TypeAlias

from benchmarks.batch.evidence import evidence

Chats: TypeAlias = Sequence[tuple[str, ...]]
"""The messages of the visitor of each chat."""
Work: TypeAlias = Callable[[Chats], object]

BATCH = 256
"""Messages a batch for the bare pipeline, which is what suits it best: they are short."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What one of the others took."""

    chats: int
    words: int
    starting: float
    """Seconds to import and load what it needs."""
    reading: float
    """Seconds to read the folder."""
    working: float
    """Seconds for the words themselves."""

    @property
    def speed(self) -> float:
        """Words a second, starting and reading left out."""
        return self.words / self.working


def bare() -> Work:
    """Tag and lemmatise, and do nothing with it: the pipeline that suggestions use, alone."""
    from qualkit.language.loading import load_pipeline  # noqa: PLC0415 (timed)
    from qualkit.language.pipeline import find_pipeline  # noqa: PLC0415

    nlp = load_pipeline(find_pipeline("nl"), "nl")

    def work(chats: Chats) -> None:
        for _doc in nlp.pipe(chain.from_iterable(chats), batch_size=BATCH):
            pass

    return work


def yake() -> Work:
    """YAKE with its defaults, a chat at a time: the best ten phrases of each."""
    from yake import KeywordExtractor  # noqa: PLC0415

    extract = KeywordExtractor(lan="nl", n=3, top=10).extract_keywords
    return lambda chats: [extract("\n".join(chat)) for chat in chats]


def textrank() -> Work:
    """Run pytextrank over the noun chunks of our pipeline with its parser, a chat at a time."""
    import pytextrank  # noqa: F401, PLC0415 (registers the component)

    from benchmarks.quality.methods import with_parser  # noqa: PLC0415

    nlp = with_parser("nl", None)
    nlp.add_pipe("textrank")

    def work(chats: Chats) -> list[object]:
        docs = nlp.pipe("\n".join(chat) for chat in chats)
        return [[phrase.text for phrase in doc._.phrases[:10]] for doc in docs]

    return work


SIDES: dict[str, Callable[[], Work]] = {"bare": bare, "yake": yake, "textrank": textrank}


def measure(name: str, folder: Path, sample: int) -> Timed:
    """Run one of them over the first chats of a folder; 0 stands for all of them."""
    begun = time.perf_counter()
    work = SIDES[name]()
    started = time.perf_counter()
    chats = list(evidence(folder, sample))
    read = time.perf_counter()
    work(chats)
    done = time.perf_counter()
    words = sum(len(message.split()) for chat in chats for message in chat)
    return Timed(len(chats), words, started - begun, read - started, done - read)


if __name__ == "__main__":
    name, folder, sample = sys.argv[1:]
    print(json.dumps(asdict(measure(name, Path(folder), int(sample)))))
