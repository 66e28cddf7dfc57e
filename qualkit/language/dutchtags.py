"""Where a small tagger is unsure about a Dutch word and the lists are not.

A form is corrected only where the lists know it and its form leaves one reading: "aanknopen" is no
plural, "aangifte" no adjective.
"""

from qualkit.language.dutchwords import INFINITIVES, NOT_INFINITIVES
from qualkit.language.wordforms import Kind, is_in_dictionary, kind_of, lemma


def is_noun_after_all(lower: str) -> bool:
    """Tell whether a word tagged as a verb or an adjective is only known as a noun."""
    return is_in_dictionary(lower, "nl") and kind_of(lower, "nl") is Kind.NOUN


def is_infinitive_after_all(lower: str, tagged_lemma: str) -> bool:
    """Tell whether a word tagged as a noun is the infinitive of a verb.

    A lemma of the tagger that is itself a known word ("plan" of "plannen") speaks for the noun.
    """
    if not lower.endswith(INFINITIVES) or lower in NOT_INFINITIVES:
        return False
    if tagged_lemma != lower and is_in_dictionary(tagged_lemma, "nl"):
        return False
    return lemma(lower, "nl") == lower and kind_of(lower, "nl") is Kind.OTHER


def is_written_as_name(text: str) -> bool:
    """Tell whether a word has a capital; a tagger takes words of chat for names without one."""
    return text != text.lower()
