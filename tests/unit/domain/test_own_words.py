"""Help with writing in one's own words: what is taken over, and what is too exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualkit.domain.own_words import LEAST, taken_over
from qualkit.domain.vaguer_words import vaguer_words

PASSAGE = "Ik wacht al drie weken op een antwoord, en niemand belt terug."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Al drie weken wacht iemand op antwoord.", []),
        ("Ze zegt: ik wacht\nal drie WEKEN op bericht.", ["ik wacht\nal drie WEKEN op"]),
        ("Op een antwoord en niemand belt.", ["Op een antwoord en niemand belt"]),
        ("Op een antwoord, en nooit belt niemand terug.", []),
        ("", []),
    ],
)
def test_five_words_in_a_row_are_the_passage_itself(text: str, found: list[str]) -> None:
    spans = taken_over(text, [PASSAGE])
    assert [text[span.start : span.end] for span in spans] == found


WORDS = st.lists(st.sampled_from(["aa", "bb", "cc", "dd"]), max_size=14)


@given(WORDS, WORDS, WORDS)
def test_what_is_told_stands_in_a_passage_and_nothing_that_does_is_missed(
    said: list[str], one: list[str], other: list[str]
) -> None:
    text = " ".join(said)
    spans = taken_over(text, [" ".join(one), " ".join(other)])
    covered = {place for span in spans for place in range(span.start, span.end)}
    for first in range(len(said) - LEAST + 1):
        run = said[first : first + LEAST]
        start = len(" ".join(said[:first])) + (first > 0)
        stands = any(
            words[place : place + LEAST] == run for words in (one, other) for place in range(10)
        )
        if stands:
            assert covered >= set(range(start, start + len(" ".join(run))))
    for span in spans:
        assert len(text[span.start : span.end].split()) >= LEAST


@pytest.mark.parametrize(
    ("text", "vaguer"),
    [
        (
            "Op 3 maart 2026 belde een vrouw van 34.",
            "In het voorjaar belde een vrouw in de dertig.",
        ),
        ("Sinds dinsdag 14 juli stond het stil.", "Sinds de zomer stond het stil."),
        ("Het kwam eind november, op 2025-12-03.", "Het kwam in het najaar, in de winter."),
        ("Een jongen van 17 jaar wachtte tot 01-10-2025.", "Een jongere wachtte tot het najaar."),
        (
            "Een 43-jarige belde; de 52-jarige man niet.",
            "Een veertiger belde; de man in de vijftig niet.",
        ),
        ("Ze is 17 jaar en hij was 61 jaar oud.", "Ze is een jongere en hij was in de zestig."),
        ("Hij was 2 jaar geleden klant en wacht 17 jaar.", None),
        ("Van 34 meldingen op 45-13-2026 niets.", None),
    ],
)
def test_days_become_seasons_and_ages_bands(text: str, vaguer: str | None) -> None:
    told = text
    for each in reversed(vaguer_words(text, "nl")):
        assert text[each.span.start : each.span.end] == each.exact
        told = told[: each.span.start] + each.vague + told[each.span.end :]
    assert told == (vaguer or text)


def test_english_has_its_own() -> None:
    text = "On 3 March 2026 a woman aged 34 called; you may wait until May. She is 17 years old."
    assert [each.vague for each in vaguer_words(text, "en")] == [
        "In spring",
        "a woman in their thirties",
        "until spring",
        "is a young person",
    ]


@given(st.text(alphabet="0123456789-/. aeijnmrtvwp", max_size=60), st.sampled_from(["nl", "en"]))
def test_whatever_is_typed_can_be_read(text: str, language: str) -> None:
    end = 0
    for each in vaguer_words(text, language):
        assert each.span.start >= end and each.vague != each.exact
        end = each.span.end
