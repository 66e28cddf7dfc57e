"""Why a phrase is shown, in a few plain words.

They are in the language of the study, not of the interface: they stand beside its phrases, and
read the same on the screen, in a file and for the next researcher.
"""

from qualkit.language.candidates import Candidate, variant_forms
from qualkit.language.pipeline import language_code
from qualkit.language.weights import RARE_WORD_ZIPF, TYPICAL_KEYNESS

_DUTCH = {
    "once": "eenmaal, opvallend",
    "times": "{} keer",
    "one": ", bij 1 deelnemer",
    "more": ", bij {} deelnemers",
    "rare": "zeldzaam woord",
    "typical": "typisch voor dit materiaal",
    "also": "ook als ‘{}’",
}
_ENGLISH = {
    "once": "once, striking",
    "times": "{} times",
    "one": ", by 1 participant",
    "more": ", by {} participants",
    "rare": "rare word",
    "typical": "typical of this material",
    "also": "also as ‘{}’",
}


def reason(candidate: Candidate, language: str) -> str:
    """Say why a phrase is shown, in Dutch for Dutch texts and in English otherwise."""
    say = _DUTCH if language_code(language) == "nl" else _ENGLISH
    parts = [_how_often(candidate, say)]
    if candidate.times > 1 and candidate.rarest < RARE_WORD_ZIPF:
        parts.append(say["rare"])
    elif candidate.times > 1 and candidate.keyness > TYPICAL_KEYNESS:
        parts.append(say["typical"])
    variants = variant_forms(candidate, language)
    if variants:
        parts.append(say["also"].format(variants[0]))
    return "; ".join(parts)


def _how_often(candidate: Candidate, say: dict[str, str]) -> str:
    if candidate.times == 1:
        return say["once"]
    said = say["times"].format(candidate.times)
    speakers = candidate.speakers
    if speakers:
        said += say["one"] if speakers == 1 else say["more"].format(speakers)
    return said
