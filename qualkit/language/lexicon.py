"""The forms and lemmas of a study by number, so that texts can be gone through as integers."""

from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from qualkit.language.forms import Form, FormReader, Role
from qualkit.language.stopwords import stop_words
from qualkit.language.wordforms import Kind, without_stress

if TYPE_CHECKING:
    from spacy.vocab import Vocab

Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]
Floats: TypeAlias = NDArray[np.float64]
Hashes: TypeAlias = NDArray[np.uint64]

FILLER_BASE = 1024
"""Filler phrases are numbers to this base, a word a digit."""


_COLUMNS = ("role", "is_word", "stops", "is_empty", "is_particle", "base", "filler")


class Lexicon:
    """Forms and lemmas that were met, by number; number 0 is no word."""

    def __init__(self, language: str) -> None:
        """Begin empty, for one language."""
        self.language = language
        self.bases: list[str] = [""]
        """Lemmas by number."""
        self._reader = FormReader(language)
        self._phrases = stop_words(language).phrases
        self._base_numbers = {"": 0}
        self._keys: list[int] = [0]
        self._key_column: Hashes = np.zeros(0, dtype=np.uint64)
        self._lowers: list[str] = [""]
        self._numbers: dict[int, int] = {}
        self._guesses: dict[tuple[str, Kind, bool], int] = {}
        self._particles: dict[int, str] = {}
        self._lists: dict[str, list[int]] = {name: [0] for name in _COLUMNS}
        self._columns: dict[str, Ints] = {}
        in_phrases = sorted({w for one in self._phrases.values() for p in one for w in p})
        self._filler_numbers = {word: n for n, word in enumerate(in_phrases, start=1)}

    def numbers(self, keys: Hashes, columns: Hashes, vocab: "Vocab") -> Ints:
        """Give the number of each form: `columns` are ORTH, LEMMA, POS and MORPH, by row."""
        unique, where, back = np.unique(keys, return_index=True, return_inverse=True)
        found = np.empty(len(unique), dtype=np.int64)
        known = self._numbers
        for i, key in enumerate(unique.tolist()):
            number = known.get(key)
            if number is None:
                number = known[key] = self._add(columns[where[i]].tolist(), vocab)
            found[i] = number
        return found[back]

    def base(self, word: str) -> int:
        """Give the number of a lemma."""
        number = self._base_numbers.setdefault(word, len(self.bases))
        if number == len(self.bases):
            self.bases.append(word)
            self._keys.append(lemma_key(word))
        return number

    @property
    def size(self) -> int:
        """How many forms were met."""
        return len(self._lowers)

    def keys(self) -> Hashes:
        """Give the key of each lemma, by number; 0 for no word."""
        if len(self._key_column) < len(self._keys):
            self._key_column = np.array(self._keys, dtype=np.uint64)
        return self._key_column

    def lower(self, form: int) -> str:
        """Give the word of a form in small letters; empty for one without a lemma."""
        return self._lowers[form]

    def column(self, name: str) -> Ints:
        """Give something of every form, by number.

        `role`, `base` (the number of its lemma) or `filler` (its number among the words of filler
        phrases such as "zeg maar", 0 for none).
        """
        known, listed = self._columns.get(name), self._lists[name]
        if known is None:
            known = np.zeros(0, dtype=np.int64)
        if len(known) < len(listed):
            known = np.concatenate([known, np.array(listed[len(known) :], dtype=np.int64)])
            self._columns[name] = known
        return known

    def flags(self, name: str) -> Bools:
        """Give `is_word`, `stops`, `is_empty` or `is_particle` of every form."""
        return self.column(name) > 0

    def particle_of(self, form: int) -> str:
        """Give the word of a form that may be a particle."""
        return self._particles.get(form, "")

    def filler_codes(self) -> dict[int, list[int]]:
        """Give each filler phrase as one number (`FILLER_BASE`), by the number of its words."""
        found: dict[int, list[int]] = {}
        for phrases in self._phrases.values():
            for phrase in phrases:
                code = 0
                for word in phrase:
                    code = code * FILLER_BASE + self._filler_numbers[word]
                found.setdefault(len(phrase), []).append(code)
        return found

    def form_of_guess(self, text: str, kind: Kind, is_name: bool) -> int:
        """Give the number of the form of a word that no tagger has read."""
        key = (text, kind, is_name)
        number = self._guesses.get(key)
        if number is None:
            form = self._reader.guessed(text, kind, is_name)
            number = self._guesses[key] = self._append(text, form)
        return number

    def _add(self, row: list[int], vocab: "Vocab") -> int:
        """Work out a form from its tags."""
        orth, base, pos, morph = row
        text = vocab.strings[orth]
        lexeme = vocab[orth]
        if lexeme.like_url or lexeme.like_email or lexeme.like_num:
            return self._append(text, Form(Role.OTHER, is_word=bool(lexeme.like_num)))
        form = self._reader.tagged(text, *(vocab.strings[number] for number in (base, pos, morph)))
        return self._append(text, form)

    def _append(self, text: str, form: Form) -> int:
        number, base = len(self._lists["role"]), self.base(form.lemma)
        filler = self._filler_numbers.get(without_stress(text.lower()), 0)
        row = (
            form.role,
            form.is_word,
            form.stops,
            form.is_empty,
            form.particle != "",
            base,
            filler,
        )
        for name, value in zip(_COLUMNS, row, strict=True):
            self._lists[name].append(int(value))
        self._lowers.append(form.lower)
        if form.particle:
            self._particles[number] = form.particle
        return number


def lemma_key(lemma: str) -> int:
    """Give the number by which a lemma is known wherever it is met: 64 bits of its letters."""
    return int.from_bytes(
        blake2b(lemma.encode("utf-8", "replace"), digest_size=8).digest(), "little"
    )
