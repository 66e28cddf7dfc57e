"""Suggestions from beginning to end, in the last-resort tier and with a tagger."""

import json
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage
from qualkit.errors import PipelineMissingError
from qualkit.language import pipeline, reading
from qualkit.language.suggest import read, suggest

POLICE = """Ja, kijk, wij draaien hier met te weinig mensen. Het capaciteitstekort zie je vooral in
de nachtdienst, dan rijdt er één auto voor de hele gemeente. De tweede verklaring komt dan pas na
drie weken. Dat geeft hoge werkdruk en eigenlijk ook een slecht gevoel, zeg maar.
Wat ook speelt is de wachttijd bij de meldkamer. We hebben wel een rooster, maar door ziekteverzuim
klopt dat nooit. Ik denk dat het capaciteitstekort gewoon te laat is erkend."""
SKILLS = """Nou, digitale vaardigheden is bij ons het grote woord. Een account aanmaken lukt
ze niet zonder hulp, dat merk je. Er is een wachtlijst van acht weken. Digitale vaardigheden leer
je niet in één middag. De wachtlijst groeit. Formulieren zijn in ambtelijke taal geschreven."""
SCHOOL = """De wachttijd is nu bijna een jaar. Ouders bellen de hulplijn en worden teruggestuurd.
Een warme overdracht is er niet. De administratieve last is enorm. Ze vertelde dat ze meer tijd
kwijt is aan formulieren dan aan kinderen. Die administratieve last moet echt anders."""
TEXTS = {"politie": POLICE, "cursus": SKILLS, "school": SCHOOL}


@pytest.fixture(autouse=True, scope="module")
def _nothing_shipped() -> Iterator[None]:
    """Look at the last resort, whether or not a pipeline comes with qualkit."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "SHIPPED", Path("nowhere"))
        yield


def passages() -> list[Passage]:
    """Give each line as a passage, where it stands in its text."""
    made: list[Passage] = []
    for source, text in TEXTS.items():
        lines = text.splitlines(keepends=True)
        starts = accumulate((len(line) for line in lines), initial=0)
        for start, line in zip(starts, lines, strict=False):
            made.append(Passage(source, Span(start, start + len(line)), line, f"R-{source}"))
    return made


@pytest.fixture
def untagged(tmp_path: Path) -> str:
    """Give a pipeline without a tagger, whatever is shipped or installed."""
    spacy.blank("nl").to_disk(tmp_path / "kaal")
    return str(tmp_path / "kaal")


def test_without_a_tagger_the_top_ten_is_what_a_researcher_would_note(untagged: str) -> None:
    found = suggest(passages(), pipeline=untagged)
    phrases = [suggestion.phrase for suggestion in found.suggestions]
    assert len(phrases) == 10
    assert phrases[0] == "capaciteitstekort"
    assert {"wachttijd", "wachtlijst", "digitale vaardigheden", "administratieve last"} <= {
        *phrases
    }
    unwanted = {"tweede verklaring komt", "zeg maar", "gevoel", "weken", "mensen", "eigenlijk"}
    assert not unwanted & {*phrases}


def test_the_list_of_the_best_pipeline_has_no_filler_or_reporting() -> None:
    phrases = {suggestion.phrase for suggestion in suggest(passages(), top=60).suggestions}
    assert {"capaciteitstekort", "administratieve last"} <= phrases
    unwanted = ("zeg maar", "eigenlijk", "gewoon", "weken", "mensen", "denk", "vertelde", "merk")
    assert not [one for one in phrases if one.lower() in unwanted]


def test_a_batch_of_another_size_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = suggest(passages(), top=40)
    monkeypatch.setattr(reading, "BATCH", 3)
    monkeypatch.setattr(reading, "_CHUNK", 20)
    assert suggest(passages(), top=40) == usual


def test_each_passage_has_its_own_list() -> None:
    reader = read(passages())
    for passage in passages():
        for one in reader.at(passage.source_id, passage.span, top=5).suggestions:
            assert one.occurrences
            assert all(passage.span.start <= o.span.start for o in one.occurrences)
            assert all(o.span.end <= passage.span.end for o in one.occurrences)


def test_every_occurrence_is_a_form_of_the_phrase() -> None:
    for suggestion in suggest(passages(), top=100).suggestions:
        forms = {TEXTS[o.source_id][o.span.start : o.span.end] for o in suggestion.occurrences}
        assert suggestion.phrase in forms | {form[:1].lower() + form[1:] for form in forms}
        assert all(form == form.strip() != "" for form in forms)
        assert suggestion.occurrences == tuple(
            sorted(suggestion.occurrences, key=lambda o: (o.source_id, o.span))
        )


@settings(max_examples=20)
@given(st.permutations(passages()))
def test_the_order_of_the_passages_makes_no_difference(shuffled: list[Passage]) -> None:
    assert suggest(shuffled, top=25) == suggest(passages(), top=25)


@given(st.text(max_size=60), st.integers(0, 1000))
def test_any_text_can_be_given(text: str, start: int) -> None:
    if not text:
        return
    passage = Passage("a", Span(start, start + len(text)), text)
    for suggestion in suggest([passage], top=50).suggestions:
        for place in suggestion.occurrences:
            words = text[place.span.start - start : place.span.end - start]
            assert words == words.strip() != ""
            assert suggestion.phrase.lower() == words.lower() or len(suggestion.occurrences) > 1


@pytest.mark.parametrize("language", ["en", "de", "qq"])
def test_other_languages_get_suggestions_too(language: str) -> None:
    text = "Waiting list again: the waiting list at Bureau Noord is the problem."
    found = suggest([Passage("a", Span(0, len(text)), text)], language=language)
    assert found.suggestions
    if language == "en":
        reasons = {one.phrase: one.reason for one in found.suggestions}
        assert reasons["waiting list"].startswith("2 times")


def test_nothing_comes_from_nothing() -> None:
    assert suggest([]).suggestions == ()
    assert suggest(passages(), top=0).suggestions == ()


def test_a_pipeline_that_is_not_there_is_refused() -> None:
    with pytest.raises(PipelineMissingError):
        suggest(passages(), pipeline="nl_core_news_none")


TAGS = {"losse": ("ADJ", "los"), "inhuur": ("NOUN", "inhuur"), "helpt": ("VERB", "helpen")}


@Language.component("tagged_by_hand")
def tagged_by_hand(doc: Doc) -> Doc:
    """Tag the few words the test below uses."""
    for token in doc:
        token.pos_, token.lemma_ = TAGS.get(token.lower_, ("X", token.lower_))
    return doc


def test_a_named_pipeline_with_tags_is_used(tmp_path: Path) -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("tagged_by_hand", name="tagger")
    nlp.to_disk(tmp_path / "eigen")
    version = json.loads((tmp_path / "eigen" / "meta.json").read_text(encoding="utf-8"))["version"]
    text = "Losse inhuur helpt, de losse inhuur."
    found = suggest([Passage("a", Span(0, len(text)), text)], pipeline=str(tmp_path / "eigen"))
    assert (found.pipeline.tier, found.pipeline.version) == ("named", version)
    assert [(s.phrase, len(s.occurrences)) for s in found.suggestions] == [("losse inhuur", 2)]
