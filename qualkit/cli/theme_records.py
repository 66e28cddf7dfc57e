"""What is in themes as JSON records; their keys are described in docs/commands.md."""

from dataclasses import asdict

from qualkit.cli.records import Record, coding_record
from qualkit.domain.quotes import edits
from qualkit.domain.theme_comparisons import ThemeComparison
from qualkit.domain.themes import ChosenQuote, ClaimView, RelatedTheme, Stance, ThemeView
from qualkit.domain.vignettes import VignetteView


def theme_record(view: ThemeView, passages: int) -> Record:
    """Give a theme with names of codes and subthemes, its relations, and counts of the rest."""
    return {
        **asdict(view.theme),
        "narrative": view.narrative,
        "codes": [code.name for code in view.codes],
        "passages": passages,
        "claims": [claim.claim.text for claim in view.claims],
        "quotes": len(quotes_of(view)),
        "contrary": len(view.contrary),
        "parent": view.parent.name if view.parent else None,
        "subthemes": [theme.name for theme in view.subthemes],
        "relations": [relation_record(related) for related in view.relations],
        "absences": [asdict(absence) for absence in view.absences],
        "vignettes": [each.title for each in view.vignettes],
    }


def whole_theme_record(view: ThemeView) -> Record:
    """Give a theme with its claims, quotes and passages as objects."""
    return {
        **theme_record(view, len(view.passages)),
        "claims": [claim_record(place, item) for place, item in enumerate(view.claims, start=1)],
        "quotes": [quote_record(item) for item in quotes_of(view)],
        "vignettes": [vignette_record(item) for item in view.vignettes],
        "passages": [
            {
                **coding_record(item),
                "stance": view.stances.get(item.coding.id, Stance.SUPPORTS),
            }
            for item in view.passages
        ],
    }


def relation_record(related: RelatedTheme) -> Record:
    """Give how a theme stands to another, `is_from` when the line runs from this one."""
    relation = related.relation
    return {
        "id": relation.id,
        "kind": relation.kind,
        "sentence": relation.sentence,
        "other_id": related.other.id,
        "other": related.other.name,
        "is_from": related.is_from,
    }


def comparison_record(found: ThemeComparison) -> Record:
    """Give what two themes have in common, and what is said of the two."""
    return {
        "theme": found.one.name,
        "theme_id": found.one.id,
        "other": found.other.name,
        "other_id": found.other.id,
        "theme_passages": found.in_one,
        "other_passages": found.in_other,
        "codes": [code.name for code in found.codes],
        "passages": [coding_record(item) for item in found.passages],
        "relations": [relation_record(related) for related in found.relations],
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
        "label": item.label,
        "words": item.words,
        "passage": item.segment.words,
        "quotability": item.quotability,
        "edits": [
            {"kind": edit.kind, "printed": edit.printed, "words": edit.words}
            for edit in edits(item.segment.words, item.words)
        ],
    }


def vignette_record(view: VignetteView) -> Record:
    """Give a vignette as it is printed, with the ids of the codings that it rests on."""
    return {
        **asdict(view.vignette),
        "words": view.words,
        "note": view.note,
        "cases": view.cases,
        "codings": [passage.coding.id for passage in view.passages],
    }
