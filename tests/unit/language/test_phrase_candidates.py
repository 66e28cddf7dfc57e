"""Candidates: forms of one phrase together, each exactly where it stands."""

import spacy

from qualkit.domain.spans import Span
from qualkit.domain.suggestions import Passage
from qualkit.language.candidates import BATCH, Candidate, find_candidates

NL = spacy.blank("nl")


def passage(text: str, source: str = "a", start: int = 0, speaker: str = "") -> Passage:
    return Passage(source, Span(start, start + len(text)), text, speaker)


def by_lemma(*passages: Passage) -> dict[str, Candidate]:
    return {found.lemma: found for found in find_candidates(NL, passages, "nl")}


def test_forms_are_grouped_by_lemma() -> None:
    found = by_lemma(passage("De agenten en een agent."), passage("Agenten!", source="b"))
    assert [m.surface for m in found["agent"].mentions] == ["agenten", "agent", "Agenten"]
    assert [m.opens_sentence for m in found["agent"].mentions] == [False, False, True]


def test_places_are_in_the_version() -> None:
    found = by_lemma(passage("De wachttijd is lang.", start=100))
    assert [m.span for m in found["wachttijd"].mentions] == [Span(103, 112)]


def test_a_word_within_a_phrase_knows_the_phrase() -> None:
    found = by_lemma(passage("Er is veel hoge werkdruk en veel werkdruk."))
    assert [m.within for m in found["werkdruk"].mentions] == ["hoog werkdruk", ""]
    assert [m.within for m in found["hoog werkdruk"].mentions] == [""]


def test_a_passage_given_twice_counts_once() -> None:
    twice = passage("De wachttijd.")
    assert len(by_lemma(twice, twice)["wachttijd"].mentions) == 1


def test_a_whole_document_is_read_line_by_line() -> None:
    line = "De meldkamer heeft te weinig mensen.\n"
    text = line * 300
    mentions = by_lemma(passage(text, start=7))["meldkamer"].mentions
    assert len(mentions) == 300
    assert all(text[m.span.start - 7 : m.span.end - 7] == "meldkamer" for m in mentions)


def test_progress_goes_up_to_the_number_of_passages() -> None:
    passages = [passage("De balie.", source=f"{n:03}") for n in range(BATCH * 2 + 5)]
    seen: list[int] = []
    find_candidates(NL, passages, "nl", seen.append)
    assert seen == sorted(set(seen))
    assert seen[-1] == len(passages)
    assert len(seen) == 3


def test_nothing_is_found_in_nothing() -> None:
    seen: list[int] = []
    assert find_candidates(NL, [], "nl", seen.append) == ()
    assert seen == [0]


def test_runs_of_signs_do_no_harm() -> None:
    text = "(" * 4_000 + "wachttijd" + '."' * 20_000 + " De balie sluit. " + "x" * 100_000
    assert set(by_lemma(passage(text))) == {"balie"}
