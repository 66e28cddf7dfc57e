"""Reading a file of suggestions into the queue: matched by text and place, never by words."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from qualkit.domain.identity import new_id, utc_now
from qualkit.domain.operations import Outcome
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.queue import LoadReport, QueuedPlace, QueuedSuggestion, SuggestionBatch
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import RejectedPhrases, Rejection
from qualkit.domain.text import folded, one_line
from qualkit.formats.suggestion_files import SuggestionFile
from qualkit.formats.suggestion_rows import SuggestionRow
from qualkit.services.suggestions import lemma_of
from qualkit.services.workspace import Workspace
from qualkit.store.queue import KnownText, context_of, suggestions_of, texts_by_hash
from qualkit.store.texts import read_text
from qualkit.translation import ngettext

TOUCHED = frozenset({"queue"})

LONGEST_PHRASE = 300
"""Code points; what is longer is no phrase, whatever a file says."""

_Key = tuple[str, QueuedPlace]
"""A lemma and a place: there once in the queue, whatever the batch."""


@dataclass(slots=True)
class _Found:
    """A row of the file with the words that stand at its place."""

    row: SuggestionRow
    text: KnownText
    place: QueuedPlace
    words: str


@dataclass(slots=True)
class _Tally:
    """What was left out on the way."""

    known: int = 0
    rejected: int = 0
    context: int = 0
    misplaced: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def load(workspace: Workspace, file: SuggestionFile, why: str) -> Outcome[LoadReport]:
    """Take what is new in a file into the queue, as one step; nothing is coded."""
    tally = _Tally()
    places = _without_context(workspace, _placed(workspace, file.rows, tally), tally)
    batch = _batch(workspace, file)
    items = _new_suggestions(workspace, batch, places, tally)
    left_out = (tally.known, tally.rejected, tally.context)
    named = (tuple(tally.misplaced), tuple(tally.unknown))
    if not items:
        return Outcome(LoadReport(None, 0, 0, *left_out, *named), frozenset())
    summary = ngettext(
        "Loaded {count} phrase from '{file}' to go through",
        "Loaded {count} phrases from '{file}' to go through",
        len(items),
    ).format(count=len(items), file=file.name)
    with workspace.journal.operation("queue.load", summary, why) as step:
        step.add(batch)
        step.add_all(items)
    many = sum(len(item.places) for item in items)
    return Outcome(LoadReport(batch, len(items), many, *left_out, *named), TOUCHED)


def _batch(workspace: Workspace, file: SuggestionFile) -> SuggestionBatch:
    last = workspace.database.value("SELECT max(number) FROM suggestion_batch")
    return SuggestionBatch(
        id=new_id(),
        number=1 + int(last or 0),
        file_name=file.name,
        sha256=file.sha256,
        pipeline=file.rows[0].pipeline if file.rows else "",
        author=workspace.settings.coder,
        loaded_at=utc_now(),
    )


def _placed(workspace: Workspace, rows: Sequence[SuggestionRow], tally: _Tally) -> list[_Found]:
    """Find the rows in the texts of the project, each text read once; in the order of the file."""
    texts = texts_by_hash(workspace.database, {row.text_sha256 for row in rows})
    by_text: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.text_sha256 in texts:
            by_text.setdefault(row.text_sha256, []).append(at)
        else:
            tally.unknown.append(row.source)
    found: dict[int, _Found] = {}
    for sha256, numbers in by_text.items():
        text, known = read_text(workspace.database, sha256), texts[sha256]
        for at in numbers:
            row = rows[at]
            words = one_line(text[row.start : row.end])
            if row.end > len(text) or row.end - row.start > LONGEST_PHRASE or not words:
                tally.misplaced.append(row.source)
                continue
            found[at] = _Found(row, known, QueuedPlace(known.version_id, row.start, row.end), words)
    return [found[at] for at in sorted(found)]


def _without_context(workspace: Workspace, found: Iterable[_Found], tally: _Tally) -> list[_Found]:
    """Leave out what interviewers and helpers say: who they are may be known only since."""
    items = list(found)
    context = context_of(workspace.database, {item.place.version_id for item in items})
    heard = [item for item in items if not _is_in(context.get(item.place.version_id, ()), item)]
    tally.context += len(items) - len(heard)
    return heard


def _is_in(spans: Sequence[Span], item: _Found) -> bool:
    at = bisect_right(spans, item.row.start, key=lambda span: span.start) - 1
    return at >= 0 and spans[at].contains(item.row.start)


def _new_suggestions(
    workspace: Workspace, batch: SuggestionBatch, found: Iterable[_Found], tally: _Tally
) -> list[QueuedSuggestion]:
    by_rank: dict[int, list[_Found]] = {}
    for item in found:
        by_rank.setdefault(item.row.rank, []).append(item)
    database = workspace.database
    language = database.find(ProjectInfo)[0].language
    rejected = RejectedPhrases(database.find(Rejection))
    taken: set[_Key] = {
        (folded(item.lemma), place) for item in suggestions_of(database) for place in item.places
    }
    made = []
    for rank in sorted(by_rank):
        group = by_rank[rank]
        phrase, lemma = _named(group, language)
        places = _new_places(group, phrase, lemma, rejected, taken, tally)
        if places:
            made.append(
                QueuedSuggestion(
                    new_id(), batch.id, rank, phrase, lemma, group[0].row.reason, tuple(places)
                )
            )
    return made


def _named(group: Sequence[_Found], language: str) -> tuple[str, str]:
    """Give a phrase in the project's own words, with its lemma.

    What the file shows counts for how it is written only where it stands in the text so; a masked
    phrase does not.
    """
    row = group[0].row
    if folded(row.phrase) in {folded(item.words) for item in group}:
        return row.phrase, row.lemma
    forms = Counter(item.words for item in group)
    phrase = forms.most_common(1)[0][0]
    is_masked = all(folded(item.words) != folded(item.row.words) for item in group)
    return phrase, lemma_of(phrase, language) if is_masked else row.lemma


def _new_places(
    group: Sequence[_Found],
    phrase: str,
    lemma: str,
    rejected: RejectedPhrases,
    taken: set[_Key],
    tally: _Tally,
) -> list[QueuedPlace]:
    """Give the places of a phrase that are not in the queue and were not rejected, in order."""
    left_out = rejected.sources_of(phrase, lemma)
    places = []
    for item in sorted(group, key=lambda item: (item.text.source_number, item.place.start)):
        key = folded(lemma), item.place
        if None in left_out or item.text.source_id in left_out:
            tally.rejected += 1
        elif key in taken:
            tally.known += 1
        else:
            taken.add(key)
            places.append(item.place)
    return places
