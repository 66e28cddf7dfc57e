"""A folder of invented chats, made once and kept; the same size and seed give the same files.

How real it is: greetings, thanks and what a helper says by heart come back in every chat; half of
the nouns of a chat are what that chat is about; every visitor types in a way of their own, with
slips, abbreviations and smileys; now and then somebody tells a name, an address or a number, all of
them invented. New words never end (`vocabulary`), so the number of different words and phrases
grows with the size, as in real text (Heaps; a test looks at it). What is not real: the grammar is
that of a few dozen patterns, so the *order* of small words is more regular than people's.
"""

import hashlib
import json
import os
import shutil
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.batch.chats import chat
from benchmarks.plans import CACHE

FULL = 20_000
"""A year of a help line: 8.8 million words, of which visitors say 5.9 million."""
USUAL = 2_000

_MAKERS = ("vocabulary.py", "words.toml", "clauses.py", "chats.py", "corpus.py", "../prose.py")


@dataclass(frozen=True, slots=True)
class Corpus:
    """How many chats, and from which seed."""

    chats: int = USUAL
    seed: int = 1

    @property
    def folder(self) -> Path:
        """Where the files are kept; another size, seed or generator has another folder."""
        key = hashlib.sha256()
        for name in _MAKERS:
            key.update((Path(__file__).parent / name).read_bytes())
        return CACHE / f"chats-{self.chats}-{self.seed}-{key.hexdigest()[:12]}"


def folder_of(corpus: Corpus) -> Path:
    """Give the folder with the chats; they are written when they are not there yet."""
    folder = corpus.folder
    if folder.is_dir():
        return folder
    CACHE.mkdir(exist_ok=True)
    for old in CACHE.glob(f"chats-{corpus.chats}-{corpus.seed}-*"):
        shutil.rmtree(old)
    part = folder.with_suffix(".part")
    part.mkdir()
    write_chats(part, corpus)
    part.rename(folder)
    return folder


def write_chats(folder: Path, corpus: Corpus) -> None:
    """Write the files of all chats into a folder that is there."""
    for number in range(1, corpus.chats + 1):
        _path_of(folder, number).write_text(chat(number, corpus.seed), encoding="utf-8")


def later(folder: Path, corpus: Corpus, target: Path) -> int:
    """Make the folder as it is some days later, and give how many files are not as they were.

    One in a hundred: half of them are new chats, and in half a message came in late. The rest are
    the same files under the same names.
    """
    shutil.copytree(folder, target, copy_function=os.link)
    half = max(1, corpus.chats // 200)
    step = corpus.chats // half
    for number in islice(range(1, corpus.chats + 1, step), half):
        path = _path_of(target, number)
        text = path.read_text(encoding="utf-8")
        path.unlink()  # the file of the other folder stays as it is
        path.write_text(f"{text}{_late(text)}\n", encoding="utf-8")
    for number in range(corpus.chats + 1, corpus.chats + half + 1):
        _path_of(target, number).write_text(chat(number, corpus.seed), encoding="utf-8")
    return 2 * half


def shuffled_table(folder: Path, target: Path, rng: Random) -> None:
    """Write all files of a folder as rows of one table, in a random order."""
    paths = sorted(folder.iterdir())
    rng.shuffle(paths)
    with target.open("w", encoding="utf-8") as table:
        for path in paths:
            row = {"id": path.name, "text": path.read_text(encoding="utf-8")}
            table.write(f"{json.dumps(row, ensure_ascii=False)}\n")


def every_second(folder: Path, target: Path) -> None:
    """Make a folder with half of the files."""
    target.mkdir()
    for path in sorted(folder.iterdir())[::2]:
        os.link(path, target / path.name)


def _late(text: str) -> str:
    """Give one more line: the first answer of the visitor once more, with something new."""
    lines = (line for line in text.splitlines() if "] bezoeker: " in line)
    answer = next(islice(lines, 1, None))
    return f"{answer} en nog iets over de nazorgafspraak"


def _path_of(folder: Path, number: int) -> Path:
    return folder / f"gesprek-{number:06}.txt"
