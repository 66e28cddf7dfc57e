"""What quotes are fragments of, and whether who spoke has seen the text; told once under them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from qualkit.domain.sources import Source, TextKind
from qualkit.domain.wording import listed, number, tongue
from qualkit.formats.headings import headings


@dataclass(frozen=True, slots=True)
class _Words:
    checked: Mapping[TextKind, str]
    """When every text that is quoted was checked."""
    partly: str
    """With {texts}, {some} and {all}."""


_DUTCH = _Words(
    checked={
        TextKind.NOTES: "door deelnemers gecontroleerde gespreksverslagen",
        TextKind.TRANSCRIPT: "door deelnemers gecontroleerde, letterlijk uitgeschreven gesprekken",
    },
    partly="{texts} ({some} van de {all} door deelnemers gecontroleerd)",
)
_ENGLISH = _Words(
    checked={
        TextKind.NOTES: "notes of conversations, checked by the participants",
        TextKind.TRANSCRIPT: "verbatim transcripts, checked by the participants",
    },
    partly="{texts} ({some} of the {all} checked by the participants)",
)


def quotes_note(sources: Iterable[Source], checked: Collection[str], language: str) -> str:
    """Say what quotes from some sources are fragments of; `checked` are the ids of sources.

    "Citaten zijn fragmenten uit door deelnemers gecontroleerde gespreksverslagen."
    """
    quoted: dict[TextKind, set[str]] = {kind: set() for kind in TextKind}
    for source in sources:
        quoted[source.text_kind].add(source.id)
    told = [_told(kind, ids, checked, language) for kind, ids in quoted.items() if ids]
    return f"{headings(language).fragments} {listed(told, language)}."


def _told(kind: TextKind, ids: set[str], checked: Collection[str], language: str) -> str:
    words = {"nl": _DUTCH, "en": _ENGLISH}[tongue(language)]
    seen, texts = ids.intersection(checked), headings(language).text_kinds[kind]
    if not seen or kind not in words.checked:
        return texts
    if seen == ids:
        return words.checked[kind]
    some, whole = number(len(seen), language), number(len(ids), language)
    return words.partly.format(texts=texts, some=some, all=whole)
