"""Reads from the project what its method paragraph is made from."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from qualkit import __version__
from qualkit.analysis.spread import label_order
from qualkit.domain.cases import CaseSource, ParticipantGroup
from qualkit.domain.codes import Code, CodeStatus
from qualkit.domain.codings import Coding
from qualkit.domain.method_facts import MaterialFacts, MethodFacts, RoundFact
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.source_making import MemberCheck, SourceMaking
from qualkit.domain.sources import Source, SourceKind
from qualkit.domain.suggestions import FITTING_CODES
from qualkit.domain.theme_readings import ThemeReading
from qualkit.domain.themes import Theme, ThemeStatus
from qualkit.services.rounds import Rounds
from qualkit.services.workspace import Workspace
from qualkit.store.database import Database
from qualkit.store.history import history
from qualkit.store.labels import source_labels

_CHANGES = ("rename", "merge", "split", "remove")
"""Verbs of steps that change a codebook or a set of themes."""


def method_facts(workspace: Workspace) -> MethodFacts:
    """Give what happened in the study, as far as it is on record."""
    database = workspace.database
    with database.reading():
        info = database.find(ProjectInfo)[0]
        everything, codes = database.find(Theme), database.find(Code)
        themes = [theme for theme in everything if theme.status is not ThemeStatus.DROPPED]
        suggested, pipelines = suggestions_used(database)
        code_changes, theme_changes = _changes(database)
        return MethodFacts(
            language=info.language,
            profile=info.profile,
            approach=info.approach,
            selection=info.selection,
            coders=info.coders,
            material=tuple(material_facts(database)),
            hands=int(database.value("SELECT count(DISTINCT coder) FROM coding")),
            coded=_coded(database),
            rounds=tuple(_rounds(workspace)),
            codes=sum(code.status is CodeStatus.ACTIVE for code in codes),
            retired=sum(code.status is CodeStatus.RETIRED for code in codes),
            code_changes=code_changes,
            themes=len(themes),
            subthemes=sum(theme.parent_id is not None for theme in themes),
            dropped=len(everything) - len(themes),
            theme_changes=theme_changes,
            snapshots=_snapshots(database),
            themes_read=_themes_read(database, {theme.id for theme in themes}),
            suggested=suggested,
            pipelines=pipelines,
            version=__version__,
        )


def suggestions_used(database: Database) -> tuple[int, tuple[str, ...]]:
    """Give how many coded passages began as a suggestion, and what made those suggestions."""
    began = database.find(Coding, "suggestion <> '' AND suggestion_pipeline <> ?", [FITTING_CODES])
    passages = {(coding.version_id, coding.span) for coding in began}
    return len(passages), tuple(sorted({coding.suggestion_pipeline for coding in began} - {""}))


def checked_sources(database: Database) -> frozenset[str]:
    """Give the ids of the sources that came back from who spoke, with or without changes."""
    checked = (MemberCheck.UNCHANGED, MemberCheck.CHANGED)
    return frozenset(
        making.source_id for making in database.find(SourceMaking) if making.member_check in checked
    )


def material_facts(database: Database) -> Iterator[MaterialFacts]:
    """Give the facts of each kind of material that there is."""
    sources, labels = database.find(Source, order="number"), source_labels(database)
    makings = {making.source_id: making for making in database.find(SourceMaking)}
    roles = _roles(database)
    for kind in SourceKind:
        held = [source for source in sources if source.kind is kind]
        voices = {labels.get(source.id, source.title) for source in held}
        if held:
            yield MaterialFacts(
                kind=kind,
                sources=held,
                voices=tuple(sorted(voices, key=label_order)),
                roles=tuple(
                    dict.fromkeys(roles[source.id] for source in held if source.id in roles)
                ),
                makings=[makings.get(source.id) or SourceMaking("", source.id) for source in held],
            )


def _roles(database: Database) -> dict[str, str]:
    """Give by source who its participant is, where the group says so."""
    groups = {group.id: group.role for group in database.find(ParticipantGroup) if group.role}
    group_of = dict(database.tuples('SELECT id, group_id FROM "case"'))
    return {
        link.source_id: groups[group_of[link.case_id]]
        for link in database.find(CaseSource)
        if group_of[link.case_id] in groups
    }


def _coded(database: Database) -> tuple[date, date] | None:
    first, last = database.tuples("SELECT min(created_at), max(created_at) FROM coding")[0]
    return (_day(first), _day(last)) if first else None


def _rounds(workspace: Workspace) -> Iterator[RoundFact]:
    for entry in Rounds(workspace).entries():
        closed = entry.round.closed_at
        yield RoundFact(entry.round.begun_at.date(), closed and closed.date(), entry.read)


def _changes(database: Database) -> tuple[Counter[str], Counter[str]]:
    """Count the steps that changed the codebook and the themes; what was taken back is no step."""
    counts = {"code": Counter[str](), "theme": Counter[str]()}
    for entry in history(database):
        subject, _point, verb = entry.operation.kind.partition(".")
        if subject in counts and verb in _CHANGES and not entry.undone:
            counts[subject][verb] += 1
    return counts["code"], counts["theme"]


def _snapshots(database: Database) -> tuple[date, ...]:
    rows = database.tuples("SELECT taken_at FROM board_snapshot ORDER BY taken_at")
    return tuple(_day(taken_at) for (taken_at,) in rows)


def _themes_read(database: Database, themes: set[str]) -> int:
    read = database.find(ThemeReading, "finished_at IS NOT NULL")
    return len({reading.theme_id for reading in read} & themes)


def _day(at: str) -> date:
    """Give the day, in UTC, of a moment as the store has it."""
    return date.fromisoformat(at[:10])
