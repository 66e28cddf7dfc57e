"""A framework matrix and a round in an invented project: some cells filled, most not yet read."""

from random import Random

from benchmarks.conversations import MOMENT, seeded_id
from benchmarks.prose import Prose
from qualkit.domain.cases import Case
from qualkit.domain.framework import Cell, Matrix, MatrixColumn
from qualkit.domain.rounds import Round, RoundSource
from qualkit.domain.sources import Source
from qualkit.domain.themes import Theme
from qualkit.store.database import Database
from qualkit.store.journal import Journal

COLUMNS = 6
CELLS = 2_000
READ_IN_ROUND = 0.4
"""The share of sources that is read in the round."""


def write_framework(database: Database, journal: Journal, rng: Random, prose: Prose) -> None:
    """Write a matrix of every case and six themes, as one step."""
    cases = database.find(Case, order="number, id")
    themes = database.find(Theme, order="position")[:COLUMNS]
    matrix = Matrix(seeded_id(rng), "Per gesprek", MOMENT)
    places = [(case, theme) for case in cases for theme in themes]
    with journal.operation("matrix.make", "Made the matrix 'Per gesprek'") as step:
        step.add(matrix)
        step.add_all(
            MatrixColumn(seeded_id(rng), matrix.id, position, theme_id=theme.id)
            for position, theme in enumerate(themes, start=1)
        )
        step.add_all(
            Cell(
                id=seeded_id(rng),
                case_id=case.id,
                author=journal.actor,
                changed_at=MOMENT,
                theme_id=theme.id,
                summary=prose.words(25),
            )
            for case, theme in rng.sample(places, min(CELLS, len(places)))
        )


def write_round(database: Database, journal: Journal, rng: Random) -> None:
    """Begin a round and read a part of the sources in it, as one step."""
    begun = Round(seeded_id(rng), "Tweede ronde", MOMENT)
    with journal.operation("round.begin", "Began the round 'Tweede ronde'") as step:
        step.add(begun)
        step.add_all(
            RoundSource(
                seeded_id(rng),
                begun.id,
                source.id,
                position,
                MOMENT if rng.random() < READ_IN_ROUND else None,
            )
            for position, source in enumerate(database.find(Source, order="number"), start=1)
        )
