"""What was agreed on printing rules what is printed, and tells which quotes it rules out."""

import pytest

from qualkit.domain.quotability import Attribution, Quotability
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.domain.themes import Quote
from qualkit.errors import InvalidInputError, NotFoundError, QuoteNotAllowedError
from qualkit.services.project import Project
from qualkit.services.quote_checks import check_printable

WORDS = "Te weinig mensen voor te veel meldingen."


def quote_of(project: Project, text: SourceText, words: str) -> Quote:
    """Choose words of a source for print, under a theme of their own."""
    start = text.text.index(words)
    span = Span(start, start + len(words))
    coding = project.codings.add_new(text.version.id, span, "wachten").value[0]
    theme = project.themes.add(f"Thema {len(project.themes.all())}").value
    return project.quotes.choose(theme.id, coding.id).value


def test_interviews_are_quoted_and_chats_are_not_unless_agreed(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    held = project.terms.all()
    assert held[notes.source.id].quotability is Quotability.VERBATIM
    assert held[chat.source.id].quotability is Quotability.PARAPHRASE
    assert held[chat.source.id].is_by_kind
    project.terms.agree([chat.source.id], Quotability.EDITED, Attribution.NONE, why="toestemming")
    agreed = project.terms.of(chat.source.id)
    assert (agreed.quotability, agreed.attribution) == (Quotability.EDITED, Attribution.NONE)
    project.terms.agree([chat.source.id], "", "")
    assert project.terms.of(chat.source.id).agreed is None
    assert project.terms.of(chat.source.id).quotability is Quotability.PARAPHRASE


def test_several_sources_are_agreed_on_in_one_step(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    both = [notes.source.id, chat.source.id]
    project.terms.agree(both, Quotability.NOT_AT_ALL, content_note=" Over\nziekte ")
    assert {each.quotability for each in project.terms.all().values()} == {Quotability.NOT_AT_ALL}
    assert set(project.terms.content_notes()) == set(both)
    undone = project.history.undo().value
    assert undone.summary == "Agreed on printing 2 sources: not at all"
    assert project.terms.content_notes() == {}


def test_stricter_terms_tell_beforehand_which_chosen_quotes_they_rule_out(
    project: Project, notes: SourceText
) -> None:
    quote = quote_of(project, notes, WORDS)
    source_id = notes.source.id
    assert project.terms.no_longer_allowed([source_id]) == ()
    ruled_out = project.terms.no_longer_allowed([source_id], Quotability.EDITED)
    assert [item.quote for item in ruled_out] == [quote]
    project.terms.agree([source_id], Quotability.PARAPHRASE)
    assert [item.words for item in project.terms.no_longer_allowed([source_id])] == [WORDS]
    with pytest.raises(QuoteNotAllowedError):
        check_printable(project.quotes.of_theme(quote.theme_id))
    assert project.terms.no_longer_allowed([source_id], Quotability.VERBATIM) == ()


def test_a_chat_quoted_before_terms_were_kept_is_named_with_what_to_do(
    project: Project, chat: SourceText
) -> None:
    project.terms.agree([chat.source.id], Quotability.VERBATIM)
    quote = quote_of(project, chat, "Ik wacht al drie weken")
    project.terms.agree([chat.source.id], "")
    with pytest.raises(QuoteNotAllowedError) as refused:
        project.exports.themes(project.folder / "thema's")
    assert "P1:1 may not be quoted: it may only be told in other words" in refused.value.message
    assert "'qualkit source terms P1 --quotability verbatim'" in refused.value.hint
    assert not (project.folder / "thema's").exists()
    project.terms.agree([chat.source.id], Quotability.VERBATIM)
    check_printable(project.quotes.of_theme(quote.theme_id))


def test_a_passage_may_be_held_to_other_terms_than_its_source(
    project: Project, notes: SourceText
) -> None:
    start = notes.text.index(WORDS)
    span, version_id = Span(start, start + len(WORDS)), notes.version.id
    quote = quote_of(project, notes, WORDS)
    wider = Span(span.start - 1, span.end + 1)
    mark = project.terms.agree_on_passage(
        version_id, wider, Quotability.NOT_AT_ALL, "Op verzoek"
    ).value
    assert mark.span == span, "white space is no part of it"
    assert project.terms.at(version_id, Span(span.start, span.start + 2)) is Quotability.NOT_AT_ALL
    assert project.terms.at(version_id, Span(0, 7)) is Quotability.VERBATIM
    assert [item.quote for item in project.terms.no_longer_allowed([notes.source.id])] == [quote]
    again = project.terms.agree_on_passage(version_id, span, Quotability.PARAPHRASE).value
    assert project.terms.marks(version_id) == (again,)
    project.terms.forget_passage(again.id)
    assert project.terms.at(version_id, span) is Quotability.VERBATIM
    assert project.terms.marks(version_id) == ()
    project.history.undo()
    project.history.undo()
    assert project.terms.marks(version_id) == (mark,)


def test_a_passage_has_to_be_in_the_text(project: Project, notes: SourceText) -> None:
    with pytest.raises(InvalidInputError, match="text has"):
        project.terms.agree_on_passage(
            notes.version.id, Span(0, len(notes.text) + 1), Quotability.EDITED
        )
    with pytest.raises(NotFoundError):
        project.terms.of("weg")
