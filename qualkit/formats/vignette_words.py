"""What is printed with a vignette, in the language of the study: what it is made of."""

from collections.abc import Sequence

from qualkit.domain.sources import SourceKind
from qualkit.domain.vignettes import MadeOf
from qualkit.domain.wording import counted, tongue

_CONVERSATIONS = (SourceKind.INTERVIEW, SourceKind.TRANSCRIPT, SourceKind.CHAT)
_WORDS = {
    "nl": {
        "conversation": ("gesprek", "gesprekken"),
        "source": ("bron", "bronnen"),
        "single": "Vignet over één {one}",
        "case": "Vignet over één casus, uit {sources}",
        "composite": "Vignet, samengesteld uit {sources}",
        "loose": "Vignet, samengesteld",
    },
    "en": {
        "conversation": ("conversation", "conversations"),
        "source": ("source", "sources"),
        "single": "Vignette of one {one}",
        "case": "Vignette of one case, from {sources}",
        "composite": "Vignette, composed from {sources}",
        "loose": "Vignette, composed",
    },
}


def vignette_note(made_of: MadeOf, kinds: Sequence[SourceKind], language: str) -> str:
    """Say what a vignette is made of; `kinds` are those of the sources that it rests on."""
    words = _WORDS[tongue(language)]
    spoken = all(kind in _CONVERSATIONS for kind in kinds)
    one, many = words["conversation" if spoken else "source"]
    sources = counted(len(kinds), one, many, language)
    if made_of is MadeOf.SINGLE:
        form = "case" if len(kinds) > 1 else "single"
    else:
        form = "composite" if len(kinds) > 1 else "loose"
    told: str = str(words[form])
    return told.format(one=one, sources=sources)
