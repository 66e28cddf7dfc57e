"""What the quality conversation counts, read in bulk: 100,000 codings in well under a second."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from qualkit.domain.sources import Role
from qualkit.store.database import Database
from qualkit.store.theme_members import MEMBERS

_CONTEXT = frozenset(role for role in Role if not role.is_evidence)


@dataclass(frozen=True, slots=True)
class CodedPassages:
    """Every coded passage by a number, and which of them are in which theme."""

    codings: list[str]
    """The id of the first coding of each passage."""
    sources: list[str]
    """The id of the source of each passage."""
    numbers: dict[str, int]
    """The number of the passage of every coding."""
    by_theme: Mapping[str, frozenset[int]]
    """Passages by the id of their theme, those of its subthemes with them."""


def coded_passages(database: Database) -> CodedPassages:
    """Read all coded passages, and what is in each theme.

    The same as `theme_members` gives, joined here and not by SQLite, which takes seconds over
    100,000 codings in fifty themes.
    """
    with database.reading():
        sources_of = dict(database.tables.execute("SELECT id, source_id FROM version"))
        places: dict[tuple[str, int, int], int] = {}
        codings: list[str] = []
        sources: list[str] = []
        numbers: dict[str, int] = {}
        of_code: defaultdict[str, list[str]] = defaultdict(list)
        for coding_id, version_id, start, end, code_id in database.tables.execute(
            'SELECT id, version_id, start, "end", code_id FROM coding'
        ):
            number = numbers[coding_id] = places.setdefault((version_id, start, end), len(places))
            if number == len(codings):
                codings.append(coding_id)
                sources.append(sources_of[version_id])
            of_code[code_id].append(coding_id)
        own = _own_passages(database, numbers, of_code)
        parts = database.tables.execute(f"{MEMBERS} SELECT theme_id, part_id FROM part", [1])
        whole: defaultdict[str, list[set[int]]] = defaultdict(list)
        for theme_id, part_id in parts:
            whole[theme_id].append(own.get(part_id, set()))
    by_theme = {theme_id: frozenset().union(*found) for theme_id, found in whole.items()}
    return CodedPassages(codings, sources, numbers, by_theme)


def _own_passages(
    database: Database, numbers: Mapping[str, int], of_code: Mapping[str, list[str]]
) -> dict[str, set[int]]:
    """Give the passages of each theme itself, subthemes left aside."""
    left_out: defaultdict[str, set[str]] = defaultdict(set)
    found: defaultdict[str, set[int]] = defaultdict(set)
    for theme_id, coding_id, belonging in database.tables.execute(
        "SELECT theme_id, coding_id, belonging FROM theme_passage"
    ):
        if belonging == "left_out":
            left_out[theme_id].add(coding_id)
        elif belonging == "gathered":
            found[theme_id].add(numbers[coding_id])
    of_codes = {code_id: {numbers[each] for each in ids} for code_id, ids in of_code.items()}
    below = database.tables.execute(f"{MEMBERS} SELECT theme_id, code_id FROM below", [1])
    for theme_id, code_id in below:
        out = left_out.get(theme_id)
        if out:
            found[theme_id] |= {numbers[each] for each in of_code[code_id] if each not in out}
        else:
            found[theme_id] |= of_codes.get(code_id, set())
    return found


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source, as short as it is needed for counting 20,000 of them."""

    id: str
    title: str
    text_kind: str


def source_rows(database: Database) -> list[SourceRow]:
    """Give every source, in order."""
    rows = database.tables.execute("SELECT id, title, text_kind FROM source ORDER BY number")
    return [SourceRow(*row) for row in rows]


def evidence_signs(database: Database) -> dict[str, int]:
    """Count the code points of each source's newest text that are nobody's context.

    By its segments, so that no text is read; what nobody says counts.
    """
    roles: defaultdict[str, set[bool]] = defaultdict(set)
    context: defaultdict[str, set[str]] = defaultdict(set)
    with database.reading():
        for source_id, name, role in database.tables.execute(
            "SELECT source_id, name, role FROM speaker"
        ):
            roles[name].add(role in _CONTEXT)
            if role in _CONTEXT:
                context[name].add(source_id)
        always = [name for name, found in roles.items() if found == {True}]
        # Names of interviewers are few, so that the database can leave them out by itself; only
        # a name that is somebody else's in another source is looked at source by source.
        sometimes = [name for name, found in roles.items() if len(found) > 1]
        sources = {
            version_id: source_id
            for source_id, version_id, _number in database.tables.execute(
                "SELECT source_id, id, max(number) FROM version GROUP BY source_id"
            )
        }
        counts = {
            sources[version_id]: signs
            for version_id, signs in database.tables.execute(
                'SELECT version_id, sum("end" - start) FROM segment'
                " WHERE speaker NOT IN (SELECT value FROM json_each(?)) GROUP BY version_id",
                [json.dumps(always)],
            )
            if version_id in sources
        }
        for version_id, name, signs in database.tables.execute(
            'SELECT version_id, speaker, sum("end" - start) FROM segment'
            " WHERE speaker IN (SELECT value FROM json_each(?)) GROUP BY 1, 2",
            [json.dumps(sometimes)],
        ):
            if (source_id := sources.get(version_id)) in context[name]:
                counts[source_id] -= signs
    return counts


