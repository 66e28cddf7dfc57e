"""Quotes: word for word or refused, in order, under claims of their own theme."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualkit.domain.codings import Coding
from qualkit.domain.identity import new_id
from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.replacements import IdentifierKind, Replacement
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import QuoteReason, QuoteStage, Stance, Theme
from qualkit.errors import (
    InvalidInputError,
    NotFoundError,
    QuoteNotAllowedError,
    QuoteNotFaithfulError,
)
from qualkit.services.project import Project
from qualkit.services.quote_checks import check_printable

WORDS = "Te weinig mensen voor te veel meldingen. Wie belt, gaat voor."


@pytest.fixture
def coding(project: Project, notes: SourceText) -> Coding:
    start = notes.text.index(WORDS)
    span = Span(start, start + len(WORDS))
    return project.codings.add_new(notes.version.id, span, "capaciteit").value[0]


@pytest.fixture
def theme(project: Project) -> Theme:
    return project.themes.add("Zichtbaarheid").value


def printed(project: Project, theme: Theme) -> list[str]:
    return [item.words for item in project.quotes.of_theme(theme.id)]


def shortlisted(project: Project, theme: Theme) -> list[str]:
    quotes = project.quotes.every(theme.id)
    return [item.words for item in quotes if item.quote.stage is QuoteStage.SHORTLISTED]


@pytest.mark.parametrize(
    "words",
    [
        None,
        "",
        WORDS,
        "Te weinig mensen [...] Wie belt, gaat voor.",
        "[...] Wie belt, gaat voor.",
        "Te weinig [aantal] voor te veel meldingen. [...]",
        "  Te weinig mensen\nvoor te veel meldingen. Wie belt, gaat voor. ",
    ],
)
def test_what_is_word_for_word_may_be_printed(
    project: Project, theme: Theme, coding: Coding, words: str | None
) -> None:
    quote = project.quotes.choose(theme.id, coding.id, printed=words).value
    assert printed(project, theme) == [" ".join((words or WORDS).split())]
    check_printable(project.quotes.of_theme(theme.id))
    assert project.quotes.get(quote.id[:8]) == quote


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Te weinig collega's voor te veel meldingen. Wie belt, gaat voor.", "collega's"),
        (
            "Te weinig mensen",
            "'voor te veel meldingen. Wie belt, gaat voor.' is left out without [...]",
        ),
        ("Te weinig mensen [...] gaat nooit voor.", "'nooit' is not in the passage"),
        ("Wie belt, gaat voor. [...] Te weinig mensen", "'Te weinig mensen' is not in the passage"),
    ],
)
def test_what_is_not_is_refused_and_named(
    project: Project, theme: Theme, coding: Coding, words: str, named: str
) -> None:
    with pytest.raises(QuoteNotFaithfulError) as caught:
        project.quotes.choose(theme.id, coding.id, printed=words)
    assert "Politie III, P1:5" in caught.value.message
    assert named in caught.value.message
    assert WORDS in caught.value.hint
    assert printed(project, theme) == []


def test_an_edit_is_held_to_the_same(project: Project, theme: Theme, coding: Coding) -> None:
    quote = project.quotes.choose(theme.id, coding.id).value
    with pytest.raises(QuoteNotFaithfulError):
        project.quotes.edit(replace(quote, printed="Zelf bedacht."))
    project.quotes.edit(
        replace(quote, printed="[...] Wie belt, gaat voor.", reason=QuoteReason.VIVID)
    )
    assert printed(project, theme) == ["[...] Wie belt, gaat voor."]
    project.history.undo()
    assert printed(project, theme) == [WORDS]


def test_a_quote_that_is_no_longer_in_its_passage_is_not_let_through(
    project: Project, theme: Theme, coding: Coding
) -> None:
    project.quotes.choose(theme.id, coding.id, printed="[...] Wie belt, gaat voor.")
    project.codings.resize(coding.id, Span(coding.start, coding.start + 16))
    with pytest.raises(QuoteNotFaithfulError):
        check_printable(project.quotes.of_theme(theme.id))


def test_quotes_stand_in_order_and_under_their_claims(
    project: Project, theme: Theme, coding: Coding
) -> None:
    claim = project.quotes.claim(theme.id, " Er is te  weinig tijd. ").value
    second = project.quotes.claim(theme.id, "Wie zichtbaar is, wint.").value
    assert (claim.text, claim.position, second.position) == ("Er is te weinig tijd.", 1, 2)
    under = project.quotes.choose(theme.id, coding.id, claim.id).value
    loose = project.quotes.choose(theme.id, coding.id).value
    contrary = project.quotes.choose(theme.id, coding.id, stance=Stance.NUANCE).value
    view = project.themes.view(theme.id)
    assert [[item.quote.id for item in each.quotes] for each in view.claims] == [[under.id], []]
    assert [item.quote.id for item in view.unclaimed] == [loose.id]
    assert [item.quote.id for item in view.contrary] == [contrary.id]
    assert [item.quote.position for item in project.quotes.of_theme(theme.id)] == [1, 2, 3]


def test_dropping_a_claim_keeps_its_quotes(project: Project, theme: Theme, coding: Coding) -> None:
    claim = project.quotes.claim(theme.id, "Er is te weinig tijd.").value
    project.quotes.choose(theme.id, coding.id, claim.id)
    project.quotes.drop_claim(claim.id)
    view = project.themes.view(theme.id)
    assert view.claims == ()
    assert len(view.unclaimed) == 1
    project.history.undo()
    assert len(project.themes.view(theme.id).claims[0].quotes) == 1


def test_claims_are_reworded_and_never_empty(project: Project, theme: Theme) -> None:
    claim = project.quotes.claim(theme.id, "Er is te weinig tijd.").value
    assert project.quotes.reword_claim(claim.id, "Er is geen tijd.").value.text == (
        "Er is geen tijd."
    )
    with pytest.raises(InvalidInputError, match="cannot be empty"):
        project.quotes.claim(theme.id, " ")
    with pytest.raises(InvalidInputError, match="cannot be empty"):
        project.quotes.reword_claim(claim.id, "\n")


def test_a_claim_of_another_theme_is_refused(
    project: Project, theme: Theme, coding: Coding
) -> None:
    other = project.themes.add("Kennis").value
    claim = project.quotes.claim(other.id, "Kennis zit in één hoofd.").value
    with pytest.raises(InvalidInputError, match="another theme"):
        project.quotes.choose(theme.id, coding.id, claim.id)
    quote = project.quotes.choose(theme.id, coding.id).value
    with pytest.raises(InvalidInputError, match="another theme"):
        project.quotes.edit(replace(quote, claim_id=claim.id))


def test_what_is_gone_is_refused_in_words(project: Project, theme: Theme, coding: Coding) -> None:
    quote = project.quotes.choose(theme.id, coding.id).value
    acts: list[Callable[[], object]] = [
        lambda: project.quotes.choose("weg", coding.id),
        lambda: project.quotes.choose(theme.id, "weg"),
        lambda: project.quotes.choose(theme.id, coding.id, "weg"),
        lambda: project.quotes.edit(replace(quote, theme_id="weg")),
        lambda: project.quotes.edit(replace(quote, coding_id="weg")),
        lambda: project.quotes.drop("weg"),
        lambda: project.quotes.get("abcd-weg"),
    ]
    for act in acts:
        with pytest.raises(NotFoundError):
            act()
    project.quotes.drop(quote.id)
    assert printed(project, theme) == []
    assert len(project.codings.select()) == 1


def test_a_passage_goes_from_the_shortlist_to_print_and_back(
    project: Project, theme: Theme, coding: Coding
) -> None:
    quotes = project.quotes
    listed = quotes.shortlist(theme.id, coding.id, QuoteReason.VIVID, " zegt het  kort ").value
    assert listed.note == "zegt het kort"
    assert (printed(project, theme), len(shortlisted(project, theme))) == ([], 1)
    with pytest.raises(InvalidInputError, match="a quote of the theme already"):
        quotes.shortlist(theme.id, coding.id)
    quotes.edit(replace(listed, printed="[...] Wie belt, gaat voor."))
    assert printed(project, theme) == []
    quotes.stage(listed.id, QuoteStage.CHOSEN)
    assert printed(project, theme) == ["[...] Wie belt, gaat voor."]
    quotes.stage(listed.id, QuoteStage.SHORTLISTED)
    # Choosing a passage that is on the shortlist takes it from there, as it was edited.
    chosen = quotes.choose(theme.id, coding.id, reason=QuoteReason.TYPICAL).value
    assert (chosen.id, chosen.reason, chosen.note) == (
        listed.id,
        QuoteReason.TYPICAL,
        "zegt het kort",
    )
    assert shortlisted(project, theme) == []
    for _step in range(4):
        project.history.undo()
    assert shortlisted(project, theme) == [WORDS]


def test_what_was_agreed_holds_for_the_shortlist_too(
    project: Project, theme: Theme, coding: Coding, notes: SourceText
) -> None:
    quotes, terms = project.quotes, project.terms
    terms.agree([notes.source.id], Quotability.PARAPHRASE)
    for take in (quotes.shortlist, quotes.choose):
        with pytest.raises(QuoteNotAllowedError, match="may not be quoted"):
            take(theme.id, coding.id)
    terms.agree([notes.source.id], Quotability.EDITED)
    listed = quotes.shortlist(theme.id, coding.id).value
    with pytest.raises(QuoteNotAllowedError, match="only with edits"):
        quotes.stage(listed.id, QuoteStage.CHOSEN)
    edited = quotes.edit(replace(listed, printed="[...] Wie belt, gaat voor.")).value
    quotes.stage(edited.id, QuoteStage.CHOSEN)
    # When the terms become stricter, the quote can still be described, sent back and dropped.
    terms.agree([notes.source.id], Quotability.NOT_AT_ALL)
    quotes.edit(replace(edited, stage=QuoteStage.CHOSEN, note="samen bekijken"))
    with pytest.raises(QuoteNotAllowedError):
        quotes.edit(replace(edited, stage=QuoteStage.CHOSEN, printed=None))
    quotes.stage(edited.id, QuoteStage.SHORTLISTED)
    quotes.drop(edited.id)


def test_a_quote_is_printed_under_its_own_name(
    project: Project, theme: Theme, coding: Coding
) -> None:
    quote = project.quotes.choose(theme.id, coding.id).value
    assert project.quotes.view(quote.id).place == "(Politie III, P1:5)"
    project.quotes.edit(replace(quote, attribution=Attribution.GROUP))
    assert project.quotes.view(quote.id).place == "(Politie)"
    project.quotes.edit(replace(quote, attribution=Attribution.NONE))
    assert project.quotes.view(quote.id).place == ""


def test_quotes_move_among_those_they_stand_with(
    project: Project, theme: Theme, coding: Coding
) -> None:
    quotes = project.quotes
    claim = quotes.claim(theme.id, "Er is te weinig tijd.").value
    first, contrary, second = (
        quotes.choose(theme.id, coding.id, claim.id).value.id,
        quotes.choose(theme.id, coding.id, stance=Stance.CONTRARY).value.id,
        quotes.choose(theme.id, coding.id, claim.id).value.id,
    )

    def order() -> list[str]:
        return [item.quote.id for item in quotes.of_theme(theme.id)]

    quotes.move(second, -1)
    assert order() == [second, first, contrary]
    steps = len(project.history.entries())
    quotes.move(second, -1)
    quotes.move(contrary, 1)
    assert order() == [second, first, contrary]
    assert len(project.history.entries()) == steps
    quotes.move(second, 1)
    assert order() == [first, second, contrary]


def test_words_replaced_at_one_place_are_replaced_in_edited_words_too(
    project: Project, theme: Theme, coding: Coding, notes: SourceText
) -> None:
    quote = project.quotes.choose(theme.id, coding.id, printed="Te weinig mensen [...]").value
    start = notes.text.index("weinig")
    with project._workspace.journal.operation("replacement.decide", "Replaced a word") as step:
        here = (notes.version.id, start, start + len("weinig"))
        step.add(Replacement(new_id(), IdentifierKind.NUMBER, "weinig", "[aantal]", *here))
    assert project.quotes.view(quote.id).words == "Te [aantal] mensen [...]"


def test_of_one_passage_shortlisted_here_and_chosen_there_a_merge_keeps_the_chosen_one(
    project: Project, theme: Theme, coding: Coding
) -> None:
    other = project.themes.add("Drukte").value
    project.quotes.shortlist(theme.id, coding.id, note="zegt het kort")
    project.quotes.choose(other.id, coding.id)
    project.theme_merging.merge(other.id, theme.id)
    (quote,) = [item.quote for item in project.quotes.every(theme.id)]
    assert (quote.stage, quote.note) == (QuoteStage.CHOSEN, "zegt het kort")
    project.history.undo()
    assert len(shortlisted(project, theme)) == 1


def test_what_is_only_shortlisted_counts_nowhere_as_a_quote(
    project: Project, theme: Theme, coding: Coding
) -> None:
    quote = project.quotes.shortlist(theme.id, coding.id).value

    def told() -> str:
        return " ".join(each.seen for each in project.quality.observations())

    assert "stands 1 quote" not in told()
    project.quotes.stage(quote.id, QuoteStage.CHOSEN)
    assert "stands 1 quote" in told()
