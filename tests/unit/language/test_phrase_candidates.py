"""A study that has been read: forms of one phrase together, each exactly where it stands."""

import pytest
import spacy

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage
from qualkit.language import study
from qualkit.language.candidates import Candidate, Mention, best_form, opens_sentence
from qualkit.language.mentions import Shape
from qualkit.language.study import BATCH, Study, read_study

NL = spacy.blank("nl")


def passage(text: str, source: str = "a", start: int = 0, speaker: str = "") -> Passage:
    return Passage(source, Span(start, start + len(text)), text, speaker)


def read(*passages: Passage) -> Study:
    return read_study(NL, passages, "nl")


def places(found: Study, lemma: str) -> list[tuple[str, Span, str]]:
    """Give where a phrase stands, with the words there."""
    mentions = found.mentions
    listed = []
    for row in range(len(mentions)):
        words = " ".join(found.lexicon.bases[n] for n in mentions.words[row].tolist() if n)
        if words == lemma:
            within = found.passages[int(mentions.passage[row])]
            start, end = int(mentions.start[row]), int(mentions.end[row])
            place = Span(within.span.start + start, within.span.start + end)
            listed.append((within.source_id, place, within.text[start:end]))
    return listed


def test_forms_are_grouped_by_lemma() -> None:
    found = read(passage("De agenten en een agent."), passage("Agenten!", source="b"))
    assert [text for _, _, text in places(found, "agent")] == ["agenten", "agent", "Agenten"]


def test_places_are_in_the_version() -> None:
    found = read(passage("De wachttijd is lang.", start=100))
    assert places(found, "wachttijd") == [("a", Span(103, 112), "wachttijd")]


def test_a_passage_given_twice_counts_once() -> None:
    twice = passage("De wachttijd.")
    assert len(places(read(twice, twice), "wachttijd")) == 1


def test_overlapping_passages_count_a_place_once() -> None:
    found = read(passage("De wachttijd en de balie."), passage("wachttijd en de balie.", start=3))
    assert len(places(found, "wachttijd")) == len(places(found, "balie")) == 1


def test_words_are_counted_for_the_whole_study() -> None:
    found = read(passage("De balie, de balie."), passage("Een balie.", source="b"))
    assert found.words == 6
    assert found.counts[found.lexicon.number_of("balie")] == 3


def test_a_whole_document_is_read_line_by_line() -> None:
    line = "De meldkamer heeft te weinig mensen.\n"
    text = line * 300
    found = places(read(passage(text, start=7)), "meldkamer")
    assert len(found) == 300
    assert all(words == "meldkamer" for _, _, words in found)


@pytest.mark.parametrize("size", [1, 40, 1_000_000])
def test_how_many_words_are_taken_at_once_makes_no_difference(
    size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ("De meldkamer heeft een wachtlijst.", "De wachtlijst groeit!", "Hoge werkdruk.")
    passages = [passage(text, source=f"{n}") for n, text in enumerate(lines * 9)]
    usual = read(*passages)
    monkeypatch.setattr(study, "_CHUNK", size)
    monkeypatch.setattr(study, "BATCH", max(1, size % 7))
    other = read(*passages)
    for lemma in ("meldkamer", "wachtlijst", "hoog werkdruk"):
        assert places(other, lemma) == places(usual, lemma) != []


def test_progress_goes_up_to_the_number_of_passages() -> None:
    passages = [passage("De balie.", source=f"{n:03}") for n in range(BATCH * 2 + 5)]
    seen: list[int] = []
    read_study(NL, passages, "nl", seen.append)
    assert seen == sorted(set(seen))
    assert seen[-1] == len(passages)
    assert len(seen) == 3


def test_nothing_is_found_in_nothing() -> None:
    seen: list[int] = []
    assert len(read_study(NL, [], "nl", seen.append).mentions) == 0
    assert seen == [0]
    assert len(read(passage(" ")).mentions) == 0


def test_runs_of_signs_do_no_harm() -> None:
    text = "(" * 4_000 + "wachttijd" + '."' * 20_000 + " De balie sluit. " + "x" * 100_000
    found = read(passage(text))
    assert [text for _, _, text in places(found, "balie")] == ["balie"]
    assert len(found.mentions) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Er is een capaciteitstekort.", "Er is een tekort aan capaciteit."),
        ("De OSINT-rechercheur kijkt.", "De OSINT-rechercheurs kijken."),
        ("Hij mailt met e-mail.", "De email komt niet aan."),
        ("Er is een wachttijd.", "De wacht-tijd is lang."),
    ],
)
def test_spellings_of_one_idea_are_counted_together(one: str, other: str) -> None:
    found = read(passage(one, "a"), passage(other, "b"))
    keys = {
        int(key)
        for key, number in zip(found.mentions.key, found.mentions.passage, strict=True)
        if found.passages[int(number)].source_id == "a"
    }
    shared = [key for key in keys if (found.mentions.key == key).sum() == 2]
    assert len(shared) == 1


def _mention(surface: str, opens: bool = False, is_variant: bool = False) -> Mention:
    return Mention("a", Span(0, 5), surface, "", opens_sentence=opens, is_variant=is_variant)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        ([_mention("Wachttijd", opens=True)], "wachttijd"),
        ([_mention("Wachttijden", True), _mention("Wachttijden", True), _mention("wachttijd")],
         "wachttijden"),
        ([_mention("DigiD", opens=True)], "DigiD"),
        ([_mention("Amersfoort", opens=True)], "Amersfoort"),
        ([_mention("Gegevensuitwisseling", opens=True)], "gegevensuitwisseling"),
        ([_mention("Bureau Noord")], "Bureau Noord"),
        ([_mention("balie"), _mention("balies")], "balie"),
        ([_mention("e-mail"), _mention("email", is_variant=True)] * 2, "e-mail"),
    ],
)  # fmt: skip
def test_a_phrase_is_written_as_it_mostly_is(mentions: list[Mention], expected: str) -> None:
    assert best_form(Candidate("x", tuple(mentions), 1.0, 1.0), "nl") == expected


def test_a_verb_is_shown_by_its_name_where_that_is_in_the_text() -> None:
    mentions = tuple(map(_mention, ("deed aangifte", "deed aangifte", "aangifte doen")))
    shown = Candidate("aangifte doen", mentions, 1.0, 1.0, shape=Shape.ACTION)
    assert best_form(shown, "nl") == "aangifte doen"


def test_the_first_word_of_a_sentence_is_known() -> None:
    text = 'Ja. "Nee, de balie\nLoket: Wijk'
    words = ("Ja", "Nee", "de", "balie", "Loket", "Wijk")
    starts = [word for word in words if opens_sentence(text, text.index(word))]
    assert starts == ["Ja", "Nee", "Loket", "Wijk"]
