"""What is said about themes in one line: a merge beforehand, a relation, an absence."""

from qualkit.domain.theme_comparisons import ThemeComparison
from qualkit.domain.theme_merges import ThemeMergePreview
from qualkit.domain.theme_relations import Absence, RelationKind
from qualkit.domain.themes import RelatedTheme
from qualkit.translation import _, ngettext
from qualkit.tui.words import count_of


def told_of_merge(preview: ThemeMergePreview) -> str:
    """Say what a merge moves, in one sentence, and in a second one what is there once."""
    moving = (
        ("code", preview.codes),
        ("passage", preview.passages),
        ("claim", preview.claims),
        ("quote", preview.quotes),
        ("memo", preview.memos),
        ("subtheme", preview.subthemes),
        ("relation", preview.relations),
        ("absence", preview.absences),
        ("vignette", preview.vignettes),
    )
    things = ", ".join(count_of(count, noun) for noun, count in moving if count)
    told = _("Nothing hangs on '{name}'; only the name goes.").format(name=preview.old.name)
    if things:
        told = _("To '{name}' go: {things}.").format(name=preview.new.name, things=things)
    if not preview.shared:
        return told
    shared = ngettext(
        "{count} passage is in both and counts once.",
        "{count} passages are in both and count once.",
        preview.shared,
    ).format(count=preview.shared)
    return f"{told} {shared}"


def told_of_relation(related: RelatedTheme) -> str:
    """Say how a theme stands to another, with the researcher's sentence behind it."""
    match related.relation.kind, related.is_from:
        case RelationKind.DIFFERS, _any:
            told = _("Differs from '{name}'")
        case RelationKind.TENSION, _any:
            told = _("In tension with '{name}'")
        case _kind, True:
            told = _("Leads to '{name}'")
        case _:
            told = _("Follows from '{name}'")
    told = told.format(name=related.other.name)
    sentence = related.relation.sentence
    return f"{told}: {sentence}" if sentence else told


def told_of_pair(found: ThemeComparison, related: RelatedTheme) -> str:
    """Say a relation of two themes with both their names and the researcher's sentence."""
    match related.relation.kind:
        case RelationKind.DIFFERS:
            told = _("'{name}' differs from '{other}'")
        case RelationKind.TENSION:
            told = _("'{name}' is in tension with '{other}'")
        case RelationKind.LEADS_TO:
            told = _("'{name}' leads to '{other}'")
    ends = (found.one, found.other) if related.is_from else (found.other, found.one)
    told = told.format(name=ends[0].name, other=ends[1].name)
    sentence = related.relation.sentence
    return f"{told}: {sentence}" if sentence else told


def told_of_absence(absence: Absence) -> str:
    """Say what did not come up, with where it was looked for behind it."""
    if not absence.searched:
        return absence.text
    where = _("looked in: {searched}").format(searched=absence.searched)
    return f"{absence.text} ({where})"
