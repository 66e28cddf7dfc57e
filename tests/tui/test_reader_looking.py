"""What is shown of a text, and what is taken along from it."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from qualkit.domain.operations import Origin
from qualkit.domain.spans import Span
from qualkit.services.project import Project, new_info
from qualkit.tui.reading.coded import Codings
from qualkit.tui.reading.layout import TextLayout
from qualkit.tui.reading.lines import shown_lines
from qualkit.tui.reading.margin import Columns, Lanes, Notes
from qualkit.tui.reading.pieces import Scene
from qualkit.tui.widgets.text_rows import TextRows
from tests.tui.conftest import SETTINGS
from tests.tui.driving import running
from tests.tui.reading import read, reader, selected, shown
from tests.unit.tui.reading_texts import source_text


async def test_questions_fold_to_a_line_each_and_line_numbers_stay(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("F")
        lines = [" ".join(line.split()) for line in shown(driver)]
        assert "1 I … interviewer, 1 line" in lines
        assert "5 I … interviewer, 1 line" in lines
        assert any(line.startswith("7 R") for line in lines)
        assert not any("als het druk is" in line for line in lines)
        # A label covers its first sign only.
        await driver.press("semicolon")
        assert any(line.endswith("interviewer, 1 line") for line in shown(driver))
        labels = [seg for seg in reader(driver).view.render_line(0) if seg.text.strip() == "a"]
        assert labels
        await driver.press("escape")
        # The cursor stands on what is folded, and one key opens only that.
        await driver.press("k", "minus")
        lines = [" ".join(line.split()) for line in shown(driver)]
        assert "1 I Hoe komt een zaak bij jullie terecht?" in lines
        assert "5 I … interviewer, 1 line" in lines
        await driver.press("minus")
        assert "Hoe komt" not in " ".join(shown(driver))
        await driver.press("F")
        assert any("als het druk is" in line for line in shown(driver))


async def test_what_is_gone_to_in_a_folded_turn_is_unfolded(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("F", "slash")
        await driver.type("druk")
        await driver.press("enter")
        assert selected(driver) == "druk"
        assert any("En als het druk is?" in line for line in shown(driver))
        assert any("… interviewer, 1 line" in line for line in shown(driver))


async def test_a_passage_that_is_folded_by_hand_stays_out_of_sight(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        await driver.press("minus")
        assert any("… participant, 1 line" in line for line in shown(driver))
        # Neither folding the questions and back, nor leaving them out, brings it back.
        for keys in (("F",), ("F",), ("o",)):
            await driver.press(*keys)
            assert not any("Via de intake" in line for line in shown(driver)), keys
            assert any("Dan blijft het liggen" in line for line in shown(driver))
        await driver.press("o", "escape")
        await read(driver, project)
        assert not any("Via de intake" in line for line in shown(driver))
    async with running(folder) as driver:
        await read(driver, project, "Via de intake")
        assert not any("Via de intake" in line for line in shown(driver)), "another day"
        await driver.press("minus")
        assert any("Via de intake" in line for line in shown(driver))


async def test_words_are_copied_with_label_and_reference(folder: Path, project: Project) -> None:
    async with running(folder) as driver:
        await read(driver, project, "Als zij", "P2")
        await driver.press("y")
        expected = '"Als zij met vakantie is, ligt het stil." (Politie II, P2:3)'
        assert driver.app.clipboard == expected
        await driver.press("escape", "a", "y")
        kept = folder / "exports" / "passages.txt"
        assert kept.read_text("utf-8") == f'{expected}\n"stil" (Politie II, P2:3)\n'
        assert kept.stat().st_mode & 0o777 == 0o600
        assert "exports/passages.txt" in driver.says("#status")


async def test_a_file_that_takes_no_copies_is_told(folder: Path, project: Project) -> None:
    (folder / "exports" / "passages.txt").mkdir()
    async with running(folder) as driver:
        await read(driver, project, "Als zij", "P2")
        await driver.press("y")
        assert driver.top == "ReaderScreen"
        assert "Copied" not in driver.says("#status")


async def test_suggested_phrases_are_marked_while_they_are_shown(
    folder: Path, project: Project
) -> None:
    async with running(folder, (160, 50)) as driver:
        await read(driver, project)
        assert not any("~" in line for line in shown(driver))
        await driver.press("p")
        await driver.settle()
        phrase = reader(driver).suggestions.rows.items[1].suggestion
        assert phrase is not None
        marked = [line for line in shown(driver) if "~" in line]
        assert any(phrase.phrase.split()[0] in line for line in marked)
        await driver.press("p")
        assert not any("~" in line for line in shown(driver))


async def test_the_top_row_is_the_same_after_sizes_in_between(
    folder: Path, project: Project, tmp_path: Path
) -> None:
    long = tmp_path / "lang.txt"
    long.write_text("\n".join(f"Regel {n}: " + "woord " * 40 for n in range(60)), "utf-8")
    project.imports.run([long])
    async with running(folder, (80, 24)) as driver:
        await read(driver, project, "Regel 30", "P3")
        await driver.press("pagedown")
        top = reader(driver).view.top
        for width in (100, 61, 140, 47, 80):
            await driver.resize(width, 24)
        assert reader(driver).view.top == top


LINES = st.lists(
    st.text(
        st.sampled_from([*"abc  .,é漢\t\xa0\xad\u0301\u200d\u200f\u2067🇳🇱🙏👩🏽🚒שם"]),
        max_size=90,
    ),
    min_size=1,
    max_size=5,
).map("\n".join)


async def test_every_row_is_as_wide_as_the_screen_whatever_is_drawn(
    folder: Path, project: Project
) -> None:
    async with running(folder) as driver:
        await read(driver, project)
        view = reader(driver).view

        @settings(deadline=None, max_examples=60)
        @given(LINES, st.integers(3, 60), st.integers(0, 300))
        def check(text: str, width: int, at: int) -> None:
            lines = shown_lines(source_text(text))
            layout = TextLayout(text, lines, width)
            cursor = Span(at, at + 3)
            scene = Scene(cursor=cursor, selection=Span(at // 2, at + 1))
            columns, lanes = Columns.of(lines, 3), Lanes(Codings(), layout)
            rows = TextRows(source_text(text), layout, columns, lanes, Notes(), scene)
            whole = columns.width + width + 2
            for index in range(len(layout)):
                strip = rows.strip(index, whole, view.looks)
                offset = layout.row(index).start
                labelled = rows.strip(index, whole, view.looks, {offset: "as"})
                for drawn in (strip, labelled):
                    assert sum(cell_len(segment.text) for segment in drawn) == whole
                # Nothing of the words was cut off.
                assert strip.text.count("c") == text[offset : layout.row(index).end].count("c")

        check()


async def test_one_line_of_a_megabyte_opens_and_is_moved_through(tmp_path: Path) -> None:
    material = tmp_path / "alles.txt"
    words = "Wij wachten op antwoord {}, 漢字 é 👩🏽‍🚒 🇳🇱 en nog wat. "
    line = "".join(words.format(number) for number in range(20_000))
    material.write_text(f"---\nlabel: Alles\n---\n{line}", "utf-8")
    folder = tmp_path / "study"
    with Project.create(folder, new_info("Proef"), SETTINGS, Origin.CLI) as project:
        project.imports.run([material])
        async with running(folder) as driver:
            driver.app.open_reader(project.sources.find("P1").id, 500_000)
            await driver.wait_until(lambda: driver.top == "ReaderScreen")
            await driver.press("j", "l", "pagedown", "w", "greater_than_sign")
            assert selected(driver)
            view = reader(driver).view
            strips = [view.render_line(y) for y in range(view.size.height)]
            assert {strip.cell_length for strip in strips} == {view.size.width}
            assert len({strip.text for strip in strips}) == view.size.height
