"""The invented chats that the batch run is measured on."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from benchmarks.batch.chats import SHORTEST, chat
from benchmarks.batch.corpus import Corpus, every_second, later, shuffled_table, write_chats
from benchmarks.batch.evidence import evidence
from qualkit.domain.batch_documents import Document
from qualkit.formats.document_tables import read_table

CHATS = Corpus(chats=200)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("chats")
    write_chats(made, CHATS)
    return made


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _words(folder: Path, chats: int) -> Iterator[str]:
    for messages in evidence(folder, chats):
        for message in messages:
            yield from message.split()


def test_new_words_never_end_but_come_ever_more_slowly(folder: Path) -> None:
    few, many = list(_words(folder, 25)), list(_words(folder, 200))
    growth = len(set(many)) / len(set(few))
    # Eight times the text: after Heaps, with a power between 0.45 and 0.75.
    assert 8**0.45 < growth < 8**0.75
    assert len(many) > 7 * len(few)


def test_the_program_finds_the_visitor_in_each_chat_and_leaves_the_helper_out(folder: Path) -> None:
    chats = list(evidence(folder))
    assert len(chats) == CHATS.chats
    assert all(len(messages) > 5 for messages in chats)
    said = {message for messages in chats for message in messages}
    assert "hoi" in said
    assert not any(message.startswith("Hoi! Welkom") for message in said)


def test_a_chat_is_the_same_for_its_number_and_seed_and_long_enough() -> None:
    assert chat(7, seed=1) == chat(7, seed=1)
    assert chat(7, seed=1) != chat(7, seed=2)
    assert len(chat(7, seed=1).split()) > SHORTEST


def test_later_one_in_a_hundred_is_new_or_changed_and_the_folder_stays_as_it_was(
    folder: Path, tmp_path: Path
) -> None:
    before = _files(folder)
    count = later(folder, CHATS, tmp_path / "later")
    after = _files(tmp_path / "later")
    assert sum(before.get(name) != words for name, words in after.items()) == count == 2
    assert len(after) == len(before) + 1
    assert _files(folder) == before


def test_a_shuffled_table_holds_the_same_documents(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "chats.jsonl"
    shuffled_table(folder, table, Random(1))
    rows = [document for document in read_table(table) if isinstance(document, Document)]
    assert {row.name: row.raw for row in rows} == _files(folder)
    assert [row.name for row in rows] != sorted(row.name for row in rows)


def test_every_second_file_is_half_of_them(folder: Path, tmp_path: Path) -> None:
    every_second(folder, tmp_path / "half")
    assert len(_files(tmp_path / "half")) == CHATS.chats / 2
