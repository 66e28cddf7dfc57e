import csv
import io
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from qualkit.domain.codes import CodeChange, CodeLevel
from qualkit.domain.memos import MemoFilter, MemoKind, ObjectType, Target
from qualkit.domain.operations import Origin, StepFilter
from qualkit.domain.periods import Period
from qualkit.domain.projects import Profile
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.spans import Span
from qualkit.domain.suggestions import SuggestedBy
from qualkit.domain.theme_relations import RelationKind
from qualkit.domain.themes import QuoteReason, Stance, ThemeStatus
from qualkit.errors import InvalidInputError, ProjectDamagedError, QuoteNotFaithfulError
from qualkit.formats.themes_report import noticed
from qualkit.services.exports import ExportReport
from qualkit.services.project import Project, new_info
from qualkit.services.theme_reports import Chosen
from qualkit.settings import Settings

WHY = "Proef."
"""These exports are about what is in them; test_mosaic.py is about what comes before."""

FIRST = """---
kind: interview
label: Politie I
date: 2026-03-03
---

I: Hoe is de bezetting?

R: We zijn met vier mensen en dat is te weinig. Werk dat niemand ziet, blijft liggen.
"""
SECOND = """---
kind: interview
label: Politie II
date: 2026-03-27
---

I: Hoe is de bezetting bij jullie?

R: Wij hebben genoeg mensen. Het zit niet in het aantal.
"""
CHAT = """---
kind: chat
label: Gesprek 1
---

[2026-02-04 19:31] bezoeker: ik wacht al drie weken
[2026-02-04 19:32] medewerker: dat is lang
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    info = new_info("Proef over wachten", "Wat staat in de weg?")
    settings = Settings("onderzoeker")
    with Project.create(tmp_path / "proef", info, settings, Origin.CLI) as made:
        files = []
        for name, text in (("1.txt", FIRST), ("2.txt", SECOND), ("3.txt", CHAT)):
            (tmp_path / name).write_text(text, "utf-8")
            files.append(tmp_path / name)
        assert not made.imports.run(files).value.refused
        yield made


def code(project: Project, source: str, words: str, name: str) -> str:
    text = project.sources.read(project.sources.find(source).id)
    start = text.text.index(words)
    made = project.codings.add_new(text.version.id, Span(start, start + len(words)), name)
    return made.value[0].id


def theme(project: Project, name: str = "Stil werk wacht") -> str:
    """Make a theme with a claim, a quote, a contrary quote and a story."""
    made = project.themes.add(
        name, "Wat stil is, wacht.", "bezetting", "kennis", ThemeStatus.DEVELOPING
    ).value
    few = code(project, "P1", "We zijn met vier mensen en dat is te weinig.", "te weinig")
    enough = code(project, "P2", "Wij hebben genoeg mensen.", "genoeg")
    codes = [project.codes.find("te weinig").id, project.codes.find("genoeg").id]
    project.theme_contents.put_codes(made.id, codes)
    project.themes.narrate(made.id, "Het begint met een rekensom.\n\nDaarna volgt de stilte.")
    claim = project.quotes.claim(made.id, "Op papier zijn er genoeg mensen.").value
    project.quotes.choose(
        made.id,
        few,
        claim.id,
        reason=QuoteReason.TYPICAL,
        printed="We zijn met [aantal] mensen en dat is te weinig.",
    )
    project.quotes.choose(made.id, enough, stance=Stance.CONTRARY)
    return made.id


def read(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}


def rows(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


class Page(HTMLParser):
    """What a browser would see of a page: its tags, its text, and where it would look elsewhere."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.links: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links.extend(value or "" for name, value in attrs if name in ("href", "src"))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_theme_reads_from_idea_over_claim_and_quote_to_what_speaks_against_it(
    project: Project, tmp_path: Path
) -> None:
    theme(project)

    report = project.exports.themes(tmp_path / "uit", unchecked=WHY)

    files = read(tmp_path / "uit")
    assert list(files) == ["01-stil-werk-wacht.md", "index.md", "kaart.svg"]
    assert {path.name for path in report.files} == set(files)
    page = files["01-stil-werk-wacht.md"]
    in_order = [
        "# 1. Stil werk wacht",
        "**Centraal idee.** Wat stil is, wacht.",
        "Status: in ontwikkeling",
        "**Hoort erbij:** bezetting",
        "**Hoort er niet bij:** kennis",
        "Het begint met een rekensom.\n\nDaarna volgt de stilte.",
        "Op papier zijn er genoeg mensen.\n\n"
        "> “We zijn met [aantal] mensen en dat is te weinig.” (Politie I, P1:3)",
        "## Tegenspraak en nuance",
        "> “Wij hebben genoeg mensen.” (Politie II, P2:3)",
        "Passages bij dit thema komen van beide geïnterviewden en uit geen enkel chatgesprek.",
        "Tegenspraak en nuance komen van één van de twee geïnterviewden (Politie II).",
        "- **te weinig:** [nog geen omschrijving]",
    ]
    places = [page.find(part) for part in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    assert places == sorted(places)
    assert "%" not in page


def test_the_index_says_what_was_asked_of_whom_and_what_the_quotes_are(
    project: Project, tmp_path: Path
) -> None:
    theme(project)
    project.exports.themes(tmp_path / "uit", unchecked=WHY)

    index = read(tmp_path / "uit")["index.md"]

    assert "# Proef over wachten" in index
    assert "Wat staat in de weg?" in index
    assert "[Stil werk wacht](01-stil-werk-wacht.md)" in index
    assert "Wat stil is, wacht." in index
    assert "Twee geïnterviewden, van 3 tot en met 27 maart 2026: Politie I en II." in index
    assert "Eén chatgesprek: Gesprek 1." in index
    assert "Citaten zijn fragmenten uit uitgewerkte aantekeningen van gesprekken." in index


def suggested(project: Project, words: str, *codes: str) -> None:
    """Code a passage of P1 from a suggestion."""
    text = project.sources.read(project.sources.find("P1").id)
    start = text.text.index(words)
    origin = SuggestedBy(words, 1, "nl_proef 1.0 (shipped)")
    for name in codes:
        span = Span(start, start + len(words))
        project.codings.add_new(text.version.id, span, name, suggestion=origin)


def test_both_formats_say_how_many_passages_began_as_a_suggestion(
    project: Project, tmp_path: Path
) -> None:
    theme(project)

    def exported() -> tuple[str, str]:
        project.exports.themes(tmp_path / "themas", unchecked=WHY)
        project.exports.themes(tmp_path / "themas.html", "html", unchecked=WHY)
        index = (tmp_path / "themas" / "index.md").read_text("utf-8")
        return index, Page((tmp_path / "themas.html").read_text("utf-8")).text

    assert not any("woordgroep" in text for text in exported())
    suggested(project, "vier mensen", "bezetting", "aantal")
    told = "Eén gecodeerde passage viel het eerst op dankzij een woordgroep die het programma"
    assert all(f"{told} voorstelde" in text for text in exported())
    assert all("nl_proef 1.0 (shipped)" in text for text in exported())
    suggested(project, "niemand ziet", "onzichtbaar")
    told = "Twee gecodeerde passages vielen het eerst op dankzij woordgroepen"
    assert all(told in text for text in exported())


def test_what_made_the_suggestions_is_named_where_it_is_known() -> None:
    made_by = ["nl_core_news_sm 3.8.0", "nl_qualkit_sm 1.0.0"]
    assert noticed(2, made_by, "nl").endswith(
        " (gevonden met nl_core_news_sm 3.8.0 en nl_qualkit_sm 1.0.0)."
    )
    assert noticed(1, made_by[:1], "en") == (
        "One coded passage was first noticed through a phrase that the program suggested"
        " (found with nl_core_news_sm 3.8.0)."
    )
    assert noticed(0, made_by, "nl") == ""


def test_a_theme_stands_among_others_with_its_absences_and_limits(
    project: Project, tmp_path: Path
) -> None:
    first = theme(project)
    part = project.themes.add("Wie belt, wint", relation="Wie belt, komt eerst.").value
    project.themes.edit(replace(part, parent_id=first))
    other = project.themes.add("Eén schrift").value
    project.theme_relations.relate(first, other.id, RelationKind.LEADS_TO, "Wie weg is, is weg.")
    project.absences.add(first, "Een besluit.", "De twee interviews.")
    project.memos.add(Target(ObjectType.THEME, first), "Klein aantal.", MemoKind.LIMITATION)
    source = Target(ObjectType.SOURCE, project.sources.find("P2").id)
    project.memos.add(source, "Kort gesprek.", MemoKind.LIMITATION)
    code_memo = Target(ObjectType.CODE, project.codes.find("te weinig").id)
    project.memos.add(code_memo, "Niet gevraagd.", MemoKind.LIMITATION)
    project.memos.add(source, "Geheim.", MemoKind.LIMITATION, shared=False)

    project.exports.themes(tmp_path / "uit", unchecked=WHY)
    project.exports.themes(tmp_path / "uit.html", "html", unchecked=WHY)

    files = read(tmp_path / "uit")
    assert list(files) == [
        "01-stil-werk-wacht.md",
        "01.1-wie-belt-wint.md",
        "02-een-schrift.md",
        "index.md",
        "kaart.svg",
    ]
    page = files["01-stil-werk-wacht.md"]
    in_order = [
        "**Wat het zegt over de vraag:** [nog niet beschreven]",
        "## Deelthema’s\n\n- 1.1 [Wie belt, wint](01.1-wie-belt-wint.md)",
        "Wat niet ter sprake kwam:\n\n- Een besluit. *Gezocht in:* De twee interviews.",
        "## Verhouding tot andere thema’s\n\n- Leidt tot ‘Eén schrift’ (2): Wie weg is, is weg.",
        "## Beperkingen\n\n- Klein aantal.",
        "*Beperking:* Niet gevraagd.",
    ]
    places = [page.find(part) for part in in_order]
    assert -1 not in places, in_order[places.index(-1)]
    assert places == sorted(places)
    below = files["01.1-wie-belt-wint.md"]
    assert "Deel van: [Stil werk wacht](01-stil-werk-wacht.md)" in below
    assert "Wie belt, komt eerst." in below
    assert "- Volgt uit ‘Stil werk wacht’ (1): Wie weg is, is weg." in files["02-een-schrift.md"]
    index = files["index.md"]
    assert "   - 1.1 [Wie belt, wint](01.1-wie-belt-wint.md)" in index
    assert "](kaart.svg)" in index
    assert index.count("Kort gesprek.") == 2
    text = Page((tmp_path / "uit.html").read_text("utf-8")).text
    for part_of_page in ("Een besluit.", "Niet gevraagd.", "Kort gesprek.", "Wie weg is, is weg."):
        assert part_of_page in text
    assert "Geheim" not in "".join(files.values()) + text
    written(project, tmp_path, "limitations", "csv")
    for suffix in ("md", "html"):
        limits = written(project, tmp_path, "limitations", suffix)
        assert "Niet gevraagd." in limits
        assert "Geheim" not in limits


def test_spread_and_decisions_go_along_only_if_they_are_wanted(
    project: Project, tmp_path: Path
) -> None:
    theme(project)

    def exported(chosen: Chosen) -> tuple[dict[str, str], str]:
        project.exports.themes(tmp_path / "uit", "md", chosen, unchecked=WHY)
        project.exports.themes(tmp_path / "uit.html", "html", chosen, unchecked=WHY)
        return read(tmp_path / "uit"), (tmp_path / "uit.html").read_text("utf-8")

    files, page = exported(Chosen())
    assert set(files) == {"01-stil-werk-wacht.md", "index.md", "kaart.svg"}
    assert "<table>" not in page
    assert "kwam erbij" not in page
    files, page = exported(Chosen(spread=True, decisions=True))
    assert set(files) > {"spreiding.svg", "besluiten.md"}
    assert "| Politie I | ● |" in files["index.md"]
    assert "Het thema ‘Stil werk wacht’ kwam erbij." in files["besluiten.md"]
    assert page.count("<svg") == 2
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    files, page = exported(Chosen(spread=True, numbers=True))
    assert "| Politie I | ● 1 |" in files["index.md"]
    assert "besluiten.md" not in files
    assert set(exported(Chosen())[0]) == {"01-stil-werk-wacht.md", "index.md", "kaart.svg"}


def test_the_spread_is_a_picture_or_a_table_with_numbers_only_if_asked(
    project: Project, tmp_path: Path
) -> None:
    theme(project)
    project.exports.spread(tmp_path / "spread.csv", "csv")
    row = rows(tmp_path / "spread.csv")[0]
    assert (row["kind"], row["label"], row["1 Stil werk wacht"]) == (
        "geïnterviewde",
        "Politie I",
        "●",
    )
    project.exports.spread(tmp_path / "spread.csv", "csv", numbers=True)
    assert rows(tmp_path / "spread.csv")[0]["1 Stil werk wacht"] == "1"
    project.exports.spread(tmp_path / "een.svg")
    project.exports.spread(tmp_path / "twee.svg")
    svg = (tmp_path / "een.svg").read_text("utf-8")
    assert svg == (tmp_path / "twee.svg").read_text("utf-8")
    assert "1 Stil werk wacht: Politie I, Politie II." in svg
    project.exports.spread(tmp_path / "een.png", "png")
    assert (tmp_path / "een.png").read_bytes().startswith(b"\x89PNG")


def test_the_same_project_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    theme(project)
    for name in ("een", "twee"):
        project.exports.themes(tmp_path / name, unchecked=WHY)
        project.exports.themes(tmp_path / f"{name}.html", "html", unchecked=WHY)

    assert read(tmp_path / "een") == read(tmp_path / "twee")
    assert (tmp_path / "een.html").read_bytes() == (tmp_path / "twee.html").read_bytes()
    assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", "".join(read(tmp_path / "een").values()))


def test_a_damaged_quote_is_named_and_nothing_is_written(project: Project, tmp_path: Path) -> None:
    theme(project)
    (tmp_path / "oud.csv").write_text("oud")
    with closing(sqlite3.connect(project.folder / "project.db")) as database, database:
        database.execute(
            "UPDATE quote SET printed = 'We zijn met negen mensen.' WHERE printed IS NOT NULL"
        )

    exports: list[Callable[[], ExportReport]] = [
        lambda: project.exports.themes(tmp_path / "uit", unchecked=WHY),
        lambda: project.exports.themes(tmp_path / "uit.html", "html", unchecked=WHY),
        lambda: project.sheets.write(tmp_path / "oud.csv", "csv", unchecked=WHY),
    ]
    for export in exports:
        with pytest.raises(QuoteNotFaithfulError) as caught:
            export()
        assert "Politie I, P1:3" in caught.value.message
        assert "negen" in caught.value.message

    assert not (tmp_path / "uit").exists()
    assert not (tmp_path / "uit.html").exists()
    assert (tmp_path / "oud.csv").read_text() == "oud"


def test_a_text_that_was_tampered_with_is_noticed(project: Project, tmp_path: Path) -> None:
    theme(project)
    with closing(sqlite3.connect(project.folder / "project.db")) as database, database:
        database.execute("UPDATE text SET body = replace(body, 'vier mensen', 'tien mensen')")

    with pytest.raises(ProjectDamagedError):
        project.exports.themes(tmp_path / "uit", unchecked=WHY)

    assert not (tmp_path / "uit").exists()


def test_a_theme_with_nothing_yet_shows_its_gaps(project: Project, tmp_path: Path) -> None:
    project.themes.add("Nog leeg")
    project.exports.themes(tmp_path / "uit", unchecked=WHY)
    project.exports.themes(tmp_path / "uit.html", "html", unchecked=WHY)

    page = read(tmp_path / "uit")["01-nog-leeg.md"]
    html = Page((tmp_path / "uit.html").read_text("utf-8")).text
    for gap in (
        "[nog geen centraal idee]",
        "[nog geen verhaal]",
        "[nog geen bevindingen]",
        "[nog geen tegenspraak of nuance vastgelegd]",
        "[nog geen codes]",
        "Bij dit thema horen nog geen passages.",
    ):
        assert gap in page
        assert gap in html


def test_an_empty_project_exports_too(project: Project, tmp_path: Path) -> None:
    report = project.exports.themes(tmp_path / "uit", unchecked=WHY)

    assert report.items == 0
    assert "[nog geen thema’s]" in read(tmp_path / "uit")["index.md"]
    assert "[nog geen citaten gekozen]" in written(project, tmp_path, "quotes", "md")
    assert "[nog geen codes]" in written(project, tmp_path, "codebook", "md")


def test_quotes_without_a_claim_have_their_own_place(project: Project, tmp_path: Path) -> None:
    theme_id = theme(project)
    loose = code(project, "P1", "Werk dat niemand ziet, blijft liggen.", "te weinig")
    project.quotes.choose(theme_id, loose)
    project.exports.themes(tmp_path / "uit", unchecked=WHY)

    page = read(tmp_path / "uit")["01-stil-werk-wacht.md"]

    assert page.index("## Citaten die nog bij geen bevinding staan") < page.index("> “Werk dat")


def test_dropped_themes_are_left_out(project: Project, tmp_path: Path) -> None:
    theme(project)
    project.themes.add("Verworpen idee", status=ThemeStatus.DROPPED)
    project.exports.themes(tmp_path / "uit", unchecked=WHY)
    project.exports.themes(tmp_path / "uit.html", "html", unchecked=WHY)

    assert "Verworpen" not in "".join(read(tmp_path / "uit").values())
    assert "Verworpen" not in (tmp_path / "uit.html").read_text("utf-8")


def test_a_private_memo_never_leaves(project: Project, tmp_path: Path) -> None:
    theme_id = theme(project)
    about = Target(ObjectType.THEME, theme_id)
    story = project.memos.entries(MemoFilter(kind=MemoKind.NARRATIVE, about=about))[0].memo
    project.memos.edit(story.id, body="Mijn geheime twijfel.", shared=False)
    project.memos.add(about, "Ook geheime twijfel.", MemoKind.REFLEXIVE)
    project.exports.themes(tmp_path / "uit" / "themes", unchecked=WHY)
    project.exports.themes(tmp_path / "uit" / "themes.html", "html", unchecked=WHY)
    for name in ("quotes", "codebook", "history"):
        for suffix in ("csv", "md"):
            written(project, tmp_path, name, suffix)

    everything = [path for path in (tmp_path / "uit").rglob("*") if path.is_file()]
    assert len(everything) == 10
    assert not any("geheime" in path.read_text("utf-8") for path in everything)


def test_a_renamed_theme_leaves_no_old_page_and_other_files_stay(
    project: Project, tmp_path: Path
) -> None:
    theme(project)
    target = tmp_path / "uit"
    project.exports.themes(target, unchecked=WHY)
    (target / "02-eigen-aantekening.md").write_text("van een collega")
    (target / "01-eigen.txt").write_text("van een collega")
    item = project.themes.find("Stil werk wacht")
    project.themes.edit(replace(item, name="Wie stil is"))

    report = project.exports.themes(target, unchecked=WHY)

    assert [path.name for path in report.removed] == ["01-stil-werk-wacht.md"]
    assert list(read(target)) == [
        "01-eigen.txt",
        "01-wie-stil-is.md",
        "02-eigen-aantekening.md",
        "index.md",
        "kaart.svg",
    ]


def test_somebody_elses_index_is_not_written_over(project: Project, tmp_path: Path) -> None:
    theme(project)
    (tmp_path / "index.md").write_text("van een collega")

    with pytest.raises(InvalidInputError, match=r"index\.md"):
        project.exports.themes(tmp_path, unchecked=WHY)

    assert (tmp_path / "index.md").read_text() == "van een collega"
    assert not list(tmp_path.glob("01-*"))


def test_the_page_needs_no_network_and_runs_nothing(project: Project, tmp_path: Path) -> None:
    theme_id = theme(project)
    nasty = '<script>alert("x")</script><img src=x onerror=alert(1)>'
    item = project.themes.find(theme_id)
    project.themes.edit(replace(item, name=f"Stil {nasty}"))
    project.themes.narrate(theme_id, f"{nasty}\n{nasty}")
    project.describe(title=nasty, question=nasty)
    project.quotes.claim(theme_id, nasty)
    project.exports.themes(tmp_path / "uit.html", "html", unchecked=WHY)
    project.exports.themes(tmp_path / "uit", unchecked=WHY)

    text = (tmp_path / "uit.html").read_text("utf-8")
    page = Page(text)

    assert "script" not in page.tags
    assert "img" not in page.tags
    assert nasty in page.text
    assert all(link.startswith("#") for link in page.links)
    assert "http" not in text.replace("http-equiv", "")
    assert "url(" not in text
    assert "svg" in page.tags
    assert {"main", "nav", "article", "header", "footer", "blockquote"} <= set(page.tags)
    assert '<html lang="nl">' in text
    for name, markdown in read(tmp_path / "uit").items():
        if name.endswith(".md"):
            assert "<" not in markdown.removeprefix("<!-- qualkit: themes -->")


def test_the_page_says_what_the_files_say(project: Project, tmp_path: Path) -> None:
    theme(project)
    project.exports.themes(tmp_path / "uit.html", "html", unchecked=WHY)

    text = " ".join(Page((tmp_path / "uit.html").read_text("utf-8")).text.split())

    assert "“We zijn met [aantal] mensen en dat is te weinig.” (Politie I, P1:3)" in text
    assert "van beide geïnterviewden en uit geen enkel chatgesprek." in text


def test_themes_say_which_form_of_analysis_it_is_and_why(project: Project, tmp_path: Path) -> None:
    project.describe(profile=Profile.CODEBOOK, approach="Het team deelt één codeboek.")
    project.exports.themes(tmp_path / "themas", unchecked=WHY)
    project.exports.themes(tmp_path / "themas.html", "html", unchecked=WHY)
    said = (
        "De analyse is een thematische analyse met een codeboek (Braun &{} Clarke, 2022). "
        "Het team deelt één codeboek."
    )
    assert said.format("") in (tmp_path / "themas" / "index.md").read_text("utf-8")
    assert said.format("amp;") in (tmp_path / "themas.html").read_text("utf-8")


def test_the_codebook_of_a_reflexive_study_tells_no_counts(
    project: Project, tmp_path: Path
) -> None:
    project.codes.add("capaciteit > te weinig", "Minder mensen dan werk.", CodeLevel.SEMANTIC)
    code(project, "P1", "vier mensen", "capaciteit > te weinig")
    listing = written(project, tmp_path, "codebook", "md")
    assert "- **capaciteit:** [nog geen omschrijving]\n    - **te weinig:**" in listing
    assert "Minder mensen dan werk. (semantisch)\n" in listing


@pytest.mark.parametrize("form", ["md", "csv"])
def test_an_example_in_the_codebook_prints_as_its_passage_does(
    project: Project, tmp_path: Path, form: str
) -> None:
    project.describe(profile=Profile.CODEBOOK)
    made = project.codes.add("capaciteit").value
    project.codes.describe(made.id, CodeChange(example="Bel Ilvy Berends maar."))
    project.replacements.decide_everywhere("Ilvy Berends", IdentifierKind.NAME, "naam")

    listing = written(project, tmp_path, "codebook", form)

    assert "Ilvy" not in listing
    assert "naam" in listing
    assert project.codes.find("capaciteit").example == "Bel Ilvy Berends maar."


def test_the_codebook_is_a_tree_with_counts(project: Project, tmp_path: Path) -> None:
    project.describe(profile=Profile.CODEBOOK)
    project.codes.add("capaciteit > te weinig", "Minder mensen dan werk.", CodeLevel.SEMANTIC)
    code(project, "P1", "vier mensen", "capaciteit > te weinig")
    project.codes.retire(project.codes.add("los").value.id)
    child_id = project.codes.find("te weinig").id
    project.codes.describe(child_id, CodeChange(not_when="Alleen geld.", boundary="Eén vacature."))

    listing = written(project, tmp_path, "codebook", "md")
    project.exports.codebook(tmp_path / "codebook.csv", "csv")

    assert "- **capaciteit:** [nog geen omschrijving] (geen gecodeerde fragmenten)" in listing
    assert (
        "    - **te weinig:** Minder mensen dan werk. "
        "(semantisch; één gecodeerd fragment in één bron)" in listing
    )
    assert (
        "        - *Niet gebruiken:* Alleen geld.\n        - *Grensgeval:* Eén vacature.\n"
        in listing
    )
    assert "niet meer in gebruik" in listing
    child = rows(tmp_path / "codebook.csv")[1]
    assert (child["path"], child["depth"], child["codings"]) == ("capaciteit > te weinig", "1", "1")
    assert (child["use_when"], child["not_when"]) == ("", "Alleen geld.")


def test_the_history_tells_what_was_done_and_what_was_undone(
    project: Project, tmp_path: Path
) -> None:
    project.codes.add("capaciteit | bezetting", why="kwam in\ndrie gesprekken terug")
    project.history.undo()
    project.exports.history(tmp_path / "history.csv")

    imported, made, undo = rows(tmp_path / "history.csv")

    assert [row["kind"] for row in (imported, made, undo)] == ["source.import", "code.add", "undo"]
    assert made["undone"] == "yes"
    assert made["why"] == "kwam in\ndrie gesprekken terug"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made["at"])
    step = Target(ObjectType.STEP, project.history.find(2).id)
    project.memos.add(step, "Achteraf: *te* breed.")
    project.memos.add(step, "Voor mij alleen.", MemoKind.REFLEXIVE)
    story = written(project, tmp_path, "history", "md")
    assert "Made the code 'capaciteit \\| bezetting' (later ongedaan gemaakt)" in story
    assert "  *Waarom:* kwam in drie gesprekken terug" in story
    assert "door onderzoeker:* Achteraf: \\*te\\* breed." in story
    assert "Ongedaan gemaakt: Made the code" in story
    assert "Voor mij alleen" not in story
    assert story.count("\n## ") == 1, "all of it was done on one day"


