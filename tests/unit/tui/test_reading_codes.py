"""Codings beside the text, and finding a code by a few letters."""

from datetime import UTC, datetime

from textual.color import Color

from qualkit.domain.codes import Code, CodeColour, CodeEntry, codebook
from qualkit.domain.codings import Coding
from qualkit.domain.spans import Span
from qualkit.tui.colours import DARK, LIGHT, colour_name
from qualkit.tui.reading.coded import Codings, lanes_of
from qualkit.tui.reading.finding import find_words, next_of
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import ShownLine
from qualkit.tui.reading.margin import Lanes
from qualkit.tui.reading.matching import is_known, matching_codes


def moment(minute: int) -> datetime:
    return datetime(2026, 3, 3, 9, minute, tzinfo=UTC)


def coding(name: str, start: int, end: int, code: str, minute: int = 0) -> Coding:
    return Coding(name, "v", start, end, code, "Noor", moment(minute))


def entries() -> tuple[CodeEntry, ...]:
    codes = [
        Code("1", "capaciteit", moment(0)),
        Code("2", "te weinig mensen", moment(0), parent_id="1", description="Te weinig uren."),
        Code("3", "pakkans", moment(0)),
        Code("4", "spoor stopt bij de rekening", moment(0), parent_id="3"),
    ]
    return codebook(codes)


def names(query: str) -> list[str]:
    return [entry.code.name for entry in matching_codes(query, entries())]


def test_a_few_letters_of_a_word_find_a_code() -> None:
    assert names("men")[0] == "te weinig mensen"
    assert names("twm")[0] == "te weinig mensen"
    assert names("uren")[0] == "te weinig mensen"
    assert names("rekenig")[0] == "spoor stopt bij de rekening"
    assert names("pak") == ["pakkans", "spoor stopt bij de rekening"]


def test_nothing_typed_gives_the_codebook_and_nonsense_nothing() -> None:
    assert len(names("")) == 4
    assert names("qqqzzz") == []


def test_a_path_is_known_whatever_its_capitals() -> None:
    assert is_known("Capaciteit > te  weinig mensen", entries())
    assert not is_known("te weinig mensen", entries())


def test_codings_are_found_by_place() -> None:
    codings = Codings(
        [coding("a", 0, 5_000, "1"), coding("b", 10, 20, "2"), coding("c", 4_990, 5_010, "3")]
    )
    assert [item.id for item in codings.at(15)] == ["a", "b"]
    assert [item.id for item in codings.over(4_000, 5_005)] == ["a", "c"]
    assert codings.at(6_000) == []
    assert [item.id for item in codings.on(Span(10, 20))] == ["b"]
    assert [item.id for item in codings.on(Span(12, 13))] == ["a", "b"]


def test_letters_stay_with_their_codes_when_one_codes_above() -> None:
    first = [coding("a", 100, 110, "late", 1)]
    more = [*first, coding("b", 0, 10, "early", 2)]
    assert Codings(first).letters == {"late": "a"}
    assert Codings(more).letters == {"late": "a", "early": "b"}


def test_lanes_keep_overlapping_codings_apart() -> None:
    assert lanes_of([(0, 4), (1, 2), (3, 6), (5, 5)], most=6) == [0, 1, 1, 0]
    assert lanes_of([(0, 9), (0, 9), (0, 9)], most=2) == [0, 1, 1]


def test_the_margin_tells_begin_middle_and_end_of_a_coding() -> None:
    text = "een\ntwee\ndrie\nvier"
    lines = [ShownLine(1, 0, 3), ShownLine(2, 4, 8), ShownLine(3, 9, 13), ShownLine(4, 14, 18)]
    layout = TextLayout(text, lines, 20)
    lanes = Lanes(Codings([coding("a", 0, 13, "1"), coding("b", 4, 8, "2", 1)]), layout)
    signs = [
        {lane: sign for lane, (sign, _) in lanes.marks(index, layout.row(index)).items()}
        for index in range(4)
    ]
    assert signs == [{0: "a"}, {0: "│", 1: "b"}, {0: "└"}, {}]


def test_a_colour_changes_the_style_of_a_letter_and_never_the_letter() -> None:
    layout = TextLayout("een", [ShownLine(1, 0, 3)], 20)
    codings = [coding("a", 0, 3, "1"), coding("b", 0, 3, "2", 1)]
    plain = Lanes(Codings(codings), layout).marks(0, layout.row(0))
    coloured = Lanes(Codings(codings, {"2": CodeColour.TEAL}), layout).marks(0, layout.row(0))
    assert coloured == {0: plain[0], 1: ("b", "code-teal")}
    assert plain[1][0] == "b"


def test_every_colour_can_be_read_on_dark_and_on_light() -> None:
    for theme in (DARK, LIGHT):
        ground = Color.parse(theme.background or "")
        for colour in CodeColour:
            shade = Color.parse(theme.variables[colour_name(colour)])
            assert _contrast(ground, shade) >= 4.5, (theme.name, colour)


def _contrast(one: Color, other: Color) -> float:
    """Give the contrast that WCAG defines; 4.5 is its least for text."""
    darker, lighter = sorted(_luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_words_are_found_over_line_breaks_and_one_goes_round() -> None:
    text = "Te weinig\nmensen. te  WEINIG mensen."
    found = find_words(text, "weinig mensen", lambda offset: True)
    assert [span.of(text) for span in found] == ["weinig\nmensen", "WEINIG mensen"]
    assert next_of(found, 0, 1) == found[0]
    assert next_of(found, found[1].start, 1) == found[0]
    assert next_of(found, 0, -1) == found[1]
    assert next_of((), 0, 1) is None
    drawn = find_words(text, "weinig", lambda offset: offset > 10)
    assert [span.of(text) for span in drawn] == ["WEINIG"]
