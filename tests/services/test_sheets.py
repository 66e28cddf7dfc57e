import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from qualkit.domain.memos import MemoKind, ObjectType, Target
from qualkit.domain.mosaic import MosaicVerdict
from qualkit.domain.quotability import Attribution, PassageTerms, Quotability
from qualkit.domain.replacements import IdentifierKind, Replacement
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import InvalidInputError, MosaicNotSeenError
from qualkit.formats.csv_tables import unguarded
from qualkit.formats.sheet_files import SHEET_FORMATS
from qualkit.formats.sheet_words import COLUMNS, column_of
from qualkit.services.sheets import SHEET, OnSheet
from tests.sheets import Study, study


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    with study(tmp_path / "studie") as found:
        yield found


def rows(path: Path) -> list[dict[str, str]]:
    """Read a sheet as CSV, by the keys of its columns."""
    text = path.read_bytes().decode("utf-8-sig")
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    return [{column_of(key): unguarded(cell) for key, cell in row.items()} for row in table]


def test_a_sheet_asks_about_each_quote_as_it_is_printed(made: Study, tmp_path: Path) -> None:
    found = rows(made.write(tmp_path / "blad.csv"))

    assert [row["item_id"] for row in found] == [*made.quote_ids]
    assert tuple(found[0]) == COLUMNS
    assert found[0] | {"item_id": "", "sheet_id": ""} == {
        "item_id": "",
        "theme": "1. Stil werk wacht",
        "claim": "Op papier zijn er genoeg mensen.",
        "quote": "We zijn met [aantal] mensen en dat is te weinig.",
        "label": "Politie I",
        "reference": "P1:3",
        "decision": "",
        "remark": "",
        "reason": "typerend",
        "stance": "steunt",
        "context": "Interviewer: Hoe is de bezetting?\n[…]\n"
        "Deelnemer: Werk dat niemand ziet, blijft liggen.\n"
        "Interviewer: En bellen mensen daarover?",
        "reviewer": "",
        "sheet_id": "",
    }
    assert (found[2]["stance"], found[2]["claim"]) == ("tegenspraak", "")


def test_what_a_sheet_asked_is_kept_under_the_id_printed_on_it(made: Study, tmp_path: Path) -> None:
    sheet_id = rows(made.write(tmp_path / "blad.csv"))[0]["sheet_id"]

    asked = made.project.export_log.items(sheet_id)

    assert len(sheet_id) == 12
    assert asked is not None
    assert asked[made.quote_ids[2]] == "Wij hebben genoeg mensen."


@pytest.mark.parametrize("form", SHEET_FORMATS)
def test_the_same_state_gives_the_same_bytes_for_its_owner_only(
    made: Study, tmp_path: Path, form: str
) -> None:
    once, again = (made.write(tmp_path / f"{name}.{form}") for name in ("een", "twee"))

    assert once.read_bytes() == again.read_bytes()
    assert oct(once.stat().st_mode & 0o777) == "0o600"


@pytest.mark.parametrize("form", SHEET_FORMATS)
def test_nothing_private_is_on_a_sheet(made: Study, tmp_path: Path, form: str) -> None:
    about = Target(ObjectType.THEME, made.theme_id)
    made.project.memos.add(about, "Mijn geheime twijfel.", MemoKind.REFLEXIVE, shared=False)

    told = text_of(made.write(tmp_path / f"blad.{form}"))

    assert "Wij hebben genoeg mensen." in told
    for private in ("geheime twijfel", "code Wij hebben", "Noor"):
        assert private not in told


def text_of(path: Path) -> str:
    """Give all that a file of office says, or a text as it stands."""
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        cells = [cell for sheet in book for row in sheet.values for cell in row if cell]
        return "\n".join(map(str, (*cells, book.properties.creator)))
    if path.suffix == ".docx":
        document = Document(str(path))
        return f"{document.element.xml}{document.core_properties.author}"
    return path.read_text("utf-8")


def test_context_keeps_back_what_may_not_be_shown(made: Study) -> None:
    project = made.project
    text = project.sources.read(project.sources.find("P1").id)
    start = text.text.index("En bellen")
    mark = PassageTerms("m", text.version.id, start, start + 9, Quotability.NOT_AT_ALL)
    layer = Replacement("r", IdentifierKind.OTHER, "niemand", "[iemand]")
    with project._workspace.journal.operation("test", "Afspraken") as step:
        step.add(mark)
        step.add(layer)

    first = project.sheets.sheet().rows[0]

    assert [turn.words for turn in first.around.after] == [
        "Werk dat [iemand] ziet, blijft liggen.",
        "",
    ]
    assert "bellen" not in project.sheets.sheet().context(first)
    assert not project.sheets.sheet(OnSheet(context=False)).rows[0].around.after


def test_a_quote_without_its_label_tells_no_place(made: Study) -> None:
    quote = made.project.quotes.get(made.quote_ids[2])
    made.project.quotes.edit(replace(quote, attribution=Attribution.NONE))

    row = made.project.sheets.sheet().rows[2]

    assert (row.label, row.reference) == ("", "")


