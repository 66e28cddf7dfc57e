"""Points 12, 13 and 14: what is told of the method, and whether it fits what was done."""

import re
from collections.abc import Iterator, Sequence

from qualkit.analysis.quality.facts import Passages, SourceFacts, ThemeFacts, Use
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.projects import Profile, ProjectInfo
from qualkit.domain.quality import Observation
from qualkit.domain.sources import TextKind
from qualkit.translation import N_, _, ngettext

_FIELDS = (
    (
        "question",
        N_("The research question is still empty."),
        N_("What do you want to know, and of whom?"),
    ),
    (
        "approach",
        N_("The approach is still empty."),
        N_("Which form of thematic analysis, and why?"),
    ),
    (
        "assumptions",
        N_("The assumptions are still empty."),
        N_("What do you take for granted about language, experience and knowledge?"),
    ),
    (
        "standpoint",
        N_("Where you stand yourself is still empty."),
        N_("From where do you look at this, and what does that let you see?"),
    ),
)
"""A field of the method statement, what is seen when it is empty, and the question."""

_TRANSCRIPT = re.compile(r"\b(?:transcript|transcriptie|verbatim)\w*\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:alle|all(?: of)?(?: the)?) (?:gesprekken|interviews|geïnterviewden|deelnemers|"
    r"respondenten|bronnen|chats|conversations|interviewees|participants|respondents|sources)\b",
    re.IGNORECASE,
)

POSITION_WORDS = re.compile(
    r"\b(?:data)?(?:verzadig\w*|saturat\w*)|\b(?:inter)?(?:betrouwbaarhei\w*|reliabilit\w*)"
    r"|\bbias\w*|\bvooringenomen\w*|\b(?:niet[- ])?representati\w*"
    r"|\bthemes? emerged\b|\bemerging themes?\b|\bthema(?:'s|’s)? (?:kwam|kwamen|komen) naar voren",
    re.IGNORECASE,
)
"""Words of another way of doing research than reflexive analysis; a list to look at, no verdict."""


def untold_method(info: ProjectInfo) -> Iterator[Observation]:
    """Name the parts of the method statement that are empty."""
    for name, seen, question in _FIELDS:
        if not str(getattr(info, name)).strip():
            yield Observation(
                f"12:{name}", 12, _(seen), _(question), Target(ObjectType.PROJECT, info.id)
            )


def claims_and_deeds(
    info: ProjectInfo,
    sources: Sequence[SourceFacts],
    themes: Sequence[ThemeFacts],
    passages: Passages,
    use: Use,
) -> Iterator[Observation]:
    """Hold what is written against the material and the parts of the program that were used."""
    yield from _transcripts(info, sources, themes)
    yield from _all_of_them(sources, themes, passages)
    yield from _profile(info, use)


def wording(info: ProjectInfo, themes: Sequence[ThemeFacts]) -> Iterator[Observation]:
    """Name where the researcher's own text has words that belong to another position."""
    for each in themes:
        found = _found(_texts(each))
        if found:
            yield _word(f"14:theme:{each.theme.id}", each.name, found, _target(each))
    found = _found([info.approach, info.assumptions, info.standpoint])
    if found:
        project = Target(ObjectType.PROJECT, info.id)
        yield _word("14:project", _("the method"), found, project)


def _transcripts(
    info: ProjectInfo, sources: Sequence[SourceFacts], themes: Sequence[ThemeFacts]
) -> Iterator[Observation]:
    notes = [each for each in sources if each.text_kind is TextKind.NOTES]
    if not notes or any(each.text_kind is TextKind.TRANSCRIPT for each in sources):
        return
    places = [each for each in themes if any(map(_TRANSCRIPT.search, _texts(each)))]
    if places or _TRANSCRIPT.search(info.approach):
        yield Observation(
            "13:transcripts",
            13,
            ngettext(
                "The text speaks of transcripts; {count} source is worked-out notes and none is a "
                "transcript.",
                "The text speaks of transcripts; {count} sources are worked-out notes and none is "
                "a transcript.",
                len(notes),
            ).format(count=len(notes)),
            _("Which word is right?"),
            _target(places[0]) if places else Target(ObjectType.PROJECT, info.id),
            sources=tuple(each.id for each in notes),
        )


def _all_of_them(
    sources: Sequence[SourceFacts], themes: Sequence[ThemeFacts], passages: Passages
) -> Iterator[Observation]:
    labels = {each.label for each in sources}
    for each in themes:
        found = next(filter(None, map(_ALL.search, _texts(each))), None)
        heard = {passages.labels[number] for number in each.passages} if found else labels
        if found and len(heard) < len(labels):
            yield Observation(
                f"13:theme:{each.theme.id}",
                13,
                _(
                    "With '{theme}' you write \"{words}\"; its passages come from {heard} of "
                    "{total}."
                ).format(theme=each.name, words=found.group(), heard=len(heard), total=len(labels)),
                _("Is it all of them, or those in whom you saw it?"),
                _target(each),
            )


def _profile(info: ProjectInfo, use: Use) -> Iterator[Observation]:
    project = Target(ObjectType.PROJECT, info.id)
    if info.profile is Profile.FRAMEWORK and not use.has_matrix:
        yield Observation(
            "13:matrix",
            13,
            _("The method is framework analysis, and there is no matrix yet."),
            _("Does the matrix still come, or is another method nearer to what you do?"),
            project,
        )
    if info.profile is Profile.CODEBOOK and use.undescribed:
        yield Observation(
            "13:codebook",
            13,
            ngettext(
                "The method is codebook analysis, and {count} code has no definition.",
                "The method is codebook analysis, and {count} codes have no definition.",
                use.undescribed,
            ).format(count=use.undescribed),
            _("Would a colleague use them as you do?"),
            project,
        )
    if info.profile is Profile.REFLEXIVE and use.with_rules:
        yield Observation(
            "13:rules",
            13,
            ngettext(
                "The method is reflexive analysis, and {count} code has rules for its use.",
                "The method is reflexive analysis, and {count} codes have rules for their use.",
                use.with_rules,
            ).format(count=use.with_rules),
            _("Do the rules still lead you, or is the method another one than it says?"),
            project,
        )


def _word(key: str, place: str, found: Sequence[str], about: Target) -> Observation:
    words = ", ".join(f"'{word}'" for word in found)
    return Observation(
        key,
        14,
        ngettext(
            "In your text on {place} stands {count} word to look at: {words}.",
            "In your text on {place} stand {count} words to look at: {words}.",
            len(found),
        ).format(place=place, count=len(found), words=words),
        _("Does it fit where you stand in this study?"),
        about,
    )


def _found(texts: Sequence[str]) -> list[str]:
    """Give the words of another position in some texts, each once."""
    matches = (match.group().lower() for text in texts for match in POSITION_WORDS.finditer(text))
    return list(dict.fromkeys(matches))


def _texts(each: ThemeFacts) -> list[str]:
    """Give what the researcher wrote on a theme herself."""
    return [each.story, each.theme.central_idea, *(claim.text for claim in each.claims)]


def _target(each: ThemeFacts) -> Target:
    return Target(ObjectType.THEME, each.theme.id)
