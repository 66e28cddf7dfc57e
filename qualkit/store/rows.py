"""Rows and domain objects: one table a noun, one column a field."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar, get_origin, get_type_hints

from cattrs import Converter

from qualkit.domain.boards import BoardSnapshot, Misfit
from qualkit.domain.cases import Case, CaseSource, ParticipantGroup
from qualkit.domain.codes import Code
from qualkit.domain.codings import Coding
from qualkit.domain.doubts import DoubtDecision, DoubtRemark
from qualkit.domain.duplicates import DecidedPair
from qualkit.domain.framework import Cell, CellPassage, Matrix, MatrixColumn
from qualkit.domain.memos import Citation, Memo
from qualkit.domain.mosaic import MosaicLook
from qualkit.domain.operations import Operation
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.quality import QualityAnswer
from qualkit.domain.quantifiers import Quantifier
from qualkit.domain.queue import QueuedSuggestion, SuggestionBatch, WatchedPhrase
from qualkit.domain.quotability import PassageTerms, SourceTerms
from qualkit.domain.replacements import Replacement, WatchedWord
from qualkit.domain.reviews import ReviewAnswer
from qualkit.domain.rounds import Round, RoundSource
from qualkit.domain.segments import Segmentation
from qualkit.domain.source_making import SourceMaking
from qualkit.domain.sources import Source, Speaker, Version
from qualkit.domain.suggestions import Rejection
from qualkit.domain.theme_readings import PassageVerdict, ThemeReading
from qualkit.domain.theme_relations import Absence, ThemeRelation
from qualkit.domain.themes import Claim, Quote, Theme, ThemeCode, ThemePassage
from qualkit.domain.vignettes import Vignette, VignettePassage
from qualkit.translation import N_, _

Row = dict[str, Any]
"""A row as SQLite gives it: text, whole numbers and None only."""

T = TypeVar("T")

TABLES: Mapping[type, str] = {
    ProjectInfo: "project",
    Source: "source",
    Version: "version",
    Speaker: "speaker",
    Segmentation: "segmentation",
    ParticipantGroup: "participant_group",
    Case: "case",
    CaseSource: "case_source",
    Code: "code",
    Coding: "coding",
    Memo: "memo",
    Citation: "citation",
    Theme: "theme",
    ThemeCode: "theme_code",
    ThemePassage: "theme_passage",
    Claim: "claim",
    Quote: "quote",
    Rejection: "rejected_suggestion",
    ThemeRelation: "theme_relation",
    Absence: "absence",
    Misfit: "misfit",
    BoardSnapshot: "board_snapshot",
    ThemeReading: "theme_reading",
    PassageVerdict: "passage_verdict",
    Round: "round",
    RoundSource: "round_source",
    Quantifier: "quantifier",
    Matrix: "matrix",
    MatrixColumn: "matrix_column",
    Cell: "cell",
    CellPassage: "cell_passage",
    QualityAnswer: "quality_answer",
    SourceTerms: "source_terms",
    PassageTerms: "passage_terms",
    SourceMaking: "source_making",
    Replacement: "replacement",
    WatchedWord: "watched_word",
    MosaicLook: "mosaic_look",
    Vignette: "vignette",
    VignettePassage: "vignette_passage",
    DoubtRemark: "doubt_remark",
    DoubtDecision: "doubt_decision",
    ReviewAnswer: "review_answer",
    SuggestionBatch: "suggestion_batch",
    QueuedSuggestion: "queued_suggestion",
    WatchedPhrase: "watched_phrase",
    DecidedPair: "pair_verdict",
    Operation: "operation",
}
"""Where each kind of object is kept."""

_NOUNS = {
    "project": N_("project"),
    "source": N_("source"),
    "version": N_("version"),
    "speaker": N_("speaker"),
    "segmentation": N_("segmentation"),
    "participant_group": N_("group of participants"),
    "case": N_("case"),
    "case_source": N_("source of a case"),
    "code": N_("code"),
    "coding": N_("coding"),
    "memo": N_("memo"),
    "citation": N_("reference in a memo"),
    "theme": N_("theme"),
    "theme_code": N_("code under a theme"),
    "theme_passage": N_("passage under a theme"),
    "claim": N_("claim"),
    "quote": N_("quote"),
    "rejected_suggestion": N_("rejected phrase"),
    "theme_relation": N_("relation between themes"),
    "absence": N_("absence"),
    "misfit": N_("thing that does not fit"),
    "board_snapshot": N_("snapshot of the board"),
    "theme_reading": N_("reading of a theme"),
    "passage_verdict": N_("decision on a passage"),
    "round": N_("round"),
    "round_source": N_("source of a round"),
    "quantifier": N_("word for how many"),
    "matrix": N_("matrix"),
    "matrix_column": N_("column of a matrix"),
    "cell": N_("cell of a matrix"),
    "cell_passage": N_("passage of a cell"),
    "quality_answer": N_("answer to a question"),
    "source_terms": N_("terms of a source"),
    "passage_terms": N_("terms of a passage"),
    "source_making": N_("making of a source"),
    "replacement": N_("replacement"),
    "watched_word": N_("watched word"),
    "mosaic_look": N_("look at a label"),
    "vignette": N_("vignette"),
    "vignette_passage": N_("passage of a vignette"),
    "doubt_remark": N_("remark on a doubt"),
    "doubt_decision": N_("decision on a doubt"),
    "review_answer": N_("answer of a co-author"),
    "suggestion_batch": N_("batch of suggestions"),
    "queued_suggestion": N_("suggestion of a batch"),
    "watched_phrase": N_("watched phrase"),
    "pair_verdict": N_("decision on two sources"),
    "operation": N_("step"),
}
"""What people call the rows of a table."""


def noun_of(table: str) -> str:
    """Give what people call a row of a table, in the language in use."""
    return _(_NOUNS[table])


def _listed(kind: type) -> tuple[str, ...]:
    """Give the names of the fields of a dataclass that are kept as JSON lists."""
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if get_origin(hint) is tuple)


_LISTED = {kind: _listed(kind) for kind in TABLES}

# Detailed validation gathers every error of a row; ours were written by us, and it costs a quarter.
_converter = Converter(detailed_validation=False)
for _moment in (datetime, date):
    _converter.register_unstructure_hook(_moment, lambda value: value.isoformat())
    _converter.register_structure_hook(_moment, lambda value, kind: kind.fromisoformat(value))


def to_row(item: object) -> Row:
    """Give the row of a domain object; lists become JSON."""
    row: Row = _converter.unstructure(item)
    for name, value in row.items():
        if isinstance(value, list | tuple):
            row[name] = json.dumps(value, ensure_ascii=False)
        elif isinstance(value, bool):
            row[name] = int(value)
    return row


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """Give the domain object of a row; columns it does not know are left out."""
    if listed := _LISTED.get(kind):
        row = {**row, **{name: json.loads(row[name]) for name in listed}}
    return _converter.structure(row, kind)
