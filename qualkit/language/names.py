"""Names in texts: what a pipeline tags as proper nouns, and the entities it knows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import PipelineInfo
from qualkit.language.loading import load_for_names
from qualkit.language.sentences import pieces, tokenizable
from qualkit.language.wordforms import is_in_dictionary

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH = 32

_KINDS: Mapping[str, IdentifierKind] = {
    "PER": IdentifierKind.NAME,
    "PERSON": IdentifierKind.NAME,
    "LOC": IdentifierKind.PLACE,
    "GPE": IdentifierKind.PLACE,
    "FAC": IdentifierKind.PLACE,
    "ORG": IdentifierKind.ORGANISATION,
    "EVENT": IdentifierKind.EVENT,
}
"""Entities as spaCy's pipelines call them; others tell nothing that rules do not find."""

_JOINTS = frozenset({"van", "de", "der", "den", "ten", "ter", "'t", "’t", "la", "el", "von", "of"})
"""Words that stand inside a name, between two parts of it."""


@dataclass(frozen=True, slots=True)
class TaggedName:
    """A name, and of what if the pipeline tells."""

    span: Span
    kind: IdentifierKind | None


def names_in(
    texts: Sequence[str], info: PipelineInfo, language: str
) -> list[tuple[TaggedName, ...]] | None:
    """Give the names in each text by place; None when the pipeline tags nothing.

    Raises:
        PipelineMissingError: the pipeline cannot be loaded.
    """
    nlp = load_for_names(info, language)
    if not nlp.pipe_names:
        return None
    parts = [
        (tokenizable(part), (number, offset))
        for number, text in enumerate(texts)
        for offset, part in pieces(text)
        if part.strip()
    ]
    found: list[list[TaggedName]] = [[] for _text in texts]
    for doc, (number, offset) in nlp.pipe(parts, as_tuples=True, batch_size=BATCH):
        found[number].extend(_names(doc, offset))
    return [tuple(names) for names in found]


def _names(doc: "Doc", offset: int) -> Iterator[TaggedName]:
    known = [ent for ent in doc.ents if ent.label_ in _KINDS]
    for ent in known:
        yield TaggedName(Span(offset + ent.start_char, offset + ent.end_char), _KINDS[ent.label_])
    for first, last in _runs(doc):
        is_known = any(ent.start <= last and first < ent.end for ent in known)
        if not is_known and not (first == last and _is_first_word(doc, first)):
            start, end = doc[first].idx, doc[last].idx + len(doc[last])
            yield TaggedName(Span(offset + start, offset + end), None)


def _runs(doc: "Doc") -> Iterator[tuple[int, int]]:
    """Yield first and last word of runs of proper nouns, with the joints between them."""
    first = last = -1
    for at in range(len(doc)):
        if _is_name(doc, at):
            if first < 0 or not _joined(doc, last, at):
                if first >= 0:
                    yield first, last
                first = at
            last = at
    if first >= 0:
        yield first, last


def _joined(doc: "Doc", last: int, at: int) -> bool:
    between = doc[last + 1 : at]
    return len(between) <= 2 and all(
        word.lower_ in _JOINTS or (word.is_alpha and word.text[0].isupper()) for word in between
    )


def _is_first_word(doc: "Doc", at: int) -> bool:
    """Tell whether a common word has its capital because a sentence begins with it."""
    return _begins(doc, at) and is_in_dictionary(doc[at].lower_, doc.lang_)


def _begins(doc: "Doc", at: int) -> bool:
    before = doc[at - 1].text[-1] if at else ""
    return not before or not (before.isalnum() or before in ",;-/")


def _is_name(doc: "Doc", at: int) -> bool:
    """Tell whether a word is tagged as a name, or has a capital that only a name could have."""
    word = doc[at]
    if len(word) < 2 or not word.text[0].isupper() or set(word.text) <= set("IVX"):
        return False
    if word.pos_ == "PROPN":
        return True
    # Rare first names are often tagged as something else.
    return not _begins(doc, at) and not is_in_dictionary(word.lower_, doc.lang_)
