"""A study that has been read: forms of one phrase together, each exactly where it stands."""

from collections import Counter

import pytest
import spacy

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Occurrence, Passage
from qualkit.language import reading
from qualkit.language.candidates import Candidate, Written, best_form, opens_sentence
from qualkit.language.mentions import Shape
from qualkit.language.reading import BATCH, Reader
from qualkit.language.study import Study, read_study

NL = spacy.blank("nl")


def passage(text: str, source: str = "a", start: int = 0, speaker: str = "") -> Passage:
    return Passage(source, Span(start, start + len(text)), text, speaker)


def read(*passages: Passage) -> Study:
    return read_study(NL, passages, "nl")


def places(found: Study, lemma: str) -> list[tuple[str, Span, str]]:
    """Give where a phrase stands, with the words there."""
    counted = found.tally(found.places)
    return [
        (place.source_id, place.span, words_at(found, place))
        for row, key in enumerate(counted.key.tolist())
        if found.scale.lemmas.spelled(counted.lemmas[row]) == lemma
        for place in found.occurrences(found.places, [key])
    ]


def words_at(found: Study, place: Occurrence) -> str:
    for within in found.passages:
        if within.source_id == place.source_id and within.span.start <= place.span.start:
            start = within.span.start
            return within.text[place.span.start - start : place.span.end - start]
    raise AssertionError("no passage has it")


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
    assert found.found.words.sum() == 6
    assert found.scale.lemmas.said[found.scale.lemmas.words.index("balie")] == 3


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
    monkeypatch.setattr(reading, "_CHUNK", size)
    monkeypatch.setattr(reading, "BATCH", max(1, size % 7))
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
    assert len(read_study(NL, [], "nl", seen.append).places.row) == 0
    assert seen == [0]
    assert len(read(passage(" ")).places.row) == 0


def test_runs_of_signs_do_no_harm() -> None:
    text = "(" * 4_000 + "wachttijd" + '."' * 20_000 + " De balie sluit. " + "x" * 100_000
    found = read(passage(text))
    assert [text for _, _, text in places(found, "balie")] == ["balie"]
    assert len(found.places.row) == 1


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
    counted = found.tally(found.places)
    both = [
        key
        for key in counted.key.tolist()
        if {place.source_id for place in found.occurrences(found.places, [key])} == {"a", "b"}
    ]
    assert len(both) == 1
    assert counted.times[counted.key.tolist().index(both[0])] == 2


TEXTS = ("De meldkamer heeft een wachtlijst.", "", "Hoge werkdruk, zei Bureau Noord: “lang”.")


def test_what_was_read_before_makes_no_difference() -> None:
    used = Reader(NL, "nl")
    used.read(["De balie en het loket.", "Een wachtlijst en hoge werkdruk in de wijk."])
    for one, other in ((used.read(TEXTS), Reader(NL, "nl").read(TEXTS)),):
        assert one.phrase_keys.tolist() == other.phrase_keys.tolist()
        assert [one.surfaces[n] for n in one.surface] == [other.surfaces[n] for n in other.surface]
        assert sorted(one.lemmas) == sorted(other.lemmas)
        assert (one.start.tolist(), one.outer.tolist()) == (
            other.start.tolist(),
            other.outer.tolist(),
        )


def written(surface: str, opens: bool = False, is_variant: bool = False) -> Written:
    return Written(surface, opens, is_variant)


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ([written("Wachttijd", opens=True)], "wachttijd"),
        ([written("Wachttijden", True), written("Wachttijden", True), written("wachttijd")],
         "wachttijden"),
        ([written("DigiD", opens=True)], "DigiD"),
        ([written("Amersfoort", opens=True)], "Amersfoort"),
        ([written("Gegevensuitwisseling", opens=True)], "gegevensuitwisseling"),
        ([written("Bureau Noord")], "Bureau Noord"),
        ([written("balie"), written("balies")], "balie"),
        ([written("e-mail"), written("email", is_variant=True)] * 2, "e-mail"),
    ],
)  # fmt: skip
def test_a_phrase_is_written_as_it_mostly_is(ways: list[Written], expected: str) -> None:
    assert best_form(Candidate("x", Counter(ways), 1.0, 1.0), "nl") == expected


def test_a_verb_is_shown_by_its_name_where_that_is_in_the_text() -> None:
    ways = Counter(map(written, ("deed aangifte", "deed aangifte", "aangifte doen")))
    shown = Candidate("aangifte doen", ways, 1.0, 1.0, shape=Shape.ACTION)
    assert best_form(shown, "nl") == "aangifte doen"


def test_the_first_word_of_a_sentence_is_known() -> None:
    text = 'Ja. "Nee, de balie\nLoket: Wijk'
    words = ("Ja", "Nee", "de", "balie", "Loket", "Wijk")
    starts = [word for word in words if opens_sentence(text, text.index(word))]
    assert starts == ["Ja", "Nee", "Loket", "Wijk"]
