"""The decision log as a file: running text by month and day, or a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from itertools import groupby

from qualkit.domain.decisions import Decision
from qualkit.domain.wording import long_date
from qualkit.formats.csv_tables import write_table
from qualkit.formats.decision_words import decision_told, decision_words
from qualkit.formats.templating import html_templates, markdown_templates

COLUMNS = ("at", "kind", "name", "others", "text", "why", "told")


@dataclass(frozen=True, slots=True)
class DecidedOn:
    """The decisions of one day."""

    day: str
    """As "3 maart"."""
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecidedIn:
    """The decisions of one month."""

    month: str
    """As "maart 2026"."""
    days: tuple[DecidedOn, ...]


def decision_months(decisions: Iterable[Decision], language: str) -> tuple[DecidedIn, ...]:
    """Give decisions as running text, by month and day in UTC."""
    days = [
        (day, DecidedOn(_day(day, language), tuple(_paragraphs(list(group), language))))
        for day, group in groupby(decisions, lambda each: each.at.astimezone(UTC).date())
    ]
    return tuple(
        DecidedIn(month, tuple(decided for _day_of, decided in group))
        for month, group in groupby(days, lambda each: _month(each[0], language))
    )


def decisions_markdown(title: str, decisions: Iterable[Decision], language: str) -> str:
    """Give the log as a file in Markdown."""
    template = markdown_templates().get_template("decisions.md.j2")
    months, words = decision_months(decisions, language), decision_words(language)
    return template.render(title=title, months=months, words=words)


def decisions_html(title: str, decisions: Iterable[Decision], language: str) -> str:
    """Give the log as a page in HTML."""
    months, words = decision_months(decisions, language), decision_words(language)
    template = html_templates().get_template("decisions.html.j2")
    return template.render(title=title, months=months, words=words, language=language)


def decisions_csv(decisions: Iterable[Decision], language: str) -> bytes:
    """Give the log as CSV, a decision a row; dates are UTC."""
    rows = (
        (
            each.at.astimezone(UTC).date().isoformat(),
            each.kind,
            each.name,
            "; ".join(each.others),
            each.text,
            each.why,
            decision_told(each, language),
        )
        for each in decisions
    )
    return write_table(COLUMNS, rows, language)


def _paragraphs(decisions: Sequence[Decision], language: str) -> Iterator[str]:
    """Tell decisions after each other; a paragraph ends with a reason, an idea or a note."""
    told: list[str] = []
    for decision in decisions:
        told.append(decision_told(decision, language))
        if decision.why or decision.text:
            yield " ".join(told)
            told = []
    if told:
        yield " ".join(told)


def _day(day: date, language: str) -> str:
    return long_date(day, language).removesuffix(f" {day.year}")


def _month(day: date, language: str) -> str:
    return long_date(day, language).partition(" ")[2]