def test_steps_that_say_the_same_are_told_once(project: Project, tmp_path: Path) -> None:
    project.codes.add("te weinig")
    for words in ("We zijn met vier mensen", "vier"):
        code(project, "P1", words, "te weinig")
    story = written(project, tmp_path, "history", "md")
    assert "Coded a passage with 'te weinig' (stap 3 tot en met 4)" in story
    today = project.history.entries()[0].operation.at.astimezone().date()
    later = StepFilter(period=Period(since=today + timedelta(days=1)))
    report = project.exports.history(tmp_path / "leeg.md", "md", later)
    assert report.items == 0
    assert "[geen stappen in deze periode]" in (tmp_path / "leeg.md").read_text("utf-8")


def test_shared_memos_are_exported_whole_and_private_ones_never(
    project: Project, tmp_path: Path
) -> None:
    whole = Target(ObjectType.PROJECT, project.info.id)
    made = project.codes.add("te weinig").value
    project.memos.add(whole, "Zie [[te weinig]] en P1:3.\n\n=1+1", MemoKind.DOUBT)
    about = Target(ObjectType.CODE, made.id)
    project.memos.add(about, "Naar loon is niet gevraagd.", MemoKind.LIMITATION)
    project.memos.add(whole, "Wat doet dit met mij?", MemoKind.REFLEXIVE)
    text = written(project, tmp_path, "memos", "md")
    assert "Soorten in dit bestand: beperkingen, twijfel. Memo’s die privé zijn" in text
    assert text.index("Naar loon is niet gevraagd.") < text.index("Zie ")
    assert "### Code ‘te weinig’" in text
    assert "*Verwijst naar:* Code ‘te weinig’, P1:3" in text.replace("\\", "")
    assert "Wat doet dit" not in text
    (limit,) = [row for row in rows_of(project, tmp_path) if row["kind"] == "Beperkingen"]
    assert (limit["about"], limit["author"]) == ("Code ‘te weinig’", "onderzoeker")
    project.exports.memos(tmp_path / "b.md", "md", [MemoKind.LIMITATION])
    assert "Zie " not in (tmp_path / "b.md").read_text("utf-8")


