"""Things of the project as JSON records; their keys are described in docs/commands.md."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from qualkit.domain.cases import Case
from qualkit.domain.code_queries import CodeMatch
from qualkit.domain.codes import CodeEntry
from qualkit.domain.codings import CodedSegment
from qualkit.domain.kwic import KwicLine
from qualkit.domain.lines import format_reference
from qualkit.domain.memos import MemoEntry
from qualkit.domain.operations import OperationEntry
from qualkit.domain.projects import ProjectInfo
from qualkit.domain.search import Hit
from qualkit.domain.segments import Segment
from qualkit.domain.sources import Source, SourceText
from qualkit.domain.suggestions import CodeSuggestion, PipelineInfo, Rejection, Suggestion
from qualkit.domain.themes import ChosenQuote, ClaimView, ThemeView

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


def theme_record(view: ThemeView) -> Record:
    """Give a theme with the names of its codes and counts of the rest."""
    return {
        **asdict(view.theme),
        "narrative": view.narrative,
        "codes": [code.name for code in view.codes],
        "passages": len(view.passages),
        "claims": [claim.claim.text for claim in view.claims],
        "quotes": len(quotes_of(view)),
        "contrary": len(view.contrary),
    }


def whole_theme_record(view: ThemeView) -> Record:
    """Give a theme with its claims, quotes and passages as objects."""
    return {
        **theme_record(view),
        "claims": [claim_record(place, item) for place, item in enumerate(view.claims, start=1)],
        "quotes": [quote_record(item) for item in quotes_of(view)],
        "passages": [coding_record(item) for item in view.passages],
    }


def quotes_of(view: ThemeView) -> list[ChosenQuote]:
    """Give all quotes of a theme: by claim, under no claim, and contrary ones."""
    claimed = [item for claim in view.claims for item in claim.quotes]
    return [*claimed, *view.unclaimed, *view.contrary]


def claim_record(number: int, view: ClaimView) -> Record:
    """Give a claim with its number within the theme and the ids of its quotes."""
    return {
        **asdict(view.claim),
        "number": number,
        "quotes": [item.quote.id for item in view.quotes],
    }


def quote_record(item: ChosenQuote) -> Record:
    """Give a quote as it will be printed, with the passage it comes from."""
    return {
        **asdict(item.quote),
        "reference": item.segment.reference,
        "label": item.segment.label,
        "words": item.words,
        "passage": item.segment.words,
    }


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


def suggestion_record(
    item: Suggestion, places: tuple[tuple[str, str], ...], pipeline: PipelineInfo
) -> Record:
    """Give a suggestion with where it stands and what found it."""
    return {
        "phrase": item.phrase,
        "lemma": item.lemma,
        "score": round(item.score, 4),
        "reason": item.reason,
        "places": [{"reference": reference, "label": label} for reference, label in places],
        "tier": pipeline.tier,
        "pipeline": pipeline.name,
        "version": pipeline.version,
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
