"""What the first pass finds in some texts: plain numbers and words, whoever read them and where.

Lemmas and phrases are told apart by keys that are worked out from their letters, so that what was
found in two runs, or on two machines, can be put together.
"""

from dataclasses import dataclass

from qualkit.language.lexicon import Bools, Hashes, Ints

WIDTH = 6
"""The most lemmas in a phrase; articles are not among them."""


@dataclass(frozen=True, slots=True)
class Found:
    """Phrases and words of some texts.

    Numbers in it are rows of its own lists; mentions and what is said are in order of text.
    """

    lengths: Ints
    """Code points of each text."""
    words: Ints
    """Words said in each text."""
    lemmas: tuple[str, ...]
    lemma_keys: Hashes
    forms: tuple[str, ...]
    """Words as written, in small letters; each with a lemma."""
    form_lemma: Ints
    said_text: Ints
    """How often each form is said in each text."""
    said_form: Ints
    said_times: Ints
    phrases: Ints
    """The lemmas of each phrase, a row of `WIDTH`, -1 where there is none."""
    phrase_keys: Hashes
    surfaces: tuple[str, ...]
    """Phrases as they are written somewhere."""
    text: Ints
    """The text of each mention, its phrase, and the key of the longer phrase it is in (0: none)."""
    phrase: Ints
    outer: Hashes
    shape: Ints
    start: Ints
    """Where each mention begins and ends in its text: code points, half-open."""
    end: Ints
    surface: Ints
    line: Ints
    """How many lines of its text come before each mention."""
    opens: Bools
    """Whether the first capital of a mention may be only that of a sentence."""
