"""Phrases in a `Doc`, tagged by hand or not at all."""

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from qualkit.language.columns import Read, columns_of
from qualkit.language.found import WIDTH
from qualkit.language.lexicon import Lexicon
from qualkit.language.mentions import Shape, mentions_in

NL = spacy.blank("nl")
Tags = tuple[str, str, str]


def phrases(doc: Doc, language: str = "nl") -> list[tuple[str, Shape, bool]]:
    """Give each phrase as written, its shape, and whether it is part of a longer one."""
    lexicon = Lexicon(language)
    found = mentions_in(columns_of([Read(doc, 0, 0, doc.text)], lexicon), lexicon)
    order = np.lexsort((-found.end, found.start))
    return [
        (
            doc.text[found.start[row] : found.end[row]],
            Shape(int(found.shape[row])),
            bool(found.outer[row]),
        )
        for row in order.tolist()
    ]


def of_shape(doc: Doc, *shapes: Shape, language: str = "nl") -> list[str]:
    return [text for text, shape, _ in phrases(doc, language) if shape in shapes]


def whole(doc: Doc, language: str = "nl") -> list[str]:
    """Give the longest runs."""
    return [text for text, s, part in phrases(doc, language) if s is Shape.RUN and not part]


def tagged(*words: Tags, language: str = "nl") -> Doc:
    """Make a `Doc` of words with their part of speech (and verb form) and lemma."""
    return Doc(
        NL.vocab if language == "nl" else spacy.blank(language).vocab,
        words=[word for word, _, _ in words],
        pos=[pos.split("-")[0] for _, pos, _ in words],
        morphs=[f"VerbForm={pos.split('-')[1]}" if "-" in pos else "" for _, pos, _ in words],
        lemmas=[base for _, _, base in words],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De tweede verklaring komt dan pas na drie weken.", ["verklaring"]),
        ("Dat geeft hoge werkdruk, zeg maar.", ["hoge werkdruk"]),
        ("Er is eigenlijk gewoon een beetje capaciteitstekort.", ["capaciteitstekort"]),
        ("De digitale vaardigheden, de leerlingen.", ["digitale vaardigheden", "leerlingen"]),
        ("De intern begeleider belt.", ["intern begeleider"]),
        ("De wachttijd, de meldkamer", ["wachttijd", "meldkamer"]),
        ("Mail naar balie@voorbeeld.nl of www.voorbeeld.nl om 10:30 uur op 12-03-2024.", []),
        ("Toen zei [naam bekend] iets over de wachtlijst.", ["wachtlijst"]),
        ("Ja (lacht) dat was de (centrale) balie.", ["balie"]),
        ("Zij werkt bij Bureau Noord in de wijk.", ["Bureau Noord"]),
        ("Zij werkt met de 112-melding en e-mail.", ["112-melding", "e-mail"]),
        ("Het loopt; 12 %, 1.200 en 88.7% ... !!!", []),
        ("Dat is nóóit een probleem geweest.", ["probleem"]),
        ("Dus ja, nou, weet je, dat vinden we natuurlijk ook.", []),
        ("", []),
    ],
)
def test_without_tags_runs_stand_between_stop_words(text: str, expected: list[str]) -> None:
    assert whole(NL(text)) == expected


def test_nouns_in_a_row_are_one_phrase_in_english_only() -> None:
    english = spacy.blank("en")("They mentioned the police capacity problem.")
    assert whole(english, "en") == ["police capacity problem"]
    assert whole(NL("Zo krijgt de burger informatie.")) == ["burger", "informatie"]


def test_with_tags_runs_are_adjectives_nouns_and_names() -> None:
    doc = tagged(
        ("De", "DET", "de"),
        ("eerste", "ADJ", "een"),
        ("losse", "ADJ", "los"),
        ("inhuur", "NOUN", "inhuur"),
        ("helpt", "VERB-Fin", "helpen"),
        ("Bureau", "PROPN", "bureau"),
        ("Noord", "PROPN", "noord"),
        ("gewoon", "ADJ", "gewoon"),
        ("snel", "ADJ", "snel"),
    )
    assert [(text, part) for text, shape, part in phrases(doc) if shape is Shape.RUN] == [
        ("losse inhuur", False),
        ("inhuur", True),
        ("Bureau Noord", False),
        ("Bureau", True),
        ("Noord", True),
    ]


def test_a_slip_of_the_tagger_is_set_right() -> None:
    doc = tagged(
        ("aangifte", "ADJ", "aangifte"),
        ("gedaan", "VERB-Part", "doen"),
        (",", "PUNCT", ","),
        ("contacten", "NOUN", "contact"),
        ("aanknopen", "NOUN", "aanknop"),
        ("nie", "PROPN", "nie"),
    )
    assert whole(doc) == ["aangifte", "contacten"]
    assert of_shape(doc, Shape.ACTION) == ["aangifte gedaan", "contacten aanknopen"]


def test_a_long_run_keeps_its_last_words() -> None:
    names = ("Loket", "Balie", "Wijk", "School", "Team")
    assert whole(tagged(*((word, "PROPN", word) for word in names))) == ["Balie Wijk School Team"]


