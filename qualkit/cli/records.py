"""Things of the project as JSON records; their keys are described in docs/commands.md."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qualkit.domain.cases import Case
from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.codes import CodeEntry
from qualkit.domain.codings import CodedSegment
from qualkit.domain.kwic import KwicLine
from qualkit.domain.lines import LineIndex, format_reference
from qualkit.domain.memos import MemoEntry
from qualkit.domain.operations import OperationEntry
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.quotability import HeldTerms, PassageTerms
from qualkit.domain.search import Hit
from qualkit.domain.segments import Segment
from qualkit.domain.source_making import SourceMaking
from qualkit.domain.sources import Source, SourceText
from qualkit.domain.suggestions import CodeSuggestion, Rejection

if TYPE_CHECKING:
    from qualkit.services.sources import SourceEntry

Record = dict[str, Any]


def project_record(info: ProjectInfo) -> Record:
    """Give what the project says about itself."""
    return asdict(info)


def source_record(entry: "SourceEntry") -> Record:
    """Give a source with its label and counts."""
    return {
        **asdict(entry.source),
        "reference": f"P{entry.source.number}",
        "label": entry.label,
        "segments": entry.segments,
        "codings": entry.codings,
    }


def whole_source_record(entry: "SourceEntry", terms: HeldTerms, making: SourceMaking) -> Record:
    """Give a source with what holds for its printing, and how it came about."""
    return {
        **source_record(entry),
        "quotability": terms.quotability,
        "attribution": terms.attribution,
        "content_note": terms.content_note,
        "recorder": making.recorder,
        "mode": making.mode,
        "minutes": making.minutes,
        "member_check": making.member_check,
        "checked_on": making.checked_on,
    }


def passage_terms_record(text: SourceText, mark: PassageTerms) -> Record:
    """Give what was agreed on a passage, with its words."""
    line = LineIndex(text.text).line_of(mark.start)
    return {
        **asdict(mark),
        "reference": format_reference(text.source.number, line),
        "words": mark.span.of(text.text),
    }


def segment_record(text: SourceText, segment: Segment) -> Record:
    """Give a segment with its words."""
    return {
        "reference": format_reference(text.source.number, segment.line),
        "source_id": text.source.id,
        "version_id": segment.version_id,
        "position": segment.position,
        "start": segment.span.start,
        "end": segment.span.end,
        "line": segment.line,
        "speaker": segment.speaker,
        "role": segment.role,
        "said_at": segment.said_at,
        "words": segment.span.of(text.text),
    }


def case_record(case: Case, label: str, sources: tuple[Source, ...]) -> Record:
    """Give a case with its label and the references of its sources."""
    return {
        "id": case.id,
        "label": label,
        "kind": case.kind,
        "number": case.number,
        "sources": [f"P{source.number}" for source in sources],
    }


def code_record(entry: CodeEntry) -> Record:
    """Give a code with its path and counts."""
    return {
        **asdict(entry.code),
        "path": entry.path,
        "depth": entry.depth,
        **asdict(entry.counts),
    }


def coding_record(segment: CodedSegment) -> Record:
    """Give a coding with its words."""
    return {
        **asdict(segment.coding),
        "code": segment.code.name,
        "reference": segment.reference,
        "line": segment.line,
        "source_id": segment.source.id,
        "label": segment.label,
        "words": segment.words,
        "speakers": segment.speakers,
        "roles": segment.roles,
    }


def memo_record(entry: MemoEntry) -> Record:
    """Give a memo with what it is about and what it cites, in words."""
    return {**asdict(entry.memo), "about": entry.about, "cites": entry.cites}


def hit_record(hit: Hit) -> Record:
    """Give a place where something was found."""
    return {
        "reference": hit.reference,
        "source_id": hit.source.id,
        "version_id": hit.segment.version_id,
        "label": hit.label,
        "speaker": hit.segment.speaker,
        "role": hit.segment.role,
        "line": hit.line,
        "start": hit.segment.span.start,
        "end": hit.segment.span.end,
        "words": hit.words,
        "matches": [asdict(match) for match in hit.matches],
    }


def kwic_record(line: KwicLine) -> Record:
    """Give a keyword with what stands before and behind it."""
    return {
        "reference": line.reference,
        "source_id": line.hit.source.id,
        "version_id": line.hit.segment.version_id,
        "label": line.hit.label,
        "speaker": line.hit.segment.speaker,
        "role": line.hit.segment.role,
        "line": line.line,
        "start": line.span.start,
        "end": line.span.end,
        "left": line.left,
        "keyword": line.keyword,
        "right": line.right,
    }


def match_record(match: CodeMatch) -> Record:
    """Give a passage that fits a query over codes."""
    return {
        "reference": match.reference,
        "source_id": match.source.id,
        "version_id": match.version_id,
        "label": match.label,
        "line": match.line,
        "start": match.span.start,
        "end": match.span.end,
        "words": match.words,
        "speakers": match.speakers,
        "roles": match.roles,
        "near": match.near and asdict(match.near),
    }


def rejection_record(item: Rejection, reference: str | None) -> Record:
    """Give a phrase that is not suggested again, with the reference of its source (`P3`)."""
    return {**asdict(item), "reference": reference}


def code_suggestion_record(item: CodeSuggestion) -> Record:
    """Give one of the researcher's codes that may fit a passage."""
    return {
        "code_id": item.code.id,
        "code": item.code.name,
        "path": item.path,
        "evidence": item.evidence,
        "references": list(item.references),
    }


def operation_record(entry: OperationEntry) -> Record:
    """Give a step of the history with what was written about it afterwards."""
    return {
        **asdict(entry.operation),
        "changes": entry.changes,
        "undone": entry.undone,
        "subject": entry.step.subject,
        "suggestions": entry.suggestions,
        "memos": [memo.body for memo in entry.memos],
    }
