"""Points 1 and 2: the texts themselves, and whether every source was looked at alike."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from qualkit.analysis.quality.facts import RoundFacts, SourceFacts
from qualkit.domain.listed_names import some_of
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quality import Observation
from qualkit.domain.sources import TextKind
from qualkit.translation import _, ngettext

FEWEST_SOURCES = 4
"""With fewer coded sources there is nothing to compare with."""

FEWEST_WORDS = 100
"""A source with fewer words of participants is not compared."""

MOST_SOURCES = 10
"""So many sources get a question of their own; the others share one."""


def unchecked_texts(sources: Sequence[SourceFacts]) -> Iterator[Observation]:
    """Name the worked-out conversations of which nobody recorded whether they were checked."""
    made = [each for each in sources if each.text_kind in (TextKind.NOTES, TextKind.TRANSCRIPT)]
    silent = [each for each in made if not each.has_check]
    if silent:
        yield Observation(
            "1:project",
            1,
            ngettext(
                "For {recorded} of {count} source in notes or transcript it is recorded whether "
                "who spoke has checked it; not for {names}.",
                "For {recorded} of {count} sources in notes or transcript it is recorded whether "
                "who spoke has checked it; not for {names}.",
                len(made),
            ).format(recorded=len(made) - len(silent), count=len(made), names=_names(silent)),
            _("Were they checked, and are they detailed enough for this question?"),
            sources=_ids(silent),
        )


def uneven_coding(sources: Sequence[SourceFacts]) -> Iterator[Observation]:
    """Name the sources with far fewer coded passages per 1,000 words than the others."""
    coded = [each for each in sources if each.passages and each.words >= FEWEST_WORDS]
    if len(coded) >= FEWEST_SOURCES:
        usual = median(map(_rate, coded))
        sparse = [each for each in coded if _rate(each) < usual / 2]
        rates = [_rate(each) for each in coded if _rate(each) >= usual / 2]
        low, high = round(min(rates)), round(max(rates))
        for each in sparse[:MOST_SOURCES]:
            yield _sparse(each, low, high)
        if more := sparse[MOST_SOURCES:]:
            yield _more_sparse(more, low, high)
    yield from _uncoded(sources)


def unread_in_rounds(
    rounds: Sequence[RoundFacts], names: Mapping[str, str]
) -> Iterator[Observation]:
    """Tell of each round what was not read in it; `names` are those of sources by their ids."""
    for each in rounds:
        if each.read and each.unread:
            total = each.read + len(each.unread)
            yield Observation(
                f"2:round:{each.round.id}",
                2,
                _(
                    "In the round '{round}' {read} of {total} sources are read, and not: {names}."
                ).format(
                    round=each.round.name,
                    read=each.read,
                    total=total,
                    names=some_of([names[source_id] for source_id in each.unread]),
                ),
                _("Do the others still come, or is this how you meant it?"),
                sources=each.unread,
            )


def _sparse(each: SourceFacts, low: int, high: int) -> Observation:
    return Observation(
        f"2:source:{each.id}",
        2,
        ngettext(
            "{name} has {count} coded passage in {words} words of participants; most others "
            "have {low} to {high} per 1000.",
            "{name} has {count} coded passages in {words} words of participants; most others "
            "have {low} to {high} per 1000.",
            each.passages,
        ).format(name=each.label, count=each.passages, words=each.words, low=low, high=high),
        _("That may be right. Read it once more, or note why?"),
        Target(ObjectType.SOURCE, each.id),
        sources=(each.id,),
    )


def _more_sparse(more: Sequence[SourceFacts], low: int, high: int) -> Observation:
    return Observation(
        "2:more",
        2,
        ngettext(
            "{count} more source has less than half as many coded passages per 1000 words as is "
            "usual here ({low} to {high}): {names}.",
            "{count} more sources have less than half as many coded passages per 1000 words as is "
            "usual here ({low} to {high}): {names}.",
            len(more),
        ).format(count=len(more), low=low, high=high, names=_names(more)),
        _("That may be right. Read them once more, or note why?"),
        sources=_ids(more),
    )


def _uncoded(sources: Sequence[SourceFacts]) -> Iterator[Observation]:
    bare = [each for each in sources if not each.passages]
    if bare and len(bare) < len(sources):
        yield Observation(
            "2:uncoded",
            2,
            ngettext(
                "{count} source has no coded passage: {names}.",
                "{count} sources have no coded passage: {names}.",
                len(bare),
            ).format(count=len(bare), names=_names(bare)),
            _("Read and nothing in it for this question, or still to be read?"),
            sources=_ids(bare),
        )


def _rate(each: SourceFacts) -> float:
    return each.passages * 1000 / each.words


def _names(sources: Sequence[SourceFacts]) -> str:
    return some_of([each.label for each in sources])


def _ids(sources: Sequence[SourceFacts]) -> tuple[str, ...]:
    return tuple(each.id for each in sources)
