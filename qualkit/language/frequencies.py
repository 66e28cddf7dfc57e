"""How often a word is used in a language at large, from wordfreq's lists."""

from functools import cache, lru_cache
from math import log10

from qualkit.language.pipeline import language_code
from qualkit.language.wordforms import LONGEST_WORD, is_in_dictionary

_SHORTEST_PART = 3
_PART_ZIPF = 3.0
"""Letters and least Zipf frequency of each half of a compound."""


def zipf(word: str, language: str) -> float:
    """Give the Zipf frequency of a word (log10 per billion words); 0 when no list holds it."""
    found = frequency(word, language)
    return log10(found) + 9 if found else 0.0


@lru_cache(1 << 17)
def frequency(word: str, language: str) -> float:
    """Give the share of a word (in lower case) among all words; 0 when no list holds it.

    A word with hyphens that is not listed whole is as frequent as its rarest part.
    """
    listed = _listed(language_code(language))
    if len(word) > LONGEST_WORD:
        return 0.0
    if word in listed or "-" not in word:
        return listed.get(word, 0.0)
    return min((listed.get(part, 0.0) for part in word.split("-") if part), default=0.0)


def is_real_word(word: str, language: str) -> bool:
    """Tell whether a word (in lower case) is on a list, or made of two that are."""
    on_list = frequency(word, language) > 0 or is_in_dictionary(word, language)
    return on_list or is_compound(word, language)


def is_compound(word: str, language: str, shortest: int = _SHORTEST_PART) -> bool:
    """Tell whether a word is made of two common ones of at least `shortest` letters."""
    if len(word) > LONGEST_WORD:
        return False
    cuts = range(shortest, len(word) - shortest + 1)
    return any(
        zipf(word[:cut].rstrip("-"), language) >= _PART_ZIPF
        and zipf(word[cut:], language) >= _PART_ZIPF
        for cut in cuts
    )


@cache
def _listed(code: str) -> dict[str, float]:
    # Read as a whole: asking wordfreq word by word takes it apart anew each time.
    from wordfreq import get_frequency_dict  # noqa: PLC0415 (reads a word list)

    try:
        found: dict[str, float] = get_frequency_dict(code, wordlist="best")
    except (LookupError, ImportError):
        return {}
    return found
