"""Everything that would be printed, sorted by the label that it is printed under."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from qualkit.analysis.spread import label_order
from qualkit.domain.cases import Case, ParticipantGroup, format_label, parse_label
from qualkit.domain.codings import Coding
from qualkit.domain.mosaic import MosaicLabel, MosaicLook, PrintedPiece, PrintedSort
from qualkit.domain.sources import Source, Version
from qualkit.domain.thematic_maps import numbered
from qualkit.domain.theme_tree import theme_tree
from qualkit.domain.themes import Quote, QuoteStage, Theme
from qualkit.domain.vignettes import Vignette, VignettePassage
from qualkit.services.printing import Printer
from qualkit.store.database import Database


def printed_labels(database: Database) -> tuple[MosaicLabel, ...]:
    """Give every label under which something is printed, what has none at the end."""
    themes = numbered(theme_tree(database.find(Theme, order="position, created_at, id"), False))
    printer = Printer(database)
    pieces: dict[str, list[PrintedPiece]] = defaultdict(list)
    order = {theme.id: place for place, (_number, theme) in enumerate(themes)}
    names = {theme.id: f"{number} {theme.name}" for number, theme in themes}
    for label, piece in (*_quotes(database, printer, names), *_vignettes(database, printer, names)):
        pieces[label].append(piece)
    sizes, looks = _group_sizes(database), database.find(MosaicLook, order="looked_at, rowid")
    for found in pieces.values():
        found.sort(key=lambda piece: (order[piece.theme_id], piece.sort is PrintedSort.VIGNETTE))
    labels = sorted(pieces, key=lambda label: (not label, label_order(label)))
    return tuple(_looked(label, pieces[label], sizes.get(label, 0), looks) for label in labels)


def _looked(
    label: str, pieces: Iterable[PrintedPiece], size: int, looks: Sequence[MosaicLook]
) -> MosaicLabel:
    """Find the last look at a label.

    Another number under the same pattern is still the same look: it tells a reader nothing new.
    """
    bare = MosaicLabel(label, size, tuple(pieces))
    seen, pattern = bare.seen, parse_label(label)[0]
    for look in reversed(looks):
        if look.seen == seen and parse_label(look.label)[0] == pattern:
            return MosaicLabel(label, size, bare.pieces, look, holds=True)
    earlier = [look for look in looks if look.label == label]
    return MosaicLabel(label, size, bare.pieces, earlier[-1] if earlier else None)


def _quotes(
    database: Database, printer: Printer, names: dict[str, str]
) -> Iterator[tuple[str, PrintedPiece]]:
    """Give every quote that is printed with its label."""
    chosen = database.find(Quote, "stage = ?", [QuoteStage.CHOSEN], "position, id")
    for item in printer.print_quotes([quote for quote in chosen if quote.theme_id in names]):
        quote = item.quote
        yield (
            item.label,
            PrintedPiece(
                id=quote.id,
                sort=PrintedSort.QUOTE,
                theme_id=quote.theme_id,
                theme=names[quote.theme_id],
                words=item.words,
                reference=item.reference,
                coding_id=quote.coding_id,
            ),
        )


def _vignettes(
    database: Database, printer: Printer, names: dict[str, str]
) -> Iterator[tuple[str, PrintedPiece]]:
    """Give every vignette under each label of those it tells of."""
    vignettes = [
        each for each in database.find(Vignette, order="position, id") if each.theme_id in names
    ]
    if not vignettes:
        return
    rests_on = _labels_by_vignette(database, printer)
    for each in vignettes:
        words = printer.layer.over_words(f"{each.title}\n{each.text}")
        for label in sorted(rests_on.get(each.id, {""})):
            yield (
                label,
                PrintedPiece(
                    id=each.id,
                    sort=PrintedSort.VIGNETTE,
                    theme_id=each.theme_id,
                    theme=names[each.theme_id],
                    words=words,
                ),
            )


def _labels_by_vignette(database: Database, printer: Printer) -> dict[str, set[str]]:
    links = database.find(VignettePassage)
    wanted = {link.coding_id for link in links}
    codings = {coding.id: coding for coding in database.find(Coding) if coding.id in wanted}
    sources = {source.id: source for source in database.find(Source)}
    places = {version.id: sources[version.source_id] for version in database.find(Version)}
    found: dict[str, set[str]] = defaultdict(set)
    for link in links:
        source = places[codings[link.coding_id].version_id]
        found[link.vignette_id].add(printer.label(source, printer.attribution(source)))
    return found


def _group_sizes(database: Database) -> dict[str, int]:
    """Give how many participants share the group of each label, and of each name of a group."""
    groups = {group.id: group for group in database.find(ParticipantGroup)}
    members: dict[str, list[Case]] = defaultdict(list)
    for case in database.find(Case):
        members[case.group_id].append(case)
    sizes: dict[str, int] = defaultdict(int)
    for group_id, cases in members.items():
        pattern = groups[group_id].pattern
        labels = {format_label(pattern, case.number) for case in cases}
        for label in labels | {format_label(pattern, None)}:
            sizes[label] += len(cases)
    return sizes
