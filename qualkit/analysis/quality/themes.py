"""Points 3, 5, 6 and 9: whose words carry a theme, its reading, and how themes stand together."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import combinations

from qualkit.analysis.quality.facts import Passages, ThemeFacts
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quality import Observation
from qualkit.domain.theme_relations import RelationKind, ThemeRelation
from qualkit.translation import _, ngettext

FEWEST_PASSAGES = 5
"""A theme with fewer passages is not asked about whose they are."""

FEWEST_SHARED = 2
SHARED_PART = 0.1
"""Two themes that share fewer passages, or a smaller part of the smaller one, are not asked about:
in a large study nearly any two share a few."""


def few_voices(themes: Sequence[ThemeFacts], passages: Passages) -> Iterator[Observation]:
    """Name the themes of which more than half the passages come from one participant."""
    for each in themes:
        total = len(each.heard)
        if total < FEWEST_PASSAGES:
            continue
        voices = Counter(map(passages.labels.__getitem__, each.heard))
        label, count = min(voices.items(), key=lambda item: (-item[1], item[0]))
        if count * 2 <= total:
            continue
        theirs = (number for number in each.heard if passages.labels[number] == label)
        said = _("{count} of the {total} passages of '{theme}' come from {name}.")
        if count == total:
            said = _("All {total} passages of '{theme}' come from {name}.")
        yield Observation(
            f"3:theme:{each.theme.id}",
            3,
            said.format(count=count, total=total, theme=each.name, name=label),
            _("Is that the story, or is something missing?"),
            _target(each),
            passages.codings_of(theirs),
        )


def readings(themes: Sequence[ThemeFacts], passages: Passages) -> Iterator[Observation]:
    """Tell what came into a theme since she last read it as a whole, or that she never did."""
    for each in themes:
        if not each.passages:
            continue
        if each.reading is None or each.reading.last_at is None:
            count = len(each.passages)
            yield Observation(
                f"5:theme:{each.theme.id}",
                5,
                ngettext(
                    "'{theme}' has {count} passage and was not yet read as a whole.",
                    "'{theme}' has {count} passages and was not yet read as a whole.",
                    count,
                ).format(theme=each.name, count=count),
                _("Read all its passages in a row, and see whether they belong together?"),
                _target(each),
            )
        elif new := {passages.numbers[coding_id] for coding_id in each.reading.new}:
            codings = passages.codings_of(new)
            if each.reading.goes_on:
                yield _unfinished(each, codings)
            else:
                yield _since(each, each.reading.last_at, codings)


def _unfinished(each: ThemeFacts, left: tuple[str, ...]) -> Observation:
    """Tell what a reading that goes on has not come to yet."""
    return Observation(
        f"5:theme:{each.theme.id}",
        5,
        ngettext(
            "Your reading of '{theme}' has {count} passage to go.",
            "Your reading of '{theme}' has {count} passages to go.",
            len(left),
        ).format(theme=each.name, count=len(left)),
        _("Read on, or finish here?"),
        _target(each),
        left,
    )


def _since(each: ThemeFacts, last_at: datetime, new: tuple[str, ...]) -> Observation:
    """Tell what came into a theme after her last reading."""
    return Observation(
        f"5:theme:{each.theme.id}",
        5,
        ngettext(
            "{count} passage of '{theme}' was not in your reading of {day}.",
            "{count} passages of '{theme}' were not in your reading of {day}.",
            len(new),
        ).format(theme=each.name, day=last_at.astimezone().date(), count=len(new)),
        _("Do they fit the central idea, or change it?"),
        _target(each),
        new,
    )


def overlaps(
    themes: Sequence[ThemeFacts], passages: Passages, relations: Sequence[ThemeRelation]
) -> Iterator[Observation]:
    """Name the pairs of themes that share passages, where nothing tells how they differ."""
    explained = {
        frozenset((each.theme_id, each.other_id))
        for each in relations
        if each.kind is RelationKind.DIFFERS and each.sentence.strip()
    }
    for one, other, shared in _shared(themes):
        pair = frozenset((one.theme.id, other.theme.id))
        least = max(FEWEST_SHARED, SHARED_PART * min(len(one.passages), len(other.passages)))
        if len(shared) < least or pair in explained:
            continue
        first, second = sorted(pair)
        yield Observation(
            f"6:theme:{first}:{second}",
            6,
            _("'{one}' and '{other}' share {count} passages.").format(
                one=one.name, other=other.name, count=len(shared)
            ),
            _("What sets them apart?"),
            _target(one),
            passages.codings_of(shared),
        )


def unbounded(themes: Sequence[ThemeFacts]) -> Iterator[Observation]:
    """Name the themes without a central idea, or without a word on what belongs and what not."""
    for each in themes:
        has_idea = bool(each.theme.central_idea.strip())
        has_bounds = bool(each.theme.belongs.strip() or each.theme.excludes.strip())
        if has_idea and has_bounds:
            continue
        said = _("With '{theme}' stands no central idea yet.")
        if has_idea:
            said = _("With '{theme}' does not stand yet what belongs to it and what does not.")
        elif not has_bounds:
            said = _("With '{theme}' stand no central idea and no boundary yet.")
        yield Observation(
            f"6:idea:{each.theme.id}",
            6,
            said.format(theme=each.name),
            _("Which shared idea holds its passages together, and where does it end?"),
            _target(each),
        )


def unlinked(
    themes: Sequence[ThemeFacts], relations: Sequence[ThemeRelation]
) -> Iterator[Observation]:
    """Name the themes from which no line runs to another one."""
    if len(themes) < 2:
        return
    linked = {theme_id for each in relations for theme_id in (each.theme_id, each.other_id)}
    parents = {each.theme.parent_id for each in themes}
    for each in themes:
        is_in_tree = each.theme.parent_id or each.theme.id in parents
        if each.theme.id not in linked and not is_in_tree:
            yield Observation(
                f"9:theme:{each.theme.id}",
                9,
                _("No line runs yet between '{theme}' and another theme.").format(theme=each.name),
                _("How does your story come from here to the others?"),
                _target(each),
            )


def _shared(
    themes: Sequence[ThemeFacts],
) -> Iterator[tuple[ThemeFacts, ThemeFacts, frozenset[int]]]:
    """Give the passages that each two themes share; a theme and its subtheme are no pair."""
    above = _above(themes)
    for one, other in combinations(themes, 2):
        if one.theme.id in above[other.theme.id] or other.theme.id in above[one.theme.id]:
            continue
        if shared := one.passages & other.passages:
            yield one, other, shared


def _above(themes: Sequence[ThemeFacts]) -> Mapping[str, Collection[str]]:
    """Give, by theme, the ids of those that it is under."""
    parents = {each.theme.id: each.theme.parent_id for each in themes}
    found: dict[str, list[str]] = defaultdict(list)
    for theme_id, parent_id in parents.items():
        above = parent_id
        while above is not None:
            found[theme_id].append(above)
            above = parents.get(above)
    return found


def _target(each: ThemeFacts) -> Target:
    return Target(ObjectType.THEME, each.theme.id)
