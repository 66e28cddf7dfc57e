"""Answers of co-authors as JSON records; their keys are described in docs/commands.md."""

from qualkit.cli.records import Record
from qualkit.domain.answer_sheets import ArrivedAnswer, UnknownAnswer
from qualkit.domain.review_reports import ReviewedItem, ReviewReport
from qualkit.domain.reviews import ReviewAnswer
from qualkit.tui.review_text import difference


def item_record(item: ReviewedItem) -> Record:
    """Give a quote or vignette with its answers."""
    return {
        "id": item.id,
        "kind": "vignette" if item.vignette else "quote",
        "theme_id": item.theme.id,
        "theme": item.theme.name,
        "place": item.place,
        "words": item.words,
        "state": item.state,
        "answers": [answer_record(answer) for answer in item.answers],
    }


def answer_record(answer: ReviewAnswer) -> Record:
    """Give an answer; `difference` shows what was changed in the words that were asked."""
    return {
        "reviewer": answer.reviewer,
        "decision": answer.decision,
        "remark": answer.remark,
        "asked": answer.asked,
        "changed": answer.changed,
        "difference": difference(answer),
        "received_at": answer.received_at,
        "handled_at": answer.handled_at,
        "handling": answer.handling,
    }


def report_record(report: ReviewReport) -> Record:
    """Give what files say."""
    return {
        "files": list(report.files),
        "reviewers": list(report.reviewers),
        "tally": {**report.tally._asdict(), "lost": len(report.unknown)},
        "answers": [_arrived(each) for each in report.arrived],
        "unknown": [_unknown(each) for each in report.unknown],
        "refused": [
            {"file": each.file_name, "reason": each.message, "hint": each.hint}
            for each in report.refused
        ],
        "unnamed": list(report.unnamed),
    }


def _arrived(each: ArrivedAnswer) -> Record:
    return {
        "item_id": each.answer.item_id,
        **answer_record(each.answer),
        "arrival": each.arrival.value,
        "file": each.file_name,
        "is_unclear": each.is_unclear,
        "is_outdated": each.is_outdated,
    }


def _unknown(each: UnknownAnswer) -> Record:
    row = each.row
    return {
        "item_id": row.item_id,
        "reviewer": each.reviewer,
        "decision": row.decision,
        "remark": row.remark,
        "words": row.words,
        "file": each.file_name,
    }
