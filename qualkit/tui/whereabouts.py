"""Where a person is: the open screens and their rows, kept so that she comes back to them."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib import import_module

from textual.screen import Screen

from qualkit.services.bookmarks import Bookmarks
from qualkit.tui.base import QualkitScreen

PLACES = {
    "codebook": ("qualkit.tui.screens.codebook", "CodebookScreen"),
    "themes": ("qualkit.tui.screens.themes", "ThemesScreen"),
    "quotes": ("qualkit.tui.screens.quotes", "QuotesScreen"),
    "rounds": ("qualkit.tui.screens.rounds", "RoundsScreen"),
    "map": ("qualkit.tui.screens.map", "MapScreen"),
    "spread": ("qualkit.tui.screens.spread", "SpreadScreen"),
    "together": ("qualkit.tui.screens.together", "TogetherScreen"),
    "quality": ("qualkit.tui.screens.quality", "QualityScreen"),
    "board": ("qualkit.tui.screens.board", "BoardScreen"),
    "memos": ("qualkit.tui.screens.memos", "MemosScreen"),
    "doubts": ("qualkit.tui.screens.doubts", "DoubtsScreen"),
    "vignettes": ("qualkit.tui.screens.vignettes", "VignettesScreen"),
    "search": ("qualkit.tui.screens.search", "SearchScreen"),
    "queue": ("qualkit.tui.screens.queue", "QueueScreen"),
    "history": ("qualkit.tui.screens.history", "HistoryScreen"),
    "answers": ("qualkit.tui.screens.answers", "AnswersScreen"),
    "labels": ("qualkit.tui.screens.labels", "LabelsScreen"),
    "export": ("qualkit.tui.screens.export", "ExportScreen"),
    "matrix": ("qualkit.tui.screens.matrix", "MatrixScreen"),
    "project": ("qualkit.tui.screens.project", "ProjectScreen"),
    "identifiers": ("qualkit.tui.screens.identifiers", "IdentifiersScreen"),
    "duplicates": ("qualkit.tui.screens.duplicates", "DuplicatesScreen"),
}
"""Where one can go from anywhere; a screen's module is loaded when it is first wanted."""

DEEPER = {
    "board_passages": ("qualkit.tui.screens.board_passages", "BoardPassagesScreen"),
    "board_snapshots": ("qualkit.tui.screens.board_snapshots", "BoardSnapshotsScreen"),
    "candidates": ("qualkit.tui.screens.candidates", "CandidatesScreen"),
    "reader": ("qualkit.tui.screens.reader", "ReaderScreen"),
    "source": ("qualkit.tui.screens.source", "SourceScreen"),
    "coded_segments": ("qualkit.tui.screens.coded_segments", "CodedSegmentsScreen"),
    "theme_reading": ("qualkit.tui.screens.theme_reading", "ThemeReadingScreen"),
    "theme_comparison": ("qualkit.tui.screens.theme_comparison", "ThemeComparisonScreen"),
    "vignette": ("qualkit.tui.screens.vignette_form", "VignetteScreen"),
    "pair": ("qualkit.tui.screens.pair", "PairScreen"),
    "mosaic": ("qualkit.tui.screens.mosaic", "MosaicScreen"),
    "story": ("qualkit.tui.screens.story", "StoryScreen"),
    "theme_passages": ("qualkit.tui.screens.theme_passages", "ThemePassagesScreen"),
}
"""Screens that are opened on something, to which one comes back as well."""

BOOKMARK = "places"


@dataclass(frozen=True, slots=True)
class Place:
    """An open screen, by its name in the table of actions."""

    name: str
    opened_with: tuple[str, ...] = ()
    """What it was opened with: the id of a source, a code, a theme."""
    row: str = ""
    """The key of the row at the cursor."""


def places_of(screens: Iterable[Screen[object]]) -> tuple[Place, ...]:
    """Give the places of the open screens, the first screen first; windows in front are left out.

    It ends before a screen to which one cannot come back.
    """
    found: list[Place] = []
    for screen in screens:
        if isinstance(screen, QualkitScreen):
            if screen.SCREEN_NAME not in ("home", *PLACES, *DEEPER):
                break
            found.append(Place(screen.SCREEN_NAME, screen.opened_with(), screen.row_key()))
    return tuple(found)


def open_place(place: Place) -> QualkitScreen:
    """Make the screen of a place, which goes to its row when it is shown."""
    module, screen_class = (PLACES | DEEPER)[place.name]
    screen: QualkitScreen = getattr(import_module(module), screen_class)(*place.opened_with)
    screen.begin_at = place.row
    return screen


def keep_places(bookmarks: Bookmarks, places: tuple[Place, ...]) -> None:
    """Keep where one is."""
    bookmarks.put(BOOKMARK, {"places": json.dumps([asdict(place) for place in places])})


def kept_places(bookmarks: Bookmarks) -> tuple[Place, ...]:
    """Give where one was, the first screen first; nothing that a screen could not be made of."""
    kept = json.loads(str(bookmarks.get(BOOKMARK).get("places", "[]")))
    places = [Place(item["name"], tuple(item["opened_with"]), item["row"]) for item in kept]
    return tuple(place for place in places if place.name in ("home", *PLACES, *DEEPER))