def test_a_sheet_without_quotes_is_sent_to_nobody(made: Study, tmp_path: Path) -> None:
    other = made.project.themes.add("Ander idee").value
    target = tmp_path / "leeg.xlsx"
    report = made.project.sheets.write(target, "xlsx", OnSheet([other.id]), "er is nog niets")
    assert (report.items, report.remarks) == (0, ())


def test_a_sheet_can_be_about_some_themes_with_all_under_them(made: Study) -> None:
    project = made.project
    below = project.themes.add("Waar een naam is").value
    project.themes.edit(replace(below, parent_id=made.theme_id))
    other = project.themes.add("Ander idee").value
    coding = project.quotes.get(made.quote_ids[0]).coding_id
    in_below = project.quotes.choose(below.id, coding).value.id
    in_other = project.quotes.choose(other.id, coding).value.id

    whole = [row.item_id for row in project.sheets.sheet().rows]
    part = [row.item_id for row in project.sheets.sheet(OnSheet([made.theme_id])).rows]

    assert whole == [*made.quote_ids, in_below, in_other]
    assert part == [*made.quote_ids, in_below]


def test_a_spreadsheet_lets_only_answers_be_changed(made: Study, tmp_path: Path) -> None:
    page = load_workbook(made.write(tmp_path / "blad.xlsx")).worksheets[0]

    keys = [cell.value for cell in page[4]]
    first = dict(zip(keys, page[6], strict=True))

    assert page.row_dimensions[4].hidden
    assert page.freeze_panes == "A6"
    assert page.protection.sheet
    assert {key for key, cell in first.items() if not cell.protection.locked} == {
        "quote",
        "decision",
        "remark",
    }
    assert [*map(column_of, (str(cell.value) for cell in page[5]))] == keys
    choices = page.data_validations.dataValidation[0]
    assert choices.formula1 == '"akkoord,inkorten,verder anonimiseren,vervangen,vraag"'
    assert "G6" in choices.sqref
    assert page["D7"].value == "=SOM(1;2) typen ze ook niet, zei een collega."
    assert page["D7"].data_type == "s"


def test_a_word_file_has_a_list_of_decisions_for_each_quote(made: Study, tmp_path: Path) -> None:
    document = Document(str(made.write(tmp_path / "blad.docx")))

    about, quotes = document.tables

    assert [row.cells[0].text for row in about.rows] == ["Uw naam", "Blad"]
    assert [column_of(cell.text) for cell in quotes.rows[0].cells] == [
        "item_id",
        "quote",
        "label",
        "decision",
        "remark",
    ]
    asked = [row.cells for row in quotes.rows if row.cells[0].text in made.quote_ids]
    assert [cells[1].text for cells in asked] == [
        row.words for row in made.project.sheets.sheet().rows
    ]
    assert quotes._tbl.xml.count("<w:dropDownList>") == 3


def test_a_sheet_waits_until_somebody_looked_at_what_is_printed_together(
    made: Study, tmp_path: Path
) -> None:
    with pytest.raises(MosaicNotSeenError):
        made.project.sheets.write(tmp_path / "blad.html", "html")
    assert not (tmp_path / "blad.html").exists()

    made.project.mosaic.look_all(MosaicVerdict.SEEN)

    report = made.project.sheets.write(tmp_path / "blad.html", "html")
    assert report.files[0].is_file()
    assert "qualkit review import" in report.remarks[0]


def test_a_vignette_is_asked_about_under_its_title(made: Study, tmp_path: Path) -> None:
    coding = made.project.quotes.get(made.quote_ids[0]).coding_id
    story = "Een medewerker zag het aantal collega’s slinken.\n\nNiemand belde daarover."
    added = made.project.vignettes.add(
        made.theme_id, "Het lege rooster", story, MadeOf.SINGLE, [coding]
    )

    row = rows(made.write(tmp_path / "blad.csv"))[3]

    assert (row["item_id"], row["quote"]) == (added.value.id, story)
    assert row["label"] == "Het lege rooster. Vignet over één gesprek"
    for form in ("docx", "html", "md"):
        told = text_of(made.write(tmp_path / f"blad.{form}"))
        assert "Vignetten" in told
        assert "Niemand belde daarover." in told


def test_an_unknown_format_is_refused(made: Study, tmp_path: Path) -> None:
    with pytest.raises(InvalidInputError, match="pdf"):
        made.project.sheets.write(tmp_path / "uit", "pdf")

    assert not (tmp_path / "uit").exists()
    assert made.project.export_log.since(SHEET, {}) is None


def test_an_english_study_has_an_english_sheet(tmp_path: Path) -> None:
    with study(tmp_path, "en") as made:
        told = made.write(tmp_path / "sheet.md").read_text("utf-8")

    assert told.startswith("# Quote sheet: Proef over wachten")
    assert "supports; typical; " in told
