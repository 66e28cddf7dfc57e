"""The mosaic check: what is printed under one label is looked at together before it leaves."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qualkit.domain.mosaic import MosaicVerdict, PrintedSort
from qualkit.domain.quotability import Attribution
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import ThemeStatus
from qualkit.domain.vignettes import MadeOf
from qualkit.errors import InvalidInputError, MosaicNotSeenError, NotFoundError
from qualkit.services.project import Project

BRING_IN = Callable[..., SourceText]


def interview(bring_in: BRING_IN, label: str, words: str) -> SourceText:
    header = f"---\nsoort: interview\ntitel: {label}\nlabel: {label}\n---\n"
    return bring_in(f"{header}\nR: {words}\n", f"{label}.txt")


def choose(project: Project, theme_id: str, text: SourceText, words: str) -> None:
    start = text.text.index(words)
    span = Span(start, start + len(words))
    (coding,) = project.codings.add_new(text.version.id, span, "bezetting").value
    project.quotes.choose(theme_id, coding.id)


@pytest.fixture
def theme(project: Project, bring_in: BRING_IN) -> str:
    made = project.themes.add("Wie belt gaat voor").value.id
    for label, words in (
        ("Politie I", "Wie belt, gaat voor. Het digitale werk blijft liggen."),
        ("Politie II", "Wij zijn met vier mensen. Een collega heeft verlof."),
    ):
        text = interview(bring_in, label, words)
        for sentence in words.split(". "):
            choose(project, made, text, sentence.rstrip("."))
    return made


def waiting(project: Project) -> list[str]:
    return [each.label for each in project.mosaic.waiting()]


def test_all_that_is_printed_under_a_label_stands_together(project: Project, theme: str) -> None:
    one, two = project.mosaic.labels()
    assert (one.label, two.label) == ("Politie I", "Politie II")
    assert [piece.words for piece in two.pieces] == [
        "Wij zijn met vier mensen",
        "Een collega heeft verlof",
    ]
    assert {piece.theme for piece in two.pieces} == {"1 Wie belt gaat voor"}
    assert two.pieces[0].reference == "P2:1"
    assert one.group_size == two.group_size == 2


def test_an_export_waits_for_a_look_and_asks_again_when_the_quotes_change(
    project: Project, theme: str, tmp_path: Path
) -> None:
    with pytest.raises(MosaicNotSeenError, match="under 2 labels together"):
        project.exports.themes(tmp_path / "uit")
    assert not (tmp_path / "uit").exists()
    project.mosaic.look(["Politie I"], MosaicVerdict.SEEN)
    project.mosaic.look(["politie ii"], MosaicVerdict.LEFT, "De eenheid is groot genoeg.")
    project.exports.themes(tmp_path / "uit")
    quote = project.quotes.of_theme(theme)[0].quote
    project.quotes.drop(quote.id)
    assert waiting(project) == ["Politie I"]
    project.history.undo()
    assert waiting(project) == []


def test_a_reason_lets_an_export_go_on_and_is_kept(
    project: Project, theme: str, tmp_path: Path
) -> None:
    project.exports.themes(tmp_path / "uit.html", "html", unchecked="Voor eigen gebruik.")
    assert (tmp_path / "uit.html").exists()
    step = project.history.entries()[-1].operation
    assert (step.kind, step.why) == ("mosaic.not_looked", "Voor eigen gebruik.")
    # Once for the same quotes is enough, but they are not told to have been seen.
    project.exports.themes(tmp_path / "uit")
    looks = {each.look.verdict for each in project.mosaic.labels() if each.look}
    assert looks == {MosaicVerdict.NOT_LOOKED}


@pytest.mark.parametrize("verdict", [MosaicVerdict.LEFT, MosaicVerdict.NOT_LOOKED])
def test_what_is_not_simply_seen_needs_a_reason(
    project: Project, theme: str, verdict: MosaicVerdict
) -> None:
    with pytest.raises(InvalidInputError, match="needs a reason"):
        project.mosaic.look(["Politie I"], verdict, " ")
    with pytest.raises(NotFoundError, match="Nothing is printed under"):
        project.mosaic.look(["Politie IX"], verdict, "Om.")
    assert len(waiting(project)) == 2


def test_a_quote_without_its_label_is_looked_at_apart(project: Project, theme: str) -> None:
    project.mosaic.look_all(MosaicVerdict.SEEN)
    quote = project.mosaic.of("Politie II").pieces[0]
    bare = replace(project.quotes.get(quote.id), attribution=Attribution.NONE)
    project.quotes.edit(bare, "Samen maken ze de eenheid herkenbaar.")
    assert waiting(project) == ["Politie II", ""]
    assert [piece.words for piece in project.mosaic.of("").pieces] == [quote.words]


def test_a_dropped_theme_prints_nothing(project: Project, theme: str) -> None:
    project.themes.edit(replace(project.themes.view(theme).theme, status=ThemeStatus.DROPPED))
    assert project.mosaic.labels() == ()


def test_a_new_pattern_is_looked_at_anew_and_another_number_is_not(
    project: Project, theme: str
) -> None:
    project.mosaic.look_all(MosaicVerdict.SEEN)
    first, second = (project.cases.find(label) for label in ("Politie I", "Politie II"))
    project.labels.swap(first.id, second.id)
    assert waiting(project) == []
    project.labels.relabel("Politie {I}", "Politie Dorpsstad {I}")
    assert waiting(project) == ["Politie Dorpsstad I", "Politie Dorpsstad II"]


def test_a_vignette_stands_under_everybody_it_tells_of(
    project: Project, theme: str, bring_in: BRING_IN
) -> None:
    codings = []
    for label, words in (("Gesprek 1", "ik wacht al drie weken"), ("Gesprek 2", "niemand belt")):
        text = interview(bring_in, label, words)
        start = text.text.index(words)
        span = Span(start, start + len(words))
        codings += [each.id for each in project.codings.add_new(text.version.id, span, "x").value]
    made = project.vignettes.add(theme, "Wachten", "Er kwam niets.", MadeOf.COMPOSITE, codings)
    for label in ("Gesprek 1", "Gesprek 2"):
        (piece,) = project.mosaic.of(label).pieces
        assert (piece.sort, piece.words) == (PrintedSort.VIGNETTE, "Wachten\nEr kwam niets.")
    project.mosaic.look_all(MosaicVerdict.SEEN)
    project.vignettes.edit(made.value.id, text="Er kwam niets, drie weken lang.")
    assert waiting(project) == ["Gesprek 1", "Gesprek 2"]


def test_what_is_replaced_is_not_shown_and_changes_what_was_seen(
    project: Project, theme: str
) -> None:
    project.mosaic.look_all(MosaicVerdict.SEEN)
    project.replacements.decide_everywhere("collega", IdentifierKind.ROLE, "[functie]")
    assert waiting(project) == ["Politie II"]
    assert "Een [functie] heeft verlof" in [p.words for p in project.mosaic.of("Politie II").pieces]