def test_a_noun_that_says_nothing_is_no_phrase_alone() -> None:
    doc = tagged(("manier", "NOUN", "manier"), (".", "PUNCT", "."), ("warme", "ADJ", "warm"))
    assert phrases(doc) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gebrek/NOUN aan/ADP capaciteit/NOUN", ["gebrek aan capaciteit"]),
        ("tekort/NOUN aan/ADP digitale/ADJ kennis/NOUN", ["tekort aan digitale kennis"]),
        ("rol/NOUN van/ADP de/DET gemeente/NOUN", ["rol van de gemeente"]),
        ("balie/NOUN van/ADP de/DET gemeente/NOUN", []),
        ("balie/NOUN op/ADP afspraak/NOUN", []),
        ("dag/NOUN met/ADP overleg/NOUN", []),
        ("overleg/NOUN met/ADP Bakker/PROPN", []),
    ],
)
def test_two_nouns_and_a_preposition_may_be_a_term(words: str, expected: list[str]) -> None:
    doc = tagged(*(_tagged_word(word) for word in words.split()))
    assert of_shape(doc, Shape.TERM) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("aangifte/NOUN doen/VERB-Inf", ["aangifte doen"]),
        ("aangifte/NOUN te/ADP doen/VERB-Inf", ["aangifte te doen"]),
        ("aangifte/NOUN gedaan/VERB-Part", ["aangifte gedaan"]),
        ("aangifte/NOUN hebben/AUX gedaan/VERB-Part", []),
        ("beschikking/NOUN moet/AUX afgeven/VERB-Inf", []),
        ("zij/PRON deed/VERB-Fin meteen/ADV aangifte/NOUN", ["deed meteen aangifte"]),
        ("toen/ADV deed/VERB-Fin de/DET agent/NOUN", []),
        ("tijd/NOUN hebben/VERB-Inf", []),
        ("verhaal/NOUN vertellen/VERB-Inf", []),
        ("aangifte/NOUN ,/PUNCT doen/VERB-Inf", []),
    ],
)
def test_a_verb_goes_with_the_object_beside_it(words: str, expected: list[str]) -> None:
    doc = tagged(*(_tagged_word(word) for word in words.split()))
    assert of_shape(doc, Shape.ACTION, Shape.LOOSE_ACTION) == expected


def test_an_english_object_comes_after_its_verb() -> None:
    words = "measure/VERB-Inf the/DET effect/NOUN ,/PUNCT hiring/VERB-Part agents/NOUN"
    doc = tagged(*(_tagged_word(word) for word in words.split()), language="en")
    assert of_shape(doc, Shape.ACTION, language="en") == ["hiring agents"]
    assert of_shape(doc, Shape.LOOSE_ACTION, language="en") == ["measure the effect"]


@pytest.mark.parametrize(
    ("words", "separable", "alone"),
    [
        ("de/DET helft/NOUN haakt/VERB-Fin af/ADP ./PUNCT", ["haakt af"], []),
        ("helft/NOUN haakt/VERB-Fin vaak/ADV af/ADP", ["haakt vaak af"], []),
        ("zij/PRON zit/VERB-Fin op/ADP het/DET bureau/NOUN", [], []),
        ("zij/PRON wil/AUX doorvragen/VERB-Inf", [], ["doorvragen"]),
        ("niemand/PRON doorgrondt/VERB-Fin het/PRON", [], []),
        ("zij/PRON vertelt/VERB-Fin en/CCONJ denkt/VERB-Fin", [], []),
    ],
)
def test_verbs_carry_ideas_too(words: str, separable: list[str], alone: list[str]) -> None:
    doc = tagged(*(_tagged_word(word) for word in words.split()))
    assert of_shape(doc, Shape.SEPARABLE) == separable
    assert of_shape(doc, Shape.VERB) == alone


def test_an_adjective_alone_may_be_an_idea() -> None:
    words = "dat/PRON is/AUX laagdrempelig/ADJ en/CCONJ mooi/ADJ"
    doc = tagged(*(_tagged_word(word) for word in words.split()))
    assert of_shape(doc, Shape.ADJECTIVE) == ["laagdrempelig"]


def test_filler_of_several_words_ends_a_phrase() -> None:
    words = "op/ADP het/DET moment/NOUN loopt/VERB-Fin in/ADP principe/NOUN de/DET balie/NOUN"
    assert whole(tagged(*(_tagged_word(word) for word in words.split()))) == ["balie"]


def _tagged_word(word: str) -> Tags:
    text, pos = word.split("/")
    return text, pos, text


LISTED_WORDS = "De digitale balie aangifte Bureau doen haakt af te aan van [ ( ."
LISTED_TAGS = "DET ADJ NOUN PROPN VERB-Inf VERB-Fin ADP ADV PRON AUX PUNCT X SPACE"
SOME_WORDS = st.lists(
    st.tuples(st.sampled_from(LISTED_WORDS.split()), st.sampled_from(LISTED_TAGS.split())),
    max_size=14,
)


@given(SOME_WORDS)
def test_every_phrase_lies_on_words_of_the_text(words: list[tuple[str, str]]) -> None:
    doc = tagged(*((word, pos, word.lower()) for word, pos in words))
    starts = {token.idx for token in doc}
    ends = {token.idx + len(token) for token in doc}
    lexicon = Lexicon("nl")
    found = mentions_in(columns_of([Read(doc, 3, 10, doc.text)], lexicon), lexicon)
    assert {start - 10 for start in found.start.tolist()} <= starts
    assert {end - 10 for end in found.end.tolist()} <= ends
    assert set(found.passage.tolist()) <= {3}
    assert ((found.words > 0).sum(axis=1) >= 1).all()
    assert ((found.words > 0).sum(axis=1) <= WIDTH).all()


@given(st.text(alphabet="aDe ligknw-.,'’1[]@:/\n\"", max_size=60))
def test_an_untagged_run_has_letters_in_every_word(text: str) -> None:
    for run in whole(NL(text)):
        assert all(any(sign.isalpha() for sign in word) for word in run.split())