def test_limitations_are_gathered_under_the_themes(project: Project, tmp_path: Path) -> None:
    project.exports.themes(tmp_path / "uit", unchecked=WHY)
    assert "Beperkingen" not in read(tmp_path / "uit")["index.md"]
    made = project.codes.add("loon").value
    about = Target(ObjectType.CODE, made.id)
    project.memos.add(about, "Hier is niet naar gevraagd.", MemoKind.LIMITATION)
    project.memos.add(about, "Twijfel ik aan.", MemoKind.LIMITATION, shared=False)
    project.exports.themes(tmp_path / "uit", unchecked=WHY)
    index = read(tmp_path / "uit")["index.md"]
    assert "## Beperkingen\n\n- **Code ‘loon’.** Hier is niet naar gevraagd.\n" in index
    assert "Twijfel" not in index
    project.exports.themes(tmp_path / "t.html", "html", unchecked=WHY)
    page = (tmp_path / "t.html").read_text("utf-8")
    assert "<b>Code ‘loon’.</b> Hier is niet naar gevraagd." in page


def rows_of(project: Project, folder: Path) -> list[dict[str, str]]:
    project.exports.memos(folder / "memos.csv", "csv")
    return rows(folder / "memos.csv")


def test_an_english_study_is_exported_in_english(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(FIRST, "utf-8")
    info = new_info("Waiting", "What is in the way?", "en")
    with Project.create(tmp_path / "p", info, Settings("me"), Origin.CLI) as project:
        project.imports.run([tmp_path / "1.txt"])
        made = project.themes.add("Quiet work waits").value
        passage = code(project, "P1", "We zijn met vier mensen", "few")
        project.theme_contents.put_passage(made.id, passage)
        project.exports.themes(tmp_path / "out", unchecked=WHY)

    page = read(tmp_path / "out")["01-quiet-work-waits.md"]
    assert "**Central idea.** [no central idea yet]" in page
    assert "Passages of this theme come from the only interviewee." in page


@pytest.mark.parametrize("name", ["themes", "codebook", "history", "memos"])
def test_an_unknown_format_is_refused_with_those_there_are(
    project: Project, tmp_path: Path, name: str
) -> None:
    with pytest.raises(InvalidInputError, match="pdf") as caught:
        getattr(project.exports, name)(tmp_path / "uit", "pdf")

    assert "md" in caught.value.hint
    assert not (tmp_path / "uit").exists()


def written(project: Project, folder: Path, name: str, suffix: str) -> str:
    """Export something to one file and read it."""
    target = folder / "uit" / f"{name}.{suffix}"
    exports = {
        "codebook": project.exports.codebook,
        "history": project.exports.history,
        "memos": project.exports.memos,
        "limitations": project.exports.limitations,
    }
    if name == "quotes":
        project.sheets.write(target, suffix, unchecked=WHY)
    else:
        exports[name](target, suffix)
    return target.read_text("utf-8")
