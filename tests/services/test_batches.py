"""A batch over a project: evidence only, nothing that was rejected or closed, nothing coded."""

from collections.abc import Callable

from qualkit.domain.batch_selection import BatchSelection
from qualkit.domain.quotability import Quotability
from qualkit.domain.replacements import IdentifierKind
from qualkit.domain.sources import SourceText
from qualkit.domain.spans import Span
from qualkit.services.batch_run import Batch
from qualkit.services.project import Project
from tests.services.batch_sets import InThisProcess

MORE = """\
I: Welke meldkamer bedoel je?

R: De wachtlijst is lang.

I: En dan?

R: Het rooster ook.
"""


def suggested(project: Project, hides: bool = True, top: int = 50) -> Batch:
    chosen = project.batches.select(BatchSelection()).sources
    return project.batches.suggest(chosen, top, InThisProcess(), hides=hides)


def places(batch: Batch) -> list[tuple[str, str, int, int]]:
    """Give phrase, source, begin and end of each row of the file."""
    rows = [row for some in batch.rows.batches for row in some.to_pylist()]
    return [(row["phrase"], row["source"], row["start"], row["end"]) for row in rows]


def test_every_row_has_the_words_that_stand_there(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    rows = [r for some in suggested(project).rows.batches for r in some.to_pylist()]
    texts = {f"P{each.source.number}": each for each in (notes, chat)}
    assert {row["source"] for row in rows} == set(texts)
    for row in rows:
        text = texts[row["source"]]
        assert text.text[row["start"] : row["end"]] == row["words"]
        assert text.text[: row["start"]].count("\n") + 1 == row["line"]
        assert text.version.sha256 == row["text_sha256"]
    assert {row["label"] for row in rows if row["source"] == "P1"} == {"Politie III"}


def test_a_batch_changes_nothing_and_reads_nothing_twice(
    project: Project, notes: SourceText, chat: SourceText
) -> None:
    before = len(project.history.entries())
    first = suggested(project)
    again = suggested(project)
    assert places(first) == places(again)
    assert (first.report.read > 0, again.report.read) == (True, 0)
    assert len(project.history.entries()) == before
    assert not project.codings.select()


def test_only_a_new_source_is_read(
    project: Project, notes: SourceText, bring_in: Callable[..., SourceText]
) -> None:
    suggested(project)
    bring_in(MORE)
    found = suggested(project)
    assert found.report.read == 2
    assert "meldkamer" not in {phrase for phrase, *_place in places(found)}


def test_what_was_rejected_is_left_out_where_it_was(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    one, other = bring_in(MORE, "een.txt"), bring_in(f"{MORE}\nR: Ja.\n", "twee.txt")
    assert {source for phrase, source, *_at in places(suggested(project))} == {"P1", "P2"}
    project.suggestions.reject("wachtlijst", one.source.id)
    project.suggestions.reject("roosters")
    found = suggested(project, top=2)
    assert [(phrase, source) for phrase, source, *_at in places(found)] == [("wachtlijst", "P2")]
    project.suggestions.reject("wachtlijst", other.source.id)
    assert places(suggested(project)) == []


def test_a_passage_of_which_nothing_may_be_printed_stays_out(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    text = bring_in(MORE)
    closed = text.text.index("rooster")
    span = Span(closed, closed + 7)
    project.terms.agree_on_passage(text.version.id, span, Quotability.NOT_AT_ALL)
    assert {phrase for phrase, *_at in places(suggested(project))} == {"wachtlijst"}


def test_watched_words_are_masked_in_a_file_and_not_on_her_screen(
    project: Project, bring_in: Callable[..., SourceText]
) -> None:
    bring_in("R: Het noodverband bij de balie. Weer een noodverband.\n")
    project.identifiers.watch(IdentifierKind.OTHER, ["noodverband"])
    assert "noodverband" in {phrase for phrase, *_at in places(suggested(project, hides=False))}
    hidden = suggested(project)
    rows = [row for some in hidden.rows.batches for row in some.to_pylist()]
    assert "noodverband" not in str(rows)
    assert any(row["phrase"].startswith("[") for row in rows)
