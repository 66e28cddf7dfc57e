"""The text on the screen: every word is drawn once, and offsets and columns agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from qualkit.domain.spans import Span
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import shown_lines
from qualkit.tui.reading.pieces import Look, Scene, pieces
from qualkit.tui.reading.wrapping import clusters, column_of, drawn, offset_of, wrap
from tests.unit.tui.reading_texts import source_text

SIGNS = st.sampled_from(
    [
        *"abcde    -.",
        *(
            "é",
            "e\u0301",
            "\u0301",
            "漢",
            "字",
            "🙏",
            "👩‍👧",
            "👍🏽",
            "👩🏽‍🚒",
            "❤\ufe0f",
            "1\ufe0f⃣",
        ),
        *("🇳🇱", "🇧🇪", "\U0001f1f3", "שלום", "سلام", "\u200f", "\u2067", "\u200d", "\u200b", "가"),
        *("\t", "\xa0", "’", "\xad", "\u3000", " \u0301"),
    ]
)
LINES = st.lists(SIGNS, max_size=60).map("".join)
WIDTHS = st.integers(min_value=2, max_value=40)


@given(LINES, WIDTHS)
def test_rows_hold_every_sign_once_and_fit(line: str, width: int) -> None:
    ends = list(wrap(line, 0, len(line), width))
    assert ends[-1] == len(line)
    assert ends == sorted(set(ends))
    for start, end in zip([0, *ends], ends, strict=False):
        assert cell_len(drawn(line[start:end].rstrip())) <= width


@given(LINES, WIDTHS)
def test_a_row_never_cuts_a_sign_of_several_code_points(line: str, width: int) -> None:
    starts = {start for start, _, _ in clusters(line)} | {len(line)}
    assert set(wrap(line, 0, len(line), width)) <= starts


@given(LINES.filter(bool))
def test_columns_lead_back_to_the_sign_they_were_asked_for(line: str) -> None:
    for start, end, cells in clusters(line):
        if not cells:
            continue
        for offset in range(start, end):
            column = column_of(line, offset)
            assert column == cell_len(drawn(line[:start]))
            assert offset_of(line, column) == start
            assert offset_of(line, column + cells - 1) == start


@given(st.lists(LINES, max_size=6), WIDTHS)
def test_a_layout_draws_the_text_and_finds_each_offset(lines: list[str], width: int) -> None:
    text = "\n".join(lines)
    layout = TextLayout(text, shown_lines(source_text(text)), width)
    rows = [layout.row(index) for index in range(len(layout))]
    assert "".join(text[row.start : row.end] for row in rows) == text.replace("\n", "")
    for index, row in enumerate(rows):
        for offset in range(row.start, row.end):
            assert layout.place_of(offset)[0] == index


@pytest.mark.parametrize("width", [3, 10, 40])
def test_prefixes_are_left_out_and_all_else_is_drawn(width: int) -> None:
    text = "# Verslag\n\nI: Hoe gaat dat?\n\n  R: Wel goed.\nEn jij?\n\nI:\nHet gaat.\nR: ja"
    source = source_text(text)
    assert len(source.version.utterances) == 4
    layout = TextLayout(text, shown_lines(source), width)
    rows = [layout.row(index) for index in range(len(layout))]
    drawn_words = "".join(text[row.start : row.end] for row in rows)
    assert drawn_words == "# VerslagHoe gaat dat?Wel goed.En jij?Het gaat.ja"
    assert [row.line.number for row in rows if row.first] == list(range(1, 11))


def test_line_numbers_do_not_depend_on_the_width() -> None:
    text = "R: " + "woord " * 40 + "\nR: kort\n"
    lines = shown_lines(source_text(text))
    for width in (4, 20, 300):
        layout = TextLayout(text, lines, width)
        assert layout.row(layout.row_of(text.index("kort"))).line.number == 2


def test_only_the_participant_leaves_out_context_and_its_blank_lines() -> None:
    text = "I: Hoe?\n\nR: Zo.\n\nI: En dan?\n\nR: Dan niet.\n"
    lines = shown_lines(source_text(text), only_evidence=True)
    assert [text[line.start : line.end] for line in lines if line.start < line.end] == [
        "Zo.",
        "Dan niet.",
    ]
    numbers = [line.number for line in lines]
    assert numbers[:4] == [2, 3, 4, 7]


def test_who_goes_on_speaking_is_not_named_again() -> None:
    chat = (
        "[2026-02-04 19:31] bezoeker: hallo\n[2026-02-04 19:32] medewerker: dag\n"
        "[2026-02-04 19:33] bezoeker: een vraag\n[2026-02-04 19:33] bezoeker: over post\n"
    )
    lines = shown_lines(source_text(chat))
    assert [line.takes_over for line in lines] == [True, True, True, False, False]
    assert [line.context for line in lines[:3]] == [False, True, False]


@given(LINES.filter(bool), st.integers(0, 59), st.integers(1, 20))
def test_pieces_cover_a_row_whatever_is_selected(line: str, start: int, length: int) -> None:
    layout = TextLayout(line, shown_lines(source_text(line)), 200)
    row = layout.row(0)
    scene = Scene(Codings(), selection=Span(start, start + length))
    found = pieces(line, row, scene)
    assert "".join(line[begin:end] for begin, end, _ in found) == line[row.start : row.end]
    bounds = {begin for begin, _, _ in clusters(line)}
    assert {begin for begin, _, _ in found} <= bounds


def test_selected_words_look_selected() -> None:
    line = "Wij wachten op een antwoord."
    layout = TextLayout(line, shown_lines(source_text(line)), 200)
    found = pieces(line, layout.row(0), Scene(Codings(), Span(4, 11), Span(4, 19)))
    looks = {line[start:end]: look for start, end, look in found}
    assert looks == {
        "Wij ": Look.PLAIN,
        "wachten": Look.SELECTED | Look.CURSOR,
        " op een ": Look.SELECTED,
        "antwoord.": Look.PLAIN,
    }