def noted_sources(database: Database) -> set[str]:
    """Give the ids of the sources with a note, a memo, or a later text than the first."""
    rows = database.tables.execute(
        "SELECT id FROM source WHERE note <> ''"
        " UNION SELECT source_id FROM version WHERE number > 1"
        " UNION SELECT object_id FROM memo WHERE object_type = 'source'"
    )
    return {row[0] for row in rows}


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """A quote with the words that it prints; prefixes of speakers may stand among them."""

    theme_id: str
    coding_id: str
    claim_id: str | None
    stance: str
    words: str


def printed_quotes(database: Database) -> list[PrintedQuote]:
    """Give every quote with its words, in order; for counting, not for print."""
    rows = database.tables.execute(
        """
        SELECT quote.theme_id, quote.coding_id, quote.claim_id, quote.stance, coalesce(
            quote.printed, substr(text.body, coding.start + 1, coding."end" - coding.start)
        )
        FROM quote
        JOIN coding ON coding.id = quote.coding_id
        JOIN version ON version.id = coding.version_id
        JOIN text ON text.sha256 = version.sha256
        ORDER BY quote.theme_id, quote.position
        """
    )
    return [PrintedQuote(*row) for row in rows]


def sources_in_rounds(database: Database) -> dict[str, tuple[int, tuple[str, ...]]]:
    """Give, by round, how many sources are read in it, and the ids of the others in its order."""
    read: defaultdict[str, int] = defaultdict(int)
    unread: defaultdict[str, list[str]] = defaultdict(list)
    for round_id, source_id, read_at in database.tables.execute(
        "SELECT round_id, source_id, read_at FROM round_source ORDER BY position"
    ):
        if read_at is None:
            unread[round_id].append(source_id)
        else:
            read[round_id] += 1
    return {each: (read[each], tuple(unread[each])) for each in {*read, *unread}}


def last_readings(database: Database) -> dict[str, tuple[datetime, frozenset[str]]]:
    """Give, by theme, when it was last read to the end, and the codings decided on then."""
    found = {}
    rows = database.tables.execute(
        "SELECT theme_id, id, max(finished_at) FROM theme_reading"
        " WHERE finished_at IS NOT NULL GROUP BY theme_id"
    )
    for theme_id, reading_id, finished_at in list(rows):
        decided = database.tables.execute(
            "SELECT coding_id FROM passage_verdict WHERE reading_id = ?", [reading_id]
        )
        moment = datetime.fromisoformat(finished_at)
        found[theme_id] = moment, frozenset(row[0] for row in decided)
    return found


def days_of_work(database: Database, kinds: Collection[str]) -> tuple[datetime, ...]:
    """Give a moment of every hour in which steps of some kinds were taken, oldest first.

    A kind is the first word of a step's: "coding", "theme".
    """
    rows = database.tables.execute(
        "SELECT min(at) FROM operation WHERE substr(kind, 1, instr(kind || '.', '.') - 1)"
        " IN (SELECT value FROM json_each(?)) GROUP BY substr(at, 1, 13) ORDER BY 1",
        [json.dumps([*kinds])],
    )
    return tuple(datetime.fromisoformat(row[0]) for row in rows)


_ON_THEMES = "(kind LIKE 'theme.%' OR kind LIKE 'board.%')"
_REASON = "(why <> '' OR id IN (SELECT object_id FROM memo WHERE object_type = 'step'))"


def explained_themes(database: Database) -> set[str]:
    """Give the ids of the themes of which a step has a reason, or that have a decision memo."""
    undone = _undone(database)
    found = {
        row[0]
        for row in database.tables.execute(
            "SELECT object_id FROM memo WHERE object_type = 'theme' AND kind = 'decision'"
        )
    }
    rows = database.tables.execute(
        f"""
        SELECT operation_id, table_name, row_id, coalesce(after, before) FROM change
        WHERE operation_id IN (SELECT id FROM operation WHERE {_ON_THEMES} AND {_REASON})
        """
    )
    for operation_id, table, row_id, row in rows:
        if operation_id not in undone:
            found.add(row_id if table == "theme" else json.loads(row).get("theme_id", ""))
    return found


def unexplained_steps(database: Database) -> tuple[int, ...]:
    """Give the numbers of the steps that joined, split or removed themes and tell no reason."""
    undone = _undone(database)
    rows = database.tables.execute(
        f"""
        SELECT id, number FROM operation
        WHERE {_ON_THEMES} AND NOT {_REASON}
        AND substr(kind, instr(kind, '.') + 1) IN ('merge', 'split', 'remove', 'drop')
        ORDER BY number
        """
    )
    return tuple(number for operation_id, number in rows if operation_id not in undone)


def _undone(database: Database) -> set[str]:
    """Give the ids of the operations that were played backwards and not done again."""
    pairs = database.tables.execute(
        "SELECT id, reverts FROM operation WHERE reverts IS NOT NULL ORDER BY number DESC"
    )
    undone = set[str]()
    for operation_id, reverts in pairs:
        # Newest first: an undo that was itself played backwards took nothing back in the end.
        if operation_id not in undone:
            undone.add(reverts)
    return undone
