"""Sources by the names people gave, and all that is known of them as JSON records."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from qualkit.cli.records import Record, whole_source_record
from qualkit.domain.source_making import SourceMaking
from qualkit.translation import _

if TYPE_CHECKING:
    from qualkit.services.project import Project
    from qualkit.services.sources import SourceEntry


def named_entries(
    project: "Project", names: tuple[str, ...], is_change: bool
) -> "list[SourceEntry]":
    """Give the named sources, or all of them to be shown.

    Raises:
        UsageError: none is named to be changed.
    """
    if is_change and not names:
        raise click.UsageError(_("Name the sources it holds for."))
    wanted = {project.sources.find(name).id for name in names}
    return [entry for entry in project.sources.entries() if not names or entry.source.id in wanted]


def source_records(project: "Project", entries: "Iterable[SourceEntry]") -> Iterator[Record]:
    """Yield sources with what holds for their printing, and how they came about."""
    held, making = project.terms.all(), project.making.all()
    for entry in entries:
        made = making.get(entry.source.id, SourceMaking("", entry.source.id))
        yield whole_source_record(entry, held[entry.source.id], made)
