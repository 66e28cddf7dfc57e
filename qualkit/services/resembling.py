"""Uncoded passages that resemble those of a theme: found by the search index, theme by theme.

It reads texts and takes a while on a large project, so nothing waits for it: a front end shows each
theme's passages as they come.
"""

import json
from collections.abc import Callable, Iterator

from qualkit.analysis.quality.likeness import Likeness, resembles
from qualkit.domain.memos import ObjectType, Target
from qualkit.domain.quality import Observation, Uncoded
from qualkit.domain.search import Hit, Scope, full_text_expression
from qualkit.domain.sources import Role
from qualkit.domain.themes import Theme
from qualkit.services.quality_facts import Facts
from qualkit.services.workspace import Workspace
from qualkit.store.coded import coded_segments
from qualkit.store.search import search
from qualkit.store.segments import words_of_segments
from qualkit.translation import _, ngettext

MOST_TEXTS = 5000
"""Segments from which it is told how rare a word is in the project."""

MOST_EVIDENCE = 100
"""Passages of a theme that are compared with."""

MOST_HITS = 300
"""Uncoded passages that are compared, for each theme."""

COMMON = 5.2
"""Zipf frequency from which a word says nothing of what a passage is about: "iemand", "staat"."""

_UNCODED = Scope(roles=tuple(role for role in Role if role.is_evidence), uncoded=True)


def never() -> bool:
    """Let a search go on to its end."""
    return False


def resembling(workspace: Workspace, stop: Callable[[], bool] = never) -> Iterator[Observation]:
    """Give the themes of which uncoded passages, perhaps, say something alike.

    It ends before the next theme once `stop` tells so.
    """
    # The word lists of the languages; loaded when somebody wants likeness.
    from qualkit.language.frequencies import zipf  # noqa: PLC0415

    facts = Facts(workspace)
    language = facts.info.language
    likeness = Likeness(
        words_of_segments(workspace.database, MOST_TEXTS),
        lambda word: zipf(word, language) >= COMMON,
    )
    for each in facts.themes:
        if stop():
            return
        codings = facts.passages.codings_of(each.passages)[:MOST_EVIDENCE]
        if hits := _hits(workspace, likeness, codings):
            yield _observation(each.theme, hits)


def _hits(workspace: Workspace, likeness: Likeness, codings: tuple[str, ...]) -> list[Hit]:
    """Give the uncoded passages that are like some coded ones."""
    segments = coded_segments(
        workspace.database,
        "coding.id IN (SELECT value FROM json_each(?))",
        [json.dumps(codings)],
    )
    vectors = [likeness.vector(segment.words) for segment in segments]
    telling = likeness.telling(vectors)
    if not telling:
        return []
    expression = full_text_expression(" OR ".join(f"{beginning}*" for beginning in telling))
    found = search(workspace.database, expression, _UNCODED, MOST_HITS)
    return [hit for hit in found if resembles(likeness.vector(hit.words), vectors)]


def _observation(theme: Theme, hits: list[Hit]) -> Observation:
    return Observation(
        f"4:theme:{theme.id}",
        4,
        ngettext(
            "{count} uncoded passage resembles, perhaps, those of '{theme}'.",
            "{count} uncoded passages resemble, perhaps, those of '{theme}'.",
            len(hits),
        ).format(count=len(hits), theme=theme.name),
        _("Look at them? They may belong to it, or only share words."),
        Target(ObjectType.THEME, theme.id),
        passages=tuple(
            Uncoded(
                hit.reference,
                hit.source.id,
                hit.segment.version_id,
                hit.segment.span.start,
                hit.segment.span.end,
                hit.words,
            )
            for hit in hits
        ),
    )
