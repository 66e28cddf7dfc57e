"""Looking for pairs in a whole project, and what is kept of a look."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from qualkit.analysis.duplicates.finding import Finding, FoundPair, Progress
from qualkit.analysis.duplicates.places import PlacedText
from qualkit.domain.duplicates import LastLook, PairCandidate
from qualkit.domain.identity import utc_now
from qualkit.services.pair_reasons import Reasons
from qualkit.store.bookmarks import bookmark, keep_bookmark
from qualkit.store.database import Database
from qualkit.store.pairs import keep_candidates, spoken_texts

LOOK = "duplicates"
"""The bookmark that tells when one looked last."""

AT_A_TIME = 100
"""Pairs whose texts are read together."""


def look_for_pairs(
    database: Database, finding: Finding, language: str, progress: Progress
) -> list[PairCandidate]:
    """Give the candidates among all sources, likest first."""
    count = int(database.value("SELECT count(*) FROM source"))
    sources: list[str] = []
    for text in spoken_texts(database):
        progress(len(sources), 3 * count)
        finding.take_in(text)
        sources.append(text.source_id)
    pairs = finding.pairs(lambda done, _total: progress(count + done, 3 * count))
    reasons = Reasons(language)
    return [
        candidate
        for start in range(0, len(pairs), AT_A_TIME)
        for candidate in _told(database, reasons, pairs[start : start + AT_A_TIME], sources)
    ]


def keep_look(database: Database, candidates: Sequence[PairCandidate], sources: int) -> None:
    """Keep what was found, in place of what was there, and that one looked."""
    with database.writing():
        keep_candidates(database, candidates)
        keep_bookmark(database, LOOK, {"at": utc_now().isoformat(), "sources": sources})


def last_look(database: Database) -> LastLook | None:
    """Give when one looked last; None before the first time."""
    kept = bookmark(database, LOOK)
    if not kept:
        return None
    new = database.value("SELECT count(*) FROM source WHERE imported_at > ?", [kept["at"]])
    return LastLook(datetime.fromisoformat(kept["at"]), kept["sources"], int(new))


def _told(
    database: Database, reasons: Reasons, pairs: Iterable[FoundPair], sources: Sequence[str]
) -> list[PairCandidate]:
    pairs = list(pairs)
    wanted = {sources[place] for pair in pairs for place in (pair.first, pair.second)}
    texts = {text.source_id: PlacedText(text) for text in spoken_texts(database, wanted)}
    return [
        reasons.candidate(pair, texts[sources[pair.first]], texts[sources[pair.second]])
        for pair in pairs
    ]
