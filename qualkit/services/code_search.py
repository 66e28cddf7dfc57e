"""Passages where codes stand together, for people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualkit.analysis.code_queries import Place, find_places, may_fit
from qualkit.domain.code_queries import (
    CodeMatch,
    CodeQuery,
    NearPassage,
    counts_segments,
    names_in,
    parse_code_query,
)
from qualkit.domain.codes import Code, descendants
from qualkit.domain.search import EVERYWHERE, Scope
from qualkit.domain.sources import Role, Version
from qualkit.domain.spans import Span
from qualkit.services.codes import Codes
from qualkit.services.workspace import Workspace
from qualkit.store.code_places import CodedStretch, segment_starts, stretches_of_codes
from qualkit.store.labels import source_labels
from qualkit.store.passages import PassageReader
from qualkit.store.texts import read_version


@dataclass(frozen=True, slots=True)
class CodeMatches:
    """Passages that fit a query over codes."""

    matches: tuple[CodeMatch, ...]
    is_all: bool
    """Whether there are no more; else they are the first, in source order."""


class CodeSearch:
    """Finds passages by their codes."""

    def __init__(self, workspace: Workspace, codes: Codes) -> None:
        """Search an open project; `codes` finds codes by their names."""
        self._workspace = workspace
        self._codes = codes

    def find(
        self, query: str, scope: Scope = EVERYWHERE, below: bool = True, limit: int = 500
    ) -> CodeMatches:
        """Give the passages that fit a query such as `capaciteit AND "blijft liggen"`.

        AND gives the stretch that both cover, OR what either covers, NOT the passages of the first
        that touch none of the second, NEAR/3 those of the first that have one of the second at
        most three segments away. Of a scope, codes play no part. Only newest versions count.

        Args:
            query: Codes by name or path; names that hold AND, OR, NOT, NEAR or brackets in quotes.
            scope: Whose words, in which sources.
            below: Whether a code stands for those below it as well.
            limit: At most so many passages.

        Raises:
            InvalidInputError: it is not written as such a query.
            NotFoundError, AmbiguousNameError: a name is not that of one code.
        """
        parsed = parse_code_query(query)
        with self._workspace.database.reading():
            found: list[CodeMatch] = []
            for match in self._matches(parsed, self._codes_of(parsed, below), scope):
                if len(found) == limit:
                    return CodeMatches(tuple(found), is_all=False)
                found.append(match)
        return CodeMatches(tuple(found), is_all=True)

    def _codes_of(self, query: CodeQuery, below: bool) -> dict[str, frozenset[str]]:
        """Give the ids of the codes that each name in a query stands for."""
        named = {name: self._codes.find(name).id for name in names_in(query)}
        if not below:
            return {name: frozenset({code_id}) for name, code_id in named.items()}
        codes = self._workspace.database.find(Code)
        return {name: descendants(codes, code_id) for name, code_id in named.items()}

    def _matches(
        self, query: CodeQuery, named: Mapping[str, frozenset[str]], scope: Scope
    ) -> Iterator[CodeMatch]:
        database = self._workspace.database
        wanted = frozenset[str]().union(*named.values())
        counts = counts_segments(query)
        for version_id, stretches in stretches_of_codes(database, wanted, scope):
            coded = {name: _spans_of(ids, stretches) for name, ids in named.items()}
            if not may_fit(query, coded):
                continue
            starts = segment_starts(database, version_id) if counts else ()
            places = find_places(query, coded, starts)
            if places:
                yield from self._read(version_id, places, scope.roles)

    def _read(
        self, version_id: str, places: Sequence[Place], roles: Sequence[Role]
    ) -> Iterator[CodeMatch]:
        """Give what stands at some places of a text, where one of `roles` speaks."""
        database = self._workspace.database
        text = read_version(database, self._workspace.get(Version, version_id))
        labels = source_labels(database, [text.source.id])
        label = labels.get(text.source.id, text.source.title)
        reader = PassageReader(text, label)
        for place in places:
            passage = reader.read(place.span)
            # What nobody says has an unknown role.
            if not roles or set(roles) & set(passage.roles or (Role.UNKNOWN,)):
                yield CodeMatch(
                    source=text.source,
                    label=label,
                    version_id=version_id,
                    span=place.span,
                    line=passage.line,
                    words=passage.words,
                    speakers=passage.speakers,
                    roles=passage.roles,
                    near=_near(reader, place),
                )


def _near(reader: PassageReader, place: Place) -> NearPassage | None:
    if place.near is None:
        return None
    passage = reader.read(place.near)
    return NearPassage(passage.line, passage.words)


def _spans_of(code_ids: frozenset[str], stretches: list[CodedStretch]) -> list[Span]:
    return [span for code_id, span in stretches if code_id in code_ids]
