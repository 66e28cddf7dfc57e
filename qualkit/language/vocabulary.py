"""The words of a set: how often each lemma is said, and in which forms."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import fsum

import numpy as np

from qualkit.language.found import Found
from qualkit.language.frequencies import frequency, zipf
from qualkit.language.lexicon import Floats, Hashes, Ints, lemma_key
from qualkit.language.tally import Places


@dataclass(frozen=True, slots=True)
class Lemmas:
    """Every lemma of a set, a row each, in order of their keys; row 0 is no word."""

    keys: Hashes
    words: tuple[str, ...]
    said: Ints
    """How often each is said."""
    frequency: Floats
    """The share of each in the language, all its forms that were met together."""
    zipf: Floats
    """Its Zipf frequency: that of its most frequent form that was met."""

    def rows(self, keys: Hashes) -> Ints:
        """Give the rows of some keys that are among them."""
        found: Ints = np.searchsorted(self.keys, keys)
        return found

    def spelled(self, keys: Hashes) -> str:
        """Give the lemmas of one phrase with spaces between."""
        return " ".join(self.words[row] for row in self.rows(keys[keys > 0]).tolist())


class Vocabulary:
    """Counts the words of a set, part after part."""

    def __init__(self, language: str) -> None:
        """Begin with none."""
        self.language = language
        self.words = 0
        """Words said."""
        self._said: Counter[str] = Counter()
        self._forms: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, found: Found, texts: Ints, places: Places) -> None:
        """Count some texts, by their rows; one that stands in several places comes as often."""
        standing = np.bincount(texts, minlength=len(found.lengths))
        self.words += int((found.words * standing).sum())
        times = np.zeros(len(found.forms), dtype=np.int64)
        np.add.at(times, found.said_form, found.said_times * standing[found.said_text])
        said = np.flatnonzero(times)
        lemmas, forms = found.lemmas, found.forms
        rows = zip(
            said.tolist(), found.form_lemma[said].tolist(), times[said].tolist(), strict=True
        )
        for form, lemma, number in rows:
            self._said[lemmas[lemma]] += number
            self._forms[lemmas[lemma]].add(forms[form])
        in_phrases = np.unique(found.phrases[np.unique(found.phrase[places.row])])
        for lemma in in_phrases[in_phrases >= 0].tolist():
            self._forms[lemmas[lemma]].add(lemmas[lemma])

    def lemmas(self) -> Lemmas:
        """Give what was counted."""
        # A lemma counts among its own forms, whether it is met as a word or not.
        forms = {word: {word, *found} for word, found in self._forms.items()}
        keyed = sorted([(0, ""), *((lemma_key(word), word) for word in forms)])
        words = tuple(word for _key, word in keyed)
        language = self.language
        every = [forms.get(word, ()) for word in words]
        return Lemmas(
            keys=np.array([key for key, _word in keyed], dtype=np.uint64),
            words=words,
            said=np.array([self._said[word] for word in words], dtype=np.int64),
            # Exact sums, for a set has no order.
            frequency=np.array([fsum(frequency(w, language) for w in each) for each in every]),
            zipf=np.array([max((zipf(w, language) for w in each), default=0.0) for each in every]),
        )
